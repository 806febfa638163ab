package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is said on one side of a call is heard on the other, held, muted, mixed and recorded. */
class RtpMediaPlaneTest extends TwoPlanes {
    @Test
    void each_hears_what_the_other_says() {
        connect(MediaDirection.SENDRECV);
        comesThrough(A_SAYS, devicesB::heard);
        comesThrough(B_SAYS, devicesA::heard);
    }

    @Test
    void the_tap_hears_both_sides_apart() {
        connect(MediaDirection.SENDRECV);
        comesThrough(B_SAYS, tap::far);
        comesThrough(A_SAYS, tap::near);
    }

    @Test
    void a_voice_that_stays_away_for_five_seconds_is_said_and_one_that_comes_again_takes_it_back() {
        a.connect(with(b.local(), MediaDirection.SENDRECV));
        assertThat(a.isHeard()).isFalse();
        until(() -> planeA.line(CALL).orElseThrow().silent());
        b.connect(with(a.local(), MediaDirection.SENDRECV));
        until(() -> !planeA.line(CALL).orElseThrow().silent() && a.isHeard());
    }

    @Test
    void the_tap_is_told_of_the_end_once() {
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > 0);
        a.close();
        a.close();
        planeA.close();
        assertThat(tap.ends).isEqualTo(1);
    }

    @Test
    void how_a_call_was_heard_is_told_once_at_its_end() {
        var ends = new CopyOnWriteArrayList<MediaQuality.Heard>();
        planeA.onEnded(ends::add);
        connect(MediaDirection.SENDRECV);
        comesThrough(B_SAYS, devicesA::heard);
        a.close();
        a.close();
        until(() -> !ends.isEmpty());

        assertThat(ends).singleElement().satisfies(end -> {
            assertThat(end.call()).isEqualTo(CALL);
            assertThat(end.whole().received()).isPositive();
        });
    }

    @Test
    void a_muted_side_sends_silence() {
        a.mute(true);
        connect(MediaDirection.SENDRECV);
        until(() -> devicesB.heard().length > Pcm.RATE && tap.samples() > Pcm.RATE);
        assertThat(Sounds.rms(devicesB.heard())).isLessThan(10);
        assertThat(Sounds.rms(tap.near())).isZero();
        assertThat(Sounds.rms(devicesA.heard())).isGreaterThan(500);
    }

    @Test
    void a_customer_on_hold_is_sent_silence_and_not_heard() {
        a.connect(with(b.local(), MediaDirection.SENDONLY));
        b.connect(with(a.local(), MediaDirection.SENDRECV));
        until(() -> tap.samples() > Pcm.RATE
                && planeB.of(CALL).map(s -> s.received() > 30).orElse(false));
        assertThat(Sounds.rms(tap.near())).isZero();
        assertThat(Sounds.rms(tap.far())).isZero();
    }

    @Test
    void a_call_taken_back_from_hold_is_heard_again() {
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > Pcm.RATE / 2);
        a.connect(with(b.local(), MediaDirection.SENDONLY));
        int held = tap.samples();
        until(() -> tap.samples() > held + Pcm.RATE / 2);
        a.connect(with(b.local(), MediaDirection.SENDRECV));
        int back = tap.samples() + Pcm.FRAME * 5;
        until(() -> tap.samples() > back + Pcm.RATE);
        assertThat(Sounds.rms(tap.far(), held + 5 * Pcm.FRAME, held + Pcm.RATE / 2))
                .isZero();
        assertThat(Sounds.rms(tap.far(), back, back + Pcm.RATE)).isGreaterThan(500);
    }

    @Test
    void an_announcement_goes_to_the_far_end_in_place_of_the_microphone() {
        var clip = Sounds.tone(1000, 8000, Pcm.RATE);
        planeA.play(CALL, clip);
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > 2 * Pcm.RATE);
        assertThat(Sounds.strength(Arrays.copyOf(tap.near(), Pcm.RATE), 1000)).isGreaterThan(7500);
        assertThat(Sounds.strength(Arrays.copyOf(tap.far(), Pcm.RATE), 1000)).isLessThan(500);
        assertThat(tap.announced()).as("frames of it").isEqualTo(Pcm.RATE / Pcm.FRAME);
    }

    @Test
    void of_two_calls_the_held_one_has_no_microphone() throws IOException {
        var second = new CallId("second@test");
        connect(MediaDirection.SENDRECV);
        until(() -> tap.samples() > 0);
        a.connect(with(b.local(), MediaDirection.SENDONLY));
        try (var peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var consultation = planeA.open(second);
            consultation.connect(terms(peer, MediaDirection.SENDRECV, Codec.PCMA));
            double loudest = 0;
            for (int i = 0; i < 100; i++)
                loudest = Math.max(
                        loudest, Sounds.rms(G711.A_LAW.decode(receive(peer).payload())));
            assertThat(loudest).isGreaterThan(500);
            consultation.close();
        }
        assertThat(devicesA.opened).isEqualTo(1);
        assertThat(devicesA.closed).isZero();
    }

    @Test
    void two_calls_and_the_agent_hear_each_other_and_are_recorded_apart() throws IOException {
        var second = new CallId("second@test");
        short[] cSays = Sounds.tone(700, 8000, 4 * Pcm.RATE);
        var devicesC = new MemoryDevices(cSays);
        try (var planeC = new RtpMediaPlane(
                InetAddress::getLoopbackAddress, PortRange.ANY, devicesC, x -> CallTap.NONE, Timekeeper.system())) {
            MediaLeg toC = planeA.open(second);
            MediaLeg c = planeC.open(second);
            connect(MediaDirection.SENDRECV);
            toC.connect(with(c.local(), MediaDirection.SENDRECV));
            c.connect(with(toC.local(), MediaDirection.SENDRECV));
            planeA.conference(Set.of(CALL, second));
            until(() -> Sounds.strength(last(devicesB.heard()), 700) > 7000);
            until(() -> Sounds.strength(last(devicesA.heard()), 700) > 7000);
            until(() -> Sounds.rms(last(devicesA.heard())) > 5700);
            planeA.conference(Set.of());
            until(() -> Sounds.strength(last(devicesB.heard()), 700) < 500);
            toC.close();
        }
        assertThat(Sounds.strength(tap.near(), 700)).isLessThan(500);
    }

    private static short[] last(short[] sound) {
        return Arrays.copyOfRange(sound, Math.max(0, sound.length - Pcm.RATE / 2), sound.length);
    }
}
