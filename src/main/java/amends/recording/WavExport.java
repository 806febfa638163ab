package amends.recording;

import amends.recording.RecordingLibrary.CannotOpen;
import amends.recording.RecordingLibrary.Obstacle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Writes a recording as an ordinary stereo WAV file: customer left, agent right, 16 bit, at the rate of the line. */
public final class WavExport {
    private static final int HEADER = 44;
    /** What the format's 32-bit lengths allow. */
    private static final long LONGEST = 0xFFFF_FFFFL - HEADER;

    private final Sealing sealing;
    private final SoundFormat format;

    public WavExport(Sealing sealing, SoundFormat format) {
        this.sealing = sealing;
        this.format = format;
    }

    /** @param lacking what is wrong with the recording, for people; empty when it is whole */
    public record Exported(Duration length, Optional<String> lacking) {}

    /**
     * Replaces the target only once all is written.
     *
     * @throws CannotOpen when nothing of the recording can be heard here
     */
    public Exported export(Path recording, Path wav) throws CannotOpen, IOException {
        if (!Files.isRegularFile(recording))
            throw new CannotOpen(Obstacle.FILE_MISSING, recording + " is no file", null);
        Path target = wav.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (var file = Files.newByteChannel(recording)) {
            var sound = SealedSound.open(file, sealing, format);
            Exported exported = write(sound, unfinished);
            if (exported.length().isZero() && exported.lacking().isPresent())
                throw new CannotOpen(Obstacle.DAMAGED, exported.lacking().get(), null);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            return exported;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Exported write(SealedSound sound, Path target) throws IOException {
        try (var channel = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024)) {
            out.write(new byte[HEADER]);
            long bytes = samples(sound, out);
            out.flush();
            channel.write(header(sound.rate(), bytes), 0);
            var length = Duration.ofMillis(bytes / 4 * 1000 / sound.rate());
            return new Exported(length, lacking(sound.outcome()));
        }
    }

    private static long samples(SealedSound sound, OutputStream out) throws IOException {
        long bytes = 0;
        for (var stretch = sound.next(); stretch != null; stretch = sound.next()) {
            var both = ByteBuffer.allocate(4 * stretch.customer().length).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < stretch.customer().length; i++)
                both.putShort(stretch.customer()[i]).putShort(stretch.agent()[i]);
            bytes += both.capacity();
            if (bytes > LONGEST) throw new IOException("longer than a WAV file can be");
            out.write(both.array());
        }
        return bytes;
    }

    private static Optional<String> lacking(SealedSound.Outcome outcome) {
        return switch (outcome) {
            case SealedSound.Outcome.Whole whole -> Optional.empty();
            case SealedSound.Outcome.Torn torn -> Optional.of("the recording was interrupted here");
            case SealedSound.Outcome.Faulty(var where, var what) ->
                Optional.of("the recording is damaged here: " + what);
        };
    }

    /** RIFF, one PCM format chunk, one data chunk. */
    private static ByteBuffer header(int rate, long bytes) {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF"))
                .putInt((int) (bytes + HEADER - 8))
                .put(ascii("WAVEfmt "))
                .putInt(16);
        header.putShort((short) 1).putShort((short) 2).putInt(rate).putInt(4 * rate);
        header.putShort((short) 4).putShort((short) 16).put(ascii("data")).putInt((int) bytes);
        return header.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
