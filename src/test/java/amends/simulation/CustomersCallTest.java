package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.rtp.RtpPacket;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersCallTest {
    private final RecordedSteps steps = new RecordedSteps();
    private RawSipPeer pbx;
    private SimulatedNetwork network;

    @BeforeEach
    void open() throws IOException {
        pbx = new RawSipPeer();
        network = new SimulatedNetwork(Timekeeper.system());
    }

    @AfterEach
    void close() {
        network.close();
        pbx.close();
    }

    private SimulatedCall call(CallPlan plan) throws IOException {
        return new SimulatedCustomer(network, pbx.address(), Persona.WANG).call("support", plan, steps);
    }

    @Test
    void the_pbx_sees_the_number_and_the_name() throws Exception {
        call(CallPlan.whenTold());
        String invite =
                pbx.receive("INVITE sip:support@127.0.0.1:" + pbx.address().getPort());
        assertThat(RawSipPeer.header(invite, "From")).startsWith("\"王建国\" <sip:+8613800138000@127.0.0.1");
        pbx.respond(invite, "486 Busy Here", "");
        pbx.receive("ACK");
        steps.await("ended BUSY");
    }

    @Test
    void what_is_said_arrives_in_the_agreed_coding_twenty_milliseconds_a_packet() throws Exception {
        call(CallPlan.statement("wang-reply"));
        String invite = pbx.receive("INVITE");
        pbx.respond(invite, "180 Ringing", "");
        steps.await("ringing");
        pbx.respond(invite, "200 OK", pbx.answer());
        pbx.receive("ACK");
        short[] clip = Clip.load("wang-reply");
        var heard = new short[clip.length / 160 * 160];
        RtpPacket last = null;
        for (int at = 0; at < heard.length; at += 160) {
            byte[] bytes = pbx.receiveRtp();
            RtpPacket packet = RtpPacket.parse(bytes, bytes.length).orElseThrow();
            assertThat(packet.payloadType()).isZero();
            if (last != null) {
                assertThat(packet.sequence()).isEqualTo(last.sequence() + 1 & 0xFFFF);
                assertThat(packet.timestamp()).isEqualTo(last.timestamp() + 160 & 0xFFFF_FFFFL);
            }
            System.arraycopy(G711.MU_LAW.decode(packet.payload()), 0, heard, at, 160);
            last = packet;
        }
        int silent = 0;
        while (heard[silent] == 0) silent++;
        int lead = silent / 160 * 160;
        assertThat(Arrays.copyOfRange(heard, lead, heard.length)).isEqualTo(Arrays.copyOf(clip, heard.length - lead));
    }

    @Test
    void a_pbx_that_hangs_up_ends_the_call() throws Exception {
        call(CallPlan.whenTold());
        String invite = pbx.receive("INVITE");
        pbx.respond(invite, "200 OK", pbx.answer());
        pbx.receive("ACK");
        steps.await("answered");
        pbx.bye(invite);
        pbx.receive("SIP/2.0 200");
        steps.await("ended REMOTE_HANGUP");
    }

    @Test
    void a_repeated_200_is_acknowledged_again() throws Exception {
        call(CallPlan.whenTold());
        String invite = pbx.receive("INVITE");
        pbx.respond(invite, "200 OK", pbx.answer());
        pbx.receive("ACK");
        pbx.respond(invite, "200 OK", pbx.answer());
        pbx.receive("ACK");
    }

    @Test
    void an_answer_without_a_common_coding_ends_the_call() throws Exception {
        call(CallPlan.whenTold());
        String invite = pbx.receive("INVITE");
        pbx.respond(invite, "200 OK", pbx.answer().replace("AVP 0", "AVP 9").replace("0 PCMU/8000", "9 G722/8000"));
        pbx.receive("BYE");
        steps.await("ended MEDIA_FAILED");
    }
}
