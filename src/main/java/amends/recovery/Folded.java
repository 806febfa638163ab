package amends.recovery;

import java.text.Normalizer;

/**
 * A text as it is read by eye: full-width letters, other scripts' digits and digits of mathematics are plain ones. Both
 * texts are as long as each other, so a place in the one is the same place in the other.
 *
 * @param shown with the letters that people wrote, but for those outside the basic plane
 */
record Folded(String shown, String plain) {
    static Folded of(String text) {
        String shown = basic(text);
        var plain = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) plain.append(plain(shown.charAt(i)));
        return new Folded(shown, plain.toString());
    }

    /** Letters of mathematics, digits in circles: as the plain ones that they stand for. */
    private static String basic(String text) {
        var basic = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean dressed =
                    c >= 0x1D400 && c <= 0x1D7FF || c >= 0x2460 && c <= 0x24FF || c >= 0x1F100 && c <= 0x1F1FF;
            if (dressed) basic.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) basic.append(Character.digit(c, 10));
            else basic.appendCodePoint(c);
        });
        return basic.toString();
    }

    private static char plain(char c) {
        if (c >= '！' && c <= '～') return (char) (c - '！' + '!');
        if (Character.isSpaceChar(c)) return ' ';
        return c;
    }
}
