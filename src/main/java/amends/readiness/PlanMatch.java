package amends.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which calls a plan concerns. What is left empty does not matter; of what is given, one entry of each must fit.
 *
 * @param queues by name, or a part of it @param words of menus, products or anything that is known of the call
 * @param regions where the customer lives, or a part of it @param prefixes of numbers, as {@code 021} or {@code +8621}
 */
public record PlanMatch(List<String> queues, List<String> words, List<String> regions, List<String> prefixes) {
    static final int MOST = 20;
    /** As no number begins. */
    private static final String NOBODY = "+0";

    public PlanMatch {
        queues = cleaned(queues);
        words = cleaned(words);
        regions = cleaned(regions);
        prefixes = cleaned(prefixes);
    }

    private static List<String> cleaned(List<String> entries) {
        return entries.stream()
                .map(e -> amends.kernel.PlainText.line(e, 40).strip())
                .filter(e -> !e.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    public boolean isEmpty() {
        return queues.isEmpty() && words.isEmpty() && regions.isEmpty() && prefixes.isEmpty();
    }

    /** Whether a beginning of numbers has no digit that says which: it would be everybody's. */
    boolean hasPrefixOfEverybody() {
        return prefixes.stream().anyMatch(p -> digits(p).isEmpty());
    }

    /** Whether it says of which customers, not only of which calls. */
    boolean saysWho() {
        return !regions.isEmpty() || !prefixes.isEmpty();
    }

    /** Why it fits, an entry of each that was given; empty when it does not, or says nothing. */
    Optional<List<String>> fits(CallFacts facts, int callingCode) {
        if (isEmpty()) return Optional.empty();
        var because = new ArrayList<String>();
        boolean fits = one(queues, List.of(facts.queue()), because)
                && one(words, facts.all(), because)
                && one(regions, List.of(facts.region()), because)
                && prefix(facts, callingCode, because);
        return fits ? Optional.of(List.copyOf(because)) : Optional.empty();
    }

    private static boolean one(List<String> entries, List<String> texts, List<String> because) {
        if (entries.isEmpty()) return true;
        for (String entry : entries)
            for (String text : texts)
                if (folded(text).contains(folded(entry))) {
                    because.add(entry);
                    return true;
                }
        return false;
    }

    private boolean prefix(CallFacts facts, int callingCode, List<String> because) {
        if (prefixes.isEmpty()) return true;
        for (String prefix : prefixes)
            if (facts.number()
                    .filter(n -> n.e164().startsWith(international(prefix, callingCode)))
                    .isPresent()) {
                because.add(prefix);
                return true;
            }
        return false;
    }

    /** As E.164 begins: {@code +8621} for {@code 021} at home in China; nobody's where no digit says whose. */
    static String international(String prefix, int callingCode) {
        String digits = digits(prefix);
        if (digits.isEmpty()) return NOBODY;
        return prefix.startsWith("+") ? "+" + prefix.replaceAll("[^0-9]", "") : "+" + callingCode + digits;
    }

    private static String digits(String prefix) {
        return prefix.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
