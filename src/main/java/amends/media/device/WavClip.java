package amends.media.device;

import amends.media.Pcm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A sound file brought into the desk's own shape. */
public final class WavClip {
    private static final int LONGEST_SECONDS = 3600;
    private static final int CHUNK_FRAMES = 4096;

    private WavClip() {}

    /**
     * Reads a WAV file of any rate, number of channels and usual sample format (8, 16, 24, 32 bit, float, G.711).
     *
     * @return samples at {@link Pcm#RATE}, at most an hour
     * @throws IOException when it cannot be read or is no such file; the message names it
     */
    public static short[] read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw new IOException(file + " is no WAV file that can be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException("cannot read the sound file " + file + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is none" : e.toString();
    }

    private static short[] read(InputStream in) throws IOException, UnsupportedAudioFileException {
        var file = AudioSystem.getAudioInputStream(in);
        AudioInputStream pcm = linear(file);
        var samples = new SampleReader(pcm.getFormat());
        int rate = Math.round(pcm.getFormat().getSampleRate());
        if (rate < 1000 || rate > 384_000) throw new UnsupportedAudioFileException(rate + " samples a second");
        var resampler = rate == Pcm.RATE ? null : new Resampler(rate, Pcm.RATE);
        var clip = ShortBuffer.allocate(Pcm.RATE);
        var bytes = new byte[CHUNK_FRAMES * pcm.getFormat().getFrameSize()];
        for (int n = pcm.read(bytes); n > 0 && clip.position() < LONGEST_SECONDS * Pcm.RATE; n = pcm.read(bytes)) {
            short[] mono = samples.mono(bytes, n);
            clip = added(clip, resampler == null ? mono : resampler.feed(mono, mono.length));
        }
        if (resampler != null) clip = added(clip, resampler.finish());
        return Arrays.copyOf(clip.array(), clip.position());
    }

    private static AudioInputStream linear(AudioInputStream in) {
        AudioFormat format = in.getFormat();
        var encoding = format.getEncoding();
        boolean g711 = encoding.equals(AudioFormat.Encoding.ULAW) || encoding.equals(AudioFormat.Encoding.ALAW);
        return g711 ? AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, in) : in;
    }

    private static ShortBuffer added(ShortBuffer clip, short[] samples) {
        ShortBuffer roomy = clip;
        if (clip.remaining() < samples.length) {
            roomy = ShortBuffer.allocate(2 * clip.capacity() + samples.length);
            roomy.put(clip.flip());
        }
        return roomy.put(samples);
    }

    /** Reads the samples of one format, all channels averaged. */
    private record SampleReader(AudioFormat format) {
        SampleReader {
            int bits = format.getSampleSizeInBits();
            if (bits != 8 && bits != 16 && bits != 24 && bits != 32 && bits != 64)
                throw new IllegalArgumentException(bits + " bits a sample");
        }

        short[] mono(byte[] bytes, int length) {
            var order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            var in = ByteBuffer.wrap(bytes, 0, length).order(order);
            int channels = format.getChannels();
            var mono = new short[length / format.getFrameSize()];
            for (int i = 0; i < mono.length; i++) {
                double sum = 0;
                for (int c = 0; c < channels; c++) sum += sample(in);
                mono[i] = (short) Math.clamp(Math.round(sum / channels * 32768), -32768, 32767);
            }
            return mono;
        }

        /** −1 to 1. */
        private double sample(ByteBuffer in) {
            int bits = format.getSampleSizeInBits();
            if (format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT))
                return bits == 64 ? in.getDouble() : in.getFloat();
            boolean unsigned = format.getEncoding().equals(AudioFormat.Encoding.PCM_UNSIGNED);
            return switch (bits) {
                case 8 -> (unsigned ? (in.get() & 0xFF) - 128 : in.get()) / 128.0;
                case 16 -> in.getShort() / 32768.0;
                case 24 ->
                    (in.order() == ByteOrder.LITTLE_ENDIAN
                                    ? in.get() & 0xFF | (in.get() & 0xFF) << 8 | in.get() << 16
                                    : in.get() << 16 | (in.get() & 0xFF) << 8 | in.get() & 0xFF)
                            / 8388608.0;
                default -> in.getInt() / 2147483648.0;
            };
        }
    }
}
