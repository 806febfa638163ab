package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.rtp.RtpPacket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An exchange, two of its telephones, somebody outside and a manager, met over sockets only. */
abstract class ExchangeStory {
    EmbeddedPbx pbx;
    RawPhone agent;
    RawPhone second;
    RawPhone customer;
    RawManager manager;

    static PbxConfig config() {
        return PbxConfig.onLoopback(
                List.of(new Extension("1001", "pw1001", "Agent 1001"), new Extension("1002", "pw1002", "Agent 1002")),
                List.of(CallQueue.of("support", "800")
                        .withTimes(Duration.ofMillis(600), Duration.ofSeconds(3), Duration.ofSeconds(20))),
                List.of(new ManagerUser("cti", "ctisecret")));
    }

    @BeforeEach
    void open() throws Exception {
        pbx = EmbeddedPbx.start(config(), Timekeeper.system());
        agent = RawPhone.udp("1001", "pw1001", pbx.sipPort());
        second = RawPhone.udp("1002", "pw1002", pbx.sipPort());
        customer = RawPhone.udp("+15551230001", "", pbx.sipPort());
        manager = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret");
    }

    @AfterEach
    void close() throws Exception {
        manager.close();
        agent.close();
        second.close();
        customer.close();
        pbx.close();
    }

    void seat(RawPhone phone) throws Exception {
        assertThat(phone.register(60).status()).isEqualTo(200);
        manager.ask(
                "QueueAdd", "Queue: support", "Interface: PJSIP/agent" + phone.user, "MemberName: Agent " + phone.user);
    }

    static double rms(byte[] datagram) {
        short[] pcm = G711.MU_LAW.decode(
                RtpPacket.parse(datagram, datagram.length).orElseThrow().payload());
        double sum = 0;
        for (short s : pcm) sum += (double) s * s;
        return Math.sqrt(sum / pcm.length);
    }

    static void assertRelayed(RawCall from, RawCall to, byte[] packet) throws IOException {
        from.sendRtp(packet);
        for (int i = 0; i < 400; i++) {
            byte[] heard = to.receiveRtp();
            if (java.util.Arrays.equals(heard, packet)) return;
        }
        throw new AssertionError("never heard");
    }

    static byte[] packet(int type, int seed) {
        var payload = new byte[160];
        new java.util.Random(seed).nextBytes(payload);
        return new RtpPacket(true, type, seed, seed * 160L, seed, payload).bytes();
    }
}
