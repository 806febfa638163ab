package amends.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a message as lines, read by no grammar: enough to see whether the grammar is worth trying, and to answer
 * what fails it.
 *
 * @param start the first line
 * @param fields name in lower case and long form, value as written, folded lines joined by a blank
 */
record WireHead(String start, List<Map.Entry<String, String>> fields) {
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("v", "via"),
            Map.entry("i", "call-id"),
            Map.entry("f", "from"),
            Map.entry("t", "to"),
            Map.entry("m", "contact"),
            Map.entry("l", "content-length"),
            Map.entry("c", "content-type"),
            Map.entry("e", "content-encoding"));

    /** @param head without the empty line that ends it */
    static WireHead read(byte[] head, int length) {
        String[] lines = new String(head, 0, length, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) fold(fields, line);
            else if (line.indexOf(':') > 0) fields.add(field(line));
        }
        return new WireHead(lines[0], List.copyOf(fields));
    }

    private static void fold(List<Map.Entry<String, String>> fields, String line) {
        if (fields.isEmpty()) return;
        var last = fields.removeLast();
        fields.add(Map.entry(last.getKey(), (last.getValue() + " " + line.strip()).strip()));
    }

    private static Map.Entry<String, String> field(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return Map.entry(
                LONG.getOrDefault(name, name), line.substring(colon + 1).strip());
    }

    List<String> values(String name) {
        return fields.stream()
                .filter(f -> f.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The first of that name, empty when there is none. */
    String value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Bytes of the body; -1 when that is not said, or is no number of up to nine digits. */
    int contentLength() {
        String said = value("content-length");
        return said.matches("\\d{1,9}") ? Integer.parseInt(said) : -1;
    }

    /** Whether this asks for something that is not part of a dialog yet. */
    boolean beginsWith(String method) {
        return start.startsWith(method + " ") && !value("to").matches("(?i).*;\\s*tag\\s*=.*");
    }
}
