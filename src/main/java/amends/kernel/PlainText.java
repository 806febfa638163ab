package amends.kernel;

/**
 * Text from outside made harmless for a line on the screen, a log or a protocol: one line, no control, format or
 * bidirectional-override characters, no broken surrogates, bounded length.
 */
public final class PlainText {
    private PlainText() {}

    /**
     * @param raw what came in; null counts as empty
     * @param most how many characters may stay; what is cut is marked by one ellipsis that counts
     */
    public static String line(String raw, int most) {
        if (raw == null) return "";
        var kept = new StringBuilder(Math.min(raw.length(), most + 1));
        boolean gap = false;
        int length = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = length > 0;
                continue;
            }
            if (hidden(c)) continue;
            if (length + (gap ? 2 : 1) > most) return ellipsed(kept, most, length);
            if (gap) {
                kept.append(' ');
                length++;
            }
            gap = false;
            kept.appendCodePoint(c);
            length++;
        }
        return kept.toString();
    }

    /**
     * Text of several lines made as harmless, its line ends kept as single line feeds, blank ends cut.
     *
     * @param most how many characters may stay; what is beyond is cut
     */
    public static String lines(String raw, int most) {
        if (raw == null) return "";
        var kept = new StringBuilder(Math.min(raw.length(), most));
        int length = 0;
        for (int i = 0; i < raw.length() && length < most; ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < raw.length() && raw.charAt(i) == '\n') continue;
            if (c == '\r') c = '\n';
            if (c == '\t') c = ' ';
            if (c != '\n' && hidden(c)) continue;
            if (length + Character.charCount(c) > most) break;
            kept.appendCodePoint(c);
            length += Character.charCount(c);
        }
        return kept.toString().strip();
    }

    private static String ellipsed(StringBuilder kept, int most, int length) {
        if (most < 1) return "";
        if (length >= most) kept.setLength(kept.offsetByCodePoints(kept.length(), -1));
        return kept.append('…').toString();
    }

    private static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
