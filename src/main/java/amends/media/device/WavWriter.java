package amends.media.device;

import amends.media.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a WAV file of 16-bit mono. The header is brought up to date every second and whenever nothing comes, so a
 * process that is killed leaves a file that plays, short of a second at most.
 */
final class WavWriter implements PlaybackLine {
    private static final int HEADER = 44;
    private static final int FRAMES_PER_UPDATE = 1000 / Pcm.FRAME_MS;

    private final FileChannel file;
    private int framesSinceUpdate;

    private WavWriter(FileChannel file) {
        this.file = file;
    }

    /** Begins the file anew. */
    static WavWriter open(Path path) throws IOException {
        var writer = new WavWriter(FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        writer.updateHeader();
        writer.file.position(HEADER);
        return writer;
    }

    @Override
    public void write(short[] frame) throws IOException {
        var bytes = ByteBuffer.allocate(frame.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(frame);
        while (bytes.hasRemaining()) file.write(bytes);
        if (++framesSinceUpdate >= FRAMES_PER_UPDATE) updateHeader();
    }

    @Override
    public void idle() throws IOException {
        if (framesSinceUpdate > 0) updateHeader();
    }

    private void updateHeader() throws IOException {
        framesSinceUpdate = 0;
        int length = (int) Math.max(0, file.size() - HEADER);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(Pcm.RATE).putInt(Pcm.RATE * 2).putShort((short) 2).putShort((short) 16);
        header.put(ascii("data")).putInt(length).flip();
        for (long at = 0; header.hasRemaining(); ) at += file.write(header, at);
    }

    private static byte[] ascii(String tag) {
        return tag.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try (file) {
            updateHeader();
        } catch (IOException e) {
            throw new UncheckedIOException("the WAV file was not finished", e);
        }
    }
}
