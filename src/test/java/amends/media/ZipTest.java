package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.telephony.CallId;
import amends.telephony.MediaLeg;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tone before a call that answered itself, tick by half tick: both ends on the test's own thread and clock. */
class ZipTest {
    private static final CallId CALL = new CallId("zip@test");
    /** What coding makes of silence stays far below it. */
    private static final int LOUD = 300;

    private final SettableTime time = new SettableTime();
    private final MemoryDevices room = new MemoryDevices(Sounds.tone(400, 8000, Pcm.RATE));
    private Pace.Turns turns;
    private RtpMediaPlane desk;
    private int said;

    @BeforeEach
    void talk() throws IOException {
        desk = new RtpMediaPlane(
                InetAddress::getLoopbackAddress, PortRange.ANY, MediaWishes.PLAIN, room, call -> tap(), time, given -> {
                    turns = given;
                    return given::end;
                });
        MediaLeg leg = desk.open(CALL);
        leg.connect(leg.local());
        turns.turn(0);
        while (said <= LOUD) tick();
    }

    private CallTap tap() {
        return new CallTap() {
            @Override
            public void frame(short[] farEnd, short[] nearEnd) {
                said = 0;
                for (short sample : nearEnd) said = Math.max(said, Math.abs(sample));
            }

            @Override
            public void ended() {}
        };
    }

    private void tick() {
        time.pass(Duration.ofMillis(Pcm.FRAME_MS));
        while (turns.left() <= 0) turns.turn(0);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_tone_that_begins_between_the_halves_of_a_tick_silences_that_ticks_words_already() {
        time.pass(Duration.ofMillis(Pcm.FRAME_MS));
        while (turns.left() <= 0) {
            said = Integer.MAX_VALUE;
            turns.turn(0);
            // The far end was heard in this turn, and the mouth is still to be.
            if (said == Integer.MAX_VALUE) desk.zip(CALL);
        }
        assertThat(said).isLessThan(LOUD);
    }

    @Test
    void the_room_is_told_again_as_soon_as_the_tone_is_over() {
        desk.zip(CALL);
        int silent = 0;
        tick();
        for (; said < LOUD; silent++) tick();
        assertThat(silent * Pcm.FRAME_MS).isBetween(260, 300);
    }
}
