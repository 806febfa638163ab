package amends.promise;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code under which a promise is found: short enough to be said on the phone. Drawn at random, so that nobody finds
 * another's by counting on from their own. Without characters that are taken for others (0 O, 1 I L, 2 Z, 5 S, 8 B, U
 * V, A 4), without vowels that would make words, and without the 4 that customers do not like.
 */
public final class PromiseCode {
    /** 2, 5, 8 and V stand for their pairs. */
    static final String LETTERS = "CDFGHJKMNPQRTVWXY2356789";

    static final int LEAST = 4;
    static final int MOST = 6;
    private static final int TRIES_AT_EACH_LENGTH = 2;

    private PromiseCode() {}

    /** @param tries how many before it were taken: when many are, codes grow longer */
    static String draw(RandomGenerator random, int tries) {
        int length = Math.min(MOST, LEAST + tries / TRIES_AT_EACH_LENGTH);
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return code.toString();
    }

    /**
     * A code as people type it: in any case and width, with spaces or hyphens, with a character that it was taken for.
     */
    public static Optional<String> read(String typed) {
        if (typed == null || typed.length() > 40) return Optional.empty();
        var code = new StringBuilder();
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        for (char c : plain.toCharArray()) {
            if (Character.isWhitespace(c) || c == '-' || c == '#' || c == '.') continue;
            char meant = meant(c);
            if (LETTERS.indexOf(meant) < 0) return Optional.empty();
            code.append(meant);
        }
        return code.length() < LEAST || code.length() > MOST ? Optional.empty() : Optional.of(code.toString());
    }

    private static char meant(char c) {
        return switch (c) {
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'B' -> '8';
            case 'U' -> 'V';
            default -> c;
        };
    }
}
