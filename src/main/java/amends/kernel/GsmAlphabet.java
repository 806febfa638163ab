package amends.kernel;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The GSM default alphabet and its extension (3GPP TS 23.038 §6.2.1), one septet an octet, as short messages
 * travel between computers. Pure. */
public final class GsmAlphabet {
    private static final char ESCAPE = 0x1B;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Pairs: the character, then the septet that stands for it after the escape. */
    private static final String EXTENDED = "\f\n^\u0014{(})\\/[<~=]>|@€e";

    private GsmAlphabet() {}

    /** @return empty when the text has a character that the alphabet has not */
    public static Optional<byte[]> encode(String text) {
        var octets = new ByteArrayOutputStream(text.length());
        for (char c : text.toCharArray()) {
            int basic = c == ESCAPE ? -1 : BASIC.indexOf(c);
            int extended = extended(c);
            if (basic >= 0) octets.write(basic);
            else if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENDED.charAt(extended + 1));
            } else return Optional.empty();
        }
        return Optional.of(octets.toByteArray());
    }

    private static int extended(char c) {
        for (int i = 0; i < EXTENDED.length(); i += 2) if (EXTENDED.charAt(i) == c) return i;
        return -1;
    }

    /** What no character stands for is a question mark. */
    public static String decode(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int septet = octets[i] & 0x7F;
            if (septet == ESCAPE && i + 1 < octets.length) text.append(escaped((char) (octets[++i] & 0x7F)));
            else text.append(octets[i] < 0 || septet == ESCAPE ? '?' : BASIC.charAt(septet));
        }
        return text.toString();
    }

    private static char escaped(char septet) {
        for (int i = 0; i < EXTENDED.length(); i += 2) if (EXTENDED.charAt(i + 1) == septet) return EXTENDED.charAt(i);
        // A phone that lacks an extension shows the basic character (§6.2.1.1).
        return BASIC.charAt(septet);
    }
}
