package amends.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How like a case is to what is handled now: by the pairs of characters and the words that both have — rare ones count
 * more — and by cause and kinds of failure. Pure.
 */
final class CaseLikeness {
    private static final double SAME_CAUSE = 0.35;
    private static final double SAME_KIND = 0.25;
    private static final double LEAST = 0.12;
    private final List<RecoveryCase> cases;
    private final List<Set<String>> terms = new ArrayList<>();
    private final Map<String, Integer> spread = new HashMap<>();

    CaseLikeness(List<RecoveryCase> cases) {
        this.cases = cases;
        for (RecoveryCase one : cases) {
            Set<String> found = terms(one.words().all());
            terms.add(found);
            found.forEach(t -> spread.merge(t, 1, Integer::sum));
        }
    }

    /** @param cause empty when it is not known */
    List<RecoveryCase> like(String text, String cause, Set<String> kinds, int most) {
        Set<String> asked = terms(text);
        double whole = asked.stream().mapToDouble(this::weight).sum();
        record Scored(RecoveryCase one, double score) {}
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < cases.size(); i++) {
            Set<String> there = terms.get(i);
            double shared = asked.stream()
                    .filter(there::contains)
                    .mapToDouble(this::weight)
                    .sum();
            double score = whole == 0 ? 0 : shared / whole;
            RecoveryCase one = cases.get(i);
            if (!cause.isEmpty() && cause.equals(one.cause())) score += SAME_CAUSE;
            if (one.kinds().stream().anyMatch(kinds::contains)) score += SAME_KIND;
            if (score >= LEAST) scored.add(new Scored(one, score));
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(most)
                .map(Scored::one)
                .toList();
    }

    private double weight(String term) {
        return Math.log(1 + (cases.size() + 1.0) / (1 + spread.getOrDefault(term, 0)));
    }

    private static Set<String> terms(String text) {
        var terms = new HashSet<String>();
        var word = new StringBuilder();
        int[] characters = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            boolean han = Character.isIdeographic(c);
            if (!han && Character.isLetterOrDigit(c)) word.appendCodePoint(c);
            if ((han || !Character.isLetterOrDigit(c)) && !word.isEmpty()) {
                if (word.length() > 2) terms.add(word.toString());
                word.setLength(0);
            }
            if (han && i + 1 < characters.length && Character.isIdeographic(characters[i + 1]))
                terms.add(Character.toString(c) + Character.toString(characters[i + 1]));
        }
        if (word.length() > 2) terms.add(word.toString());
        return terms;
    }
}
