package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadsetTest {
    private static final short[] SAID = Sounds.tone(440, 8000, Pcm.RATE);
    private final MemoryDevices devices = new MemoryDevices(SAID);
    private final Headset headset = new Headset(devices);
    private final short[] frame = new short[Pcm.FRAME];

    /** Halves what is said, and keeps what it was told is played. */
    private static final class Halving implements VoiceCleaner {
        private final List<short[]> played = new ArrayList<>();
        private int closed;

        @Override
        public void plays(short[] frame) {
            played.add(frame.clone());
        }

        @Override
        public void clean(short[] frame) {
            for (int i = 0; i < frame.length; i++) frame[i] /= 2;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void the_microphone_goes_through_the_cleaner_which_knows_what_the_loudspeaker_plays() {
        var halving = new Halving();
        headset.treat(halving);
        headset.open();
        headset.write(Arrays.copyOf(SAID, Pcm.FRAME));
        headset.read(frame);
        assertThat(frame[10]).isEqualTo((short) (SAID[10] / 2));
        assertThat(halving.played).hasSize(1);
        assertThat(devices.heard()).startsWith(SAID[0], SAID[1], SAID[2]);
    }

    @Test
    void another_cleaner_takes_over_and_the_one_before_is_closed_once() {
        var first = new Halving();
        headset.treat(first);
        headset.treat(VoiceCleaner.NONE);
        headset.open();
        headset.read(frame);
        assertThat(first.closed).isEqualTo(1);
        assertThat(frame[10]).isEqualTo(SAID[10]);
    }

    @Test
    void a_cleaner_that_breaks_its_word_costs_no_sound() {
        headset.treat(new VoiceCleaner() {
            @Override
            public void plays(short[] frame) {
                throw new IllegalStateException();
            }

            @Override
            public void clean(short[] frame) {
                throw new IllegalStateException();
            }

            @Override
            public void close() {}
        });
        headset.open();
        headset.read(frame);
        headset.write(frame);
        assertThat(frame[10]).isEqualTo(SAID[10]);
        assertThat(devices.heard()).hasSize(Pcm.FRAME);
    }
}
