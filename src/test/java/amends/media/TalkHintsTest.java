package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.telephony.CallId;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is said of a call by what is tapped of it. */
class TalkHintsTest {
    private static final CallId CALL = new CallId("c1");
    private final short[] voice = frame(3_000);
    private final short[] room = frame(20);
    private final short[] nothing = frame(0);
    private final AtomicInteger heard = new AtomicInteger();
    private final TalkHints hints = new TalkHints(call -> new CallTap() {
        @Override
        public void frame(short[] farEnd, short[] nearEnd) {
            heard.incrementAndGet();
        }

        @Override
        public void ended() {}
    });
    private final CallTap tap = hints.tap(CALL);

    private static short[] frame(int loud) {
        var frame = new short[Pcm.FRAME];
        Arrays.fill(frame, (short) loud);
        return frame;
    }

    private void seconds(int seconds, short[] customer, short[] agent, boolean announced) {
        for (int i = 0; i < seconds * 1000 / Pcm.FRAME_MS; i++) tap.frame(customer, agent, announced);
    }

    @Test
    void who_speak_at_once_are_told() {
        seconds(2, room, room, false);
        seconds(4, voice, voice, false);
        assertThat(hints.of(CALL)).contains(TalkHint.TALKING_OVER);
    }

    @Test
    void what_the_desk_says_itself_is_no_voice_of_the_agents() {
        seconds(2, room, room, false);
        seconds(6, voice, voice, true);
        assertThat(hints.of(CALL)).isEmpty();
    }

    @Test
    void at_a_desk_without_a_microphone_nothing_is_said_whatever_the_customer_does() {
        seconds(6, voice, voice, true);
        seconds(180, voice, nothing, false);
        seconds(60, room, nothing, false);
        assertThat(hints.of(CALL)).isEmpty();
    }

    @Test
    void of_a_customer_who_is_not_heard_at_all_nothing_is_said() {
        seconds(180, nothing, voice, false);
        assertThat(hints.of(CALL)).isEmpty();
    }

    @Test
    void whoever_taps_besides_hears_every_frame() {
        seconds(1, voice, voice, true);
        seconds(1, voice, voice, false);
        assertThat(heard).hasValue(2000 / Pcm.FRAME_MS);
    }
}
