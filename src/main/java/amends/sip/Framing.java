package amends.sip;

/** Where the parts of a message lie in its bytes. */
final class Framing {
    private Framing() {}

    /** Where the message begins: after the line ends that may come before it (RFC 3261 §7.5). */
    static int begin(byte[] bytes, int length) {
        int at = 0;
        while (at < length && (bytes[at] == '\r' || bytes[at] == '\n')) at++;
        return at;
    }

    /** Where the last line of the head ends; -1 while its empty line has not come. */
    static int headEnd(byte[] bytes, int length) {
        for (int at = 0; at < length; at++)
            if (bytes[at] == '\n' && emptyLine(bytes, at + 1, length)) return lineEnd(bytes, at);
        return -1;
    }

    /** Whether an empty line begins there. */
    private static boolean emptyLine(byte[] bytes, int at, int length) {
        if (at < length && bytes[at] == '\n') return true;
        return at + 1 < length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    private static int lineEnd(byte[] bytes, int newline) {
        return newline > 0 && bytes[newline - 1] == '\r' ? newline - 1 : newline;
    }

    /** @param headEnd as {@link #headEnd} found it */
    static int bodyBegin(byte[] bytes, int headEnd) {
        int at = headEnd;
        for (int lines = 0; lines < 2; at++) if (bytes[at] == '\n') lines++;
        return at;
    }
}
