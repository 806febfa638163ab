package amends.acd.manager;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads messages from a stream in bounded memory: what is too long is cut, what has no end ends the stream. Blocks.
 */
final class ManagerFrameReader {
    /** Bytes kept of a line; Asterisk's own limit for a value is below. */
    static final int LINE = 4096;
    /** Headers kept of a message; the largest seen has 60. */
    static final int HEADERS = 200;
    /** Bytes after which a message without an end is no message. */
    static final int MESSAGE = 1 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int read;

    ManagerFrameReader(InputStream in) {
        this.in = new BufferedInputStream(in, 8192);
    }

    /** The line with which the other side presents itself. */
    String banner() throws IOException {
        read = 0;
        return line();
    }

    /** @throws EOFException when the other side has closed */
    ManagerFrame next() throws IOException {
        var frame = new ManagerFrame.Builder();
        read = 0;
        while (true) {
            String text = line();
            if (text.isEmpty() && !frame.isEmpty()) return frame.build();
            int colon = text.indexOf(':');
            if (colon > 0 && frame.size() < HEADERS)
                frame.add(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        line.reset();
        while (true) {
            int b = in.read();
            if (b < 0) throw new EOFException("the distributor closed the connection");
            if (++read > MESSAGE) throw new IOException("the distributor sent a message without end");
            if (b == '\n') return line.toString(StandardCharsets.UTF_8).stripTrailing();
            if (line.size() < LINE) line.write(b);
        }
    }
}
