package amends.kernel.yaml;

import java.util.Collection;
import java.util.Optional;

/** What somebody may have meant who wrote a word that nobody knows. */
public final class Nearest {
    private Nearest() {}

    /** The known word that is near enough to be a slip of the keys; of several the first. */
    public static Optional<String> to(String word, Collection<String> known) {
        String best = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (String one : known) {
            int distance = EditDistance.between(word, one);
            if (distance < least) {
                least = distance;
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }
}
