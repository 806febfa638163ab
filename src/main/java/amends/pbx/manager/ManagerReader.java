package amends.pbx.manager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a client's bytes into messages: lines end with LF, with or without CR, an empty line ends a message. What is
 * no {@code Name: value} is passed over. One thread.
 */
final class ManagerReader {
    static final int LONGEST_LINE = 8192;
    static final int MOST_LINES = 128;

    /** A line or a message longer than anybody needs: the client is let go. */
    static final class Flooded extends IOException {
        private static final long serialVersionUID = 1;

        Flooded(String what) {
            super(what);
        }
    }

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private final List<ManagerMessage.Field> fields = new ArrayList<>();
    private int lines;

    void read(byte[] bytes, int length, Consumer<ManagerMessage> messages) throws Flooded {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                ended(messages);
            } else {
                if (line.size() == LONGEST_LINE) throw new Flooded("a line of more than " + LONGEST_LINE + " bytes");
                line.write(bytes[i]);
            }
        }
    }

    private void ended(Consumer<ManagerMessage> messages) throws Flooded {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.endsWith("\r")) text = text.substring(0, text.length() - 1);
        if (!text.isEmpty()) {
            if (++lines > MOST_LINES) throw new Flooded("a message of more than " + MOST_LINES + " lines");
            int colon = text.indexOf(':');
            if (colon > 0)
                fields.add(new ManagerMessage.Field(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip()));
            return;
        }
        lines = 0;
        if (fields.isEmpty()) return;
        var message = new ManagerMessage(fields);
        fields.clear();
        messages.accept(message);
    }
}
