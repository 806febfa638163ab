package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.media.Pcm;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class DuplexSoundTest {
    private final Line line = new Line();
    private final CountDownLatch looked = new CountDownLatch(2);
    private final DuplexSound sound = new DuplexSound(new DuplexSound.Opener() {
        @Override
        public DuplexLine open() {
            return line;
        }

        @Override
        public boolean outdated() {
            looked.countDown();
            return false;
        }
    });
    private final AudioSource microphone = sound.microphone(() -> {});
    private final AudioSink speaker = sound.speaker(() -> {});
    private final short[] frame = new short[Pcm.FRAME];

    /** Rings like those of the library: what is too much is the newest. Each frame that is said is one number. */
    private static final class Line implements DuplexLine {
        private static final int RING = Integer.highestOneBit(Pcm.RATE);
        private final ArrayDeque<Short> heard = new ArrayDeque<>();
        private int frames;
        private int toPlay;

        void says() {
            frames++;
            for (int i = 0; i < Pcm.FRAME && heard.size() < RING; i++) heard.add((short) frames);
        }

        void says(int samples) {
            for (int i = 0; i < samples && heard.size() < RING; i++) heard.add((short) 1000);
        }

        void plays(int samples) {
            toPlay = Math.max(0, toPlay - samples);
        }

        void plays() {
            toPlay = Math.max(0, toPlay - Pcm.FRAME);
        }

        @Override
        public int read(short[] pcm, int count) {
            int taken = Math.min(count, heard.size());
            for (int i = 0; i < taken; i++) pcm[i] = heard.remove();
            return taken;
        }

        @Override
        public int write(short[] pcm, int count) {
            toPlay += count;
            return count;
        }

        @Override
        public Standing standing() {
            return new Standing(heard.size(), toPlay, 0, 0);
        }

        @Override
        public boolean runs() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** It looks after what is open only once it is open. */
    @BeforeEach
    void open() throws InterruptedException {
        sound.wanted(true);
        while (looked.getCount() > 0) {
            sound.wanted(true);
            looked.await(5, TimeUnit.MILLISECONDS);
        }
    }

    private void talk(int frames) {
        for (int i = 0; i < frames; i++) {
            line.says();
            microphone.read(frame);
        }
    }

    @Test
    void what_is_said_while_nobody_listens_is_never_told_and_delays_nothing() {
        talk(50);
        for (int i = 0; i < 100; i++) {
            line.says();
            microphone.skip();
        }
        for (int i = 0; i < 3; i++) {
            line.says();
            microphone.read(frame);
            boolean fresh = frame[0] == 0 || frame[0] > 150;
            assertThat(fresh).as("frame %d of after the hold", frame[0]).isTrue();
        }
        assertThat(frame[Pcm.FRAME - 1]).isGreaterThan((short) 150);
        assertThat(line.heard.size()).isLessThanOrEqualTo(Pcm.FRAME + new Cushion().samples());
    }

    @Test
    void a_loudspeaker_with_nothing_to_play_has_not_run_dry() {
        Arrays.fill(frame, (short) 1000);
        for (int hold = 0; hold < 5; hold++) {
            for (int i = 0; i < 10; i++) {
                speaker.write(frame);
                line.plays();
            }
            for (int i = 0; i < 10; i++) {
                speaker.pause();
                line.plays();
            }
        }
        speaker.write(frame);
        assertThat(line.toPlay).isEqualTo(Pcm.FRAME + new Cushion().samples());
    }

    @Test
    void a_moment_without_sound_adds_no_delay() {
        for (int i = 0; i < 10; i++) {
            speaker.write(frame);
            speaker.pause();
        }
        assertThat(line.toPlay).isEqualTo(10 * Pcm.FRAME + new Cushion().samples());
    }

    @ParameterizedTest(name = "{0} ppm")
    @ValueSource(ints = {-200, -50, 50, 200})
    void a_device_whose_clock_is_another_neither_runs_dry_nor_gathers_delay(int ppm) {
        Arrays.fill(frame, (short) 1000);
        long moved = 0;
        int silent = 0;
        int most = 0;
        for (long tick = 1; tick <= 10 * 60 * 50; tick++) {
            long now = tick * Pcm.FRAME * (1_000_000 + ppm) / 1_000_000;
            line.says((int) (now - moved));
            line.plays((int) (now - moved));
            moved = now;
            microphone.read(frame);
            if (tick > 500 && frame[0] == 0) silent++;
            if (tick > 500) most = Math.max(most, Math.max(line.heard.size(), line.toPlay));
            Arrays.fill(frame, (short) 1000);
            speaker.write(frame);
        }
        assertThat(silent).as("frames in which nothing was heard").isZero();
        assertThat(most).as("samples that wait").isLessThan(2 * Pcm.FRAME);
    }
}
