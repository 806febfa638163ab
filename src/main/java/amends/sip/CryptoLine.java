package amends.sip;

import amends.telephony.CryptoKey;
import amends.telephony.CryptoSuite;
import java.util.Base64;
import java.util.Optional;

/** The value of one a=crypto attribute (RFC 4568 §9.1). What goes beyond one plain key is not taken. */
final class CryptoLine {
    private static final String INLINE = "inline:";

    private CryptoLine() {}

    /** Empty for suites, parameters or lengths that are not ours: such a line is as if it were not there. */
    static Optional<CryptoKey> key(String value) {
        String[] words = value.split("\\s+", 4);
        // Session parameters change how keys are used; a line with such that are not understood does not count.
        if (words.length != 3 || !words[0].matches("\\d{1,9}")) return Optional.empty();
        if (!words[2].regionMatches(true, 0, INLINE, 0, INLINE.length())) return Optional.empty();
        return CryptoSuite.named(words[1]).flatMap(suite -> key(Integer.parseInt(words[0]), suite, words[2]));
    }

    private static Optional<CryptoKey> key(int tag, CryptoSuite suite, String inline) {
        String[] parts = inline.substring(INLINE.length()).split("\\|", 4);
        for (int i = 1; i < parts.length; i++) if (!parts[i].matches("(2\\^)?\\d{1,15}")) return Optional.empty();
        if (parts.length > 2) return Optional.empty();
        try {
            byte[] key = Base64.getDecoder().decode(parts[0]);
            boolean fits = key.length == suite.keyBytes() + suite.saltBytes();
            return fits ? Optional.of(new CryptoKey(tag, suite, key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String line(CryptoKey key) {
        // Without padding a peer or two cannot read it.
        return key.tag() + " " + key.suite() + " " + INLINE
                + Base64.getEncoder().encodeToString(key.key());
    }
}
