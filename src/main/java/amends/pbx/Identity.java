package amends.pbx;

import amends.kernel.PlainText;

/** Who a party is, as far as is known. Both made plain: they come from strangers and go to protocols of lines. */
record Identity(String number, String name) {
    static final Identity UNKNOWN = new Identity("", "");
    private static final int LONGEST = 80;

    Identity {
        number = PlainText.line(number, LONGEST);
        name = PlainText.line(name, LONGEST);
    }

    /** Reads {@code Name <number>} or a bare number. */
    static Identity parse(String text) {
        String plain = PlainText.line(text, 2 * LONGEST);
        int open = plain.lastIndexOf('<');
        int close = plain.lastIndexOf('>');
        if (open < 0 || close < open) return new Identity(plain, "");
        String name = plain.substring(0, open).strip();
        if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\""))
            name = name.substring(1, name.length() - 1);
        return new Identity(plain.substring(open + 1, close).strip(), name);
    }
}
