package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.rtp.RtpPacket;
import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When it is told that nothing comes of the far end, on the test's own thread and clock. */
class LegSilenceTest {
    private static final CallId CALL = new CallId("silent@test");
    private static final int A_SECOND = 1000 / Pcm.FRAME_MS;

    private final SettableTime time = new SettableTime();
    private Pace.Turns turns;
    private RtpMediaPlane desk;
    private MediaLeg leg;
    private DatagramSocket far;
    private int said;
    private int told;

    @BeforeEach
    void talk() throws IOException {
        far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        desk = new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                MediaWishes.PLAIN,
                new MemoryDevices(new short[Pcm.RATE]),
                call -> CallTap.NONE,
                time,
                given -> {
                    turns = given;
                    return given::end;
                });
        leg = desk.open(CALL);
        leg.onSilence(() -> told++);
        agree(MediaDirection.SENDRECV);
    }

    @AfterEach
    void close() {
        desk.close();
        far.close();
    }

    private void agree(MediaDirection direction) {
        leg.connect(TwoPlanes.terms(far, direction, Codec.PCMA));
        turns.turn(0);
    }

    private void tick() {
        time.pass(Duration.ofMillis(Pcm.FRAME_MS));
        while (turns.left() <= 0) turns.turn(0);
    }

    private void silence(int seconds) {
        for (int i = 0; i < seconds * A_SECOND; i++) tick();
    }

    private void voice(int seconds) throws IOException {
        for (int i = 0; i < seconds * A_SECOND; i++) {
            var bytes = new RtpPacket(false, 8, said, said++ * 160L, 77, new byte[160]).bytes();
            far.send(new DatagramPacket(bytes, bytes.length, leg.local().address()));
            tick();
        }
    }

    @Test
    void after_five_seconds_without_a_packet_it_is_told_once_and_again_when_sound_came_and_went() throws IOException {
        voice(3);
        assertThat(leg.isHeard()).isTrue();
        silence(4);
        assertThat(told).isZero();
        silence(3);
        assertThat(told).isEqualTo(1);
        assertThat(leg.isHeard()).isFalse();
        silence(60);
        assertThat(told).isEqualTo(1);
        voice(2);
        assertThat(leg.isHeard()).isTrue();
        silence(7);

        assertThat(told).isEqualTo(2);
    }

    @Test
    void one_that_never_said_anything_is_told_of_too() {
        silence(7);

        assertThat(told).isEqualTo(1);
    }

    @Test
    void while_nothing_should_come_nothing_is_missed() throws IOException {
        voice(2);
        agree(MediaDirection.SENDONLY);
        silence(60);
        agree(MediaDirection.INACTIVE);
        silence(60);
        assertThat(told).isZero();
        agree(MediaDirection.SENDRECV);
        silence(4);
        assertThat(told).isZero();
        silence(3);

        assertThat(told).isEqualTo(1);
    }
}
