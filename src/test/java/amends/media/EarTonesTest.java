package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EarTonesTest {
    private final EarTones tones = new EarTones();

    /** What is heard in so many milliseconds of silence. */
    private short[] heard(int ms) {
        var heard = new short[ms / Pcm.FRAME_MS * Pcm.FRAME];
        for (int at = 0; at < heard.length; at += Pcm.FRAME)
            System.arraycopy(tones.over(new short[Pcm.FRAME]), 0, heard, at, Pcm.FRAME);
        return heard;
    }

    @Test
    void without_a_tone_nothing_is_added_and_nothing_is_copied() {
        short[] frame = Sounds.tone(300, 1000, Pcm.FRAME);
        assertThat(tones.over(frame)).isSameAs(frame);
        assertThat(tones.over(null)).isNull();
    }

    @Test
    void a_waiting_call_is_two_soft_beeps_every_six_seconds() {
        tones.waits(true);
        short[] heard = heard(12_000);
        for (int begin : new int[] {0, 6_000}) {
            assertThat(Sounds.rms(heard, at(begin), at(begin + 120))).isBetween(500.0, 1500.0);
            assertThat(Sounds.rms(heard, at(begin + 120), at(begin + 240))).isZero();
            assertThat(Sounds.rms(heard, at(begin + 240), at(begin + 360))).isBetween(500.0, 1500.0);
            assertThat(Sounds.rms(heard, at(begin + 380), at(begin + 6_000))).isZero();
        }
    }

    @Test
    void the_voice_goes_on_under_it_and_its_own_frame_is_left_as_it_was() {
        short[] voice = Sounds.tone(300, 8000, Pcm.FRAME);
        short[] kept = voice.clone();
        tones.waits(true);
        short[] ear = tones.over(voice);
        assertThat(voice).isEqualTo(kept);
        assertThat(Sounds.rms(ear)).isGreaterThan(Sounds.rms(voice) * 0.9);
    }

    @Test
    void the_end_of_waiting_ends_it_at_once() {
        tones.waits(true);
        heard(60);
        tones.waits(false);
        assertThat(heard(100)).containsOnly(0);
        assertThat(tones.isWaiting()).isFalse();
    }

    @Test
    void said_twice_it_does_not_begin_anew() {
        tones.waits(true);
        heard(1_000);
        tones.waits(true);
        assertThat(heard(1_000)).containsOnly(0);
    }

    @Test
    void a_zip_sounds_once_and_holds_the_microphone_back_for_so_long() {
        tones.zip();
        int ms = 0;
        while (tones.isZipping() && ms < 2_000) {
            heard(Pcm.FRAME_MS);
            ms += Pcm.FRAME_MS;
        }
        assertThat(ms).isBetween(200, 400);
        assertThat(heard(1_000)).containsOnly(0);
    }

    @Test
    void loud_sound_is_clipped_and_does_not_turn_over() {
        tones.zip();
        var loud = new short[Pcm.FRAME];
        Arrays.fill(loud, Short.MAX_VALUE);
        for (short sample : tones.over(loud)) assertThat(sample).isPositive();
    }

    private static int at(int ms) {
        return ms * Pcm.RATE / 1000;
    }
}
