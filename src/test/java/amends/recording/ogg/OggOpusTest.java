package amends.recording.ogg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.media.Pcm;
import amends.recording.SoundFormat.SoundReader;
import amends.recording.Voices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.gagravarr.ogg.CRCUtils;
import org.junit.jupiter.api.Test;

class OggOpusTest {
    private static final short[] VOICE = Voices.clip("wang-opening");
    private static final int FRAMES = 103;
    private final OggOpus format = new OggOpus();

    private byte[] written(int frames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = format.writer(out, "a title")) {
            for (int i = 0; i < frames; i++) writer.frame(Voices.frame(VOICE, i), Voices.frame(VOICE, i + 50));
        }
        return out.toByteArray();
    }

    private SoundReader reader(byte[] bytes) throws IOException {
        return format.reader(new ByteArrayInputStream(bytes));
    }

    private static int samples(SoundReader reader) throws IOException {
        int count = 0;
        for (var stretch = reader.next(); stretch != null; stretch = reader.next()) count += stretch.customer().length;
        return count;
    }

    @Test
    void exactly_as_many_samples_come_out_as_went_in() throws IOException {
        for (int frames : new int[] {0, 1, 4, 5, 6, FRAMES}) {
            var reader = reader(written(frames));
            assertThat(samples(reader)).isEqualTo(frames * Pcm.FRAME);
            assertThat(reader.ended()).isTrue();
        }
    }

    @Test
    void the_length_is_the_same_without_decoding() throws IOException {
        var reader = reader(written(FRAMES));
        while (reader.skip()) {}
        assertThat(reader.position()).isEqualTo(Duration.ofMillis(FRAMES * 20));
    }

    @Test
    void the_first_sample_out_is_the_first_that_went_in() throws IOException {
        var stretch = reader(written(FRAMES)).next();
        short[] out = stretch.customer();
        double best = Voices.correlation(asDoubles(VOICE, 0), asDoubles(out, 0));
        for (int shift = 1; shift < 40; shift++)
            assertThat(Voices.correlation(asDoubles(VOICE, shift), asDoubles(out, 0)))
                    .isLessThan(best);
    }

    private static double[] asDoubles(short[] samples, int from) {
        double[] values = new double[120];
        for (int i = 0; i < values.length; i++) values[i] = samples[from + i];
        return values;
    }

    @Test
    void every_100_ms_a_whole_page_of_constant_size_is_handed_on() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = format.writer(out, "a title");
        int headers = out.size();
        for (int i = 1; i <= 50; i++) {
            writer.frame(Voices.frame(VOICE, i), Voices.SILENCE);
            assertThat(out.size()).isEqualTo(headers + i / 5 * OggOpus.PAGE);
        }
    }

    @Test
    void without_opening_it_a_length_is_told_that_is_there_and_not_more_than_100_ms_short() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = format.writer(out, "x".repeat(36));
        for (int i = 1; i <= 200; i++) {
            writer.frame(Voices.SILENCE, Voices.SILENCE);
            long there = i / 5 * 100L;
            assertThat(format.heldBy(out.size()).toMillis()).isBetween(there - 100, there);
        }
    }

    @Test
    void sound_that_is_cut_off_anywhere_is_read_up_to_the_last_whole_page() throws IOException {
        byte[] whole = written(20);
        int before = 0;
        for (int length = 200; length < whole.length; length++) {
            int heard = samples(reader(Arrays.copyOf(whole, length)));
            assertThat(heard).isGreaterThanOrEqualTo(before);
            before = heard;
        }
        assertThat(before).isGreaterThanOrEqualTo(15 * Pcm.FRAME - 20);
    }

    @Test
    void a_title_of_any_length_is_cut_between_characters() {
        byte[] tags = OpusHeaders.tags("投诉".repeat(1000));
        assertThat(tags.length).isBetween(OpusHeaders.LONGEST_TAGS - 3, OpusHeaders.LONGEST_TAGS);
        String title = new String(tags, StandardCharsets.UTF_8).split("TITLE=")[1];
        assertThat(title).matches("(投诉)+投?");
    }

    @Test
    void other_sound_is_refused_by_name() throws IOException {
        byte[] coupled = written(1);
        coupled[28 + 20] = 1;
        assertThatThrownBy(() -> reader(summed(coupled))).hasMessageContaining("uncoupled");
        assertThatThrownBy(() -> reader("RIFF....WAVEfmt of someone else".getBytes()))
                .hasMessageContaining("no Ogg");
        assertThatThrownBy(() -> reader(new byte[0])).hasMessageContaining("before it begins");
    }

    /** With the checksum that belongs to every page, as an attacker would put it. */
    private static byte[] summed(byte[] ogg) {
        var fields = ByteBuffer.wrap(ogg).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 27 <= ogg.length; ) {
            int lacings = ogg[at + 26] & 0xFF;
            int end = at + 27 + lacings;
            for (int i = 0; i < lacings && at + 27 + i < ogg.length; i++) end += ogg[at + 27 + i] & 0xFF;
            if (end > ogg.length) break;
            fields.putInt(at + 22, 0);
            fields.putInt(at + 22, CRCUtils.getCRC(Arrays.copyOfRange(ogg, at, end)));
            at = end;
        }
        return ogg;
    }

    /** Whoever has the public key can seal anything: what comes out of a seal is not to be trusted either. */
    @Test
    void hostile_sound_ends_as_a_fault_and_nothing_else() throws IOException {
        int frames = 31;
        byte[] whole = written(frames);
        var random = new Random(11);
        for (int round = 0; round < 1500; round++) {
            byte[] hostile = whole.clone();
            for (int i = random.nextInt(20); i >= 0; i--)
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            if (random.nextInt(4) > 0) summed(hostile);
            try {
                assertThat(samples(reader(hostile))).isLessThan(10 * frames * Pcm.FRAME);
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void a_packet_without_end_does_not_fill_the_memory() throws IOException {
        byte[] headers = Arrays.copyOf(written(0), 28 + OpusHeaders.HEAD_LENGTH);
        byte[] page = new byte[27 + 255 + 255 * 255];
        System.arraycopy("OggS".getBytes(), 0, page, 0, 4);
        page[5] = 1;
        page[26] = (byte) 255;
        Arrays.fill(page, 27, 27 + 255, (byte) 255);
        summed(page);
        var endless = new InputStream() {
            long at;

            @Override
            public int read() {
                long now = at++;
                return (now < headers.length ? headers[(int) now] : page[(int) ((now - headers.length) % page.length)])
                        & 0xFF;
            }
        };
        assertThatThrownBy(() -> format.reader(endless)).isInstanceOf(IOException.class);
        assertThat(endless.at).isLessThan(1_000_000);
    }
}
