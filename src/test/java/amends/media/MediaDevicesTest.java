package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Microphones and loudspeakers around calls, and what fails beside a call that goes on. */
class MediaDevicesTest extends TwoPlanes {
    @Test
    void a_test_call_is_refused_while_there_is_a_call_and_ends_when_one_comes() {
        assertThat(planeA.test()).isEqualTo(SoundBoard.Answer.IN_CALL);
        a.close();
        assertThat(planeA.test()).isEqualTo(SoundBoard.Answer.BEGUN);
        until(() -> planeA.testing() == SoundBoard.Trial.LISTENING);
        assertThat(planeA.test()).isEqualTo(SoundBoard.Answer.RUNNING);
    }

    @Test
    void the_level_is_seen_while_it_is_watched_and_the_devices_stay_open_for_the_call() {
        planeA.watch(true);
        until(() -> planeA.levels().microphone().rms() > -40);
        connect(MediaDirection.SENDRECV);
        comesThrough(A_SAYS, devicesB::heard);
        assertThat(devicesA.opened).isEqualTo(1);
        planeA.watch(false);
        a.close();
        until(() -> planeA.levels().microphone().equals(Loudness.SILENCE));
        assertThat(devicesA.closed).isEqualTo(1);
    }

    @Test
    void other_devices_take_over_in_mid_call() {
        connect(MediaDirection.SENDRECV);
        comesThrough(A_SAYS, devicesB::heard);
        planeA.reopen();
        until(() -> devicesA.opened == 2);
        comesThrough(B_SAYS, devicesA::heard);
    }

    @Test
    void the_devices_are_let_go_with_the_last_call() {
        connect(MediaDirection.SENDRECV);
        until(() -> devicesA.opened == 1);
        a.close();
        until(() -> devicesA.closed == 1);
    }

    @Test
    void devices_that_throw_do_not_disturb_the_call() throws IOException {
        var second = new CallId("throwing@test");
        try (var plane = new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                new ThrowingDevices(),
                call -> tap,
                Timekeeper.system())) {
            var leg = plane.open(second);
            leg.connect(b.local());
            b.connect(leg.local());
            until(() -> tap.samples() > Pcm.RATE);
            assertThat(Sounds.rms(tap.far())).isGreaterThan(500);
            assertThat(Sounds.rms(tap.near())).isZero();
        }
    }

    @Test
    void a_far_end_that_cannot_be_sent_to_takes_no_other_call_s_sound() throws IOException {
        var there = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 4000);
        var unreachable = planeA.open(new CallId("unreachable@test"));
        unreachable.connect(new MediaTerms(there, List.of(Codec.PCMA), MediaDirection.SENDRECV));
        connect(MediaDirection.SENDRECV);
        until(() -> Sounds.rms(devicesB.heard()) > 500 && Sounds.rms(devicesA.heard()) > 500);
        unreachable.close();
    }

    @Test
    void an_error_in_one_call_s_media_takes_no_other_call_s_sound() throws IOException {
        CallTap.Factory taps = call -> call.equals(CALL) ? tap : new BrokenTap();
        var loopback = InetAddress.getLoopbackAddress();
        try (var plane = new RtpMediaPlane(() -> loopback, PortRange.ANY, devicesA, taps, Timekeeper.system())) {
            var failing = plane.open(new CallId("failing@test"));
            failing.connect(a.local());
            var whole = plane.open(CALL);
            whole.connect(b.local());
            b.connect(whole.local());
            until(() -> Sounds.rms(devicesA.heard()) > 500);
        }
    }

    private static final class BrokenTap implements CallTap {
        @Override
        public void frame(short[] farEnd, short[] nearEnd) {
            throw new AssertionError("broken");
        }

        @Override
        public void ended() {}
    }

    private static final class ThrowingDevices implements AudioDevices {
        @Override
        public AudioSource openMicrophone() {
            throw new IllegalStateException("no microphone");
        }

        @Override
        public AudioSink openSpeaker() {
            return new AudioSink() {
                @Override
                public void write(short[] frame) {
                    throw new IllegalStateException("no speaker");
                }

                @Override
                public void close() {
                    throw new IllegalStateException("no speaker");
                }
            };
        }

        @Override
        public String trouble() {
            return "";
        }
    }
}
