package amends.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Articles of one language that say nearly the same: one of the two is too many, or they contradict each other soon. */
public final class NearDuplicates {
    /** Of pairs of letters that both have. */
    private static final double ALIKE = .55;
    /** A pair of letters that more articles have tells none apart. */
    private static final int COMMON = 12;

    private static final int LEAST_RARE = 4;
    /** Of an article whose pairs are nearly all common there are many copies: so many of its rarest tell then. */
    private static final int RAREST = 8;

    private NearDuplicates() {}

    /** @param alike 0 to 1 */
    public record Twins(ArticleId one, ArticleId other, double alike) {}

    /** The likest first. */
    public static List<Twins> of(List<ArticleText> articles) {
        List<Set<String>> pairs = articles.stream().map(NearDuplicates::pairs).toList();
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++)
            for (String pair : pairs.get(i))
                places.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
        Map<Long, Integer> together = together(pairs, places);
        var twins = new ArrayList<Twins>();
        together.forEach((both, rare) -> {
            int i = (int) (both >> 32);
            int j = (int) (long) both;
            ArticleId one = articles.get(i).id();
            ArticleId other = articles.get(j).id();
            if (rare < LEAST_RARE || one.language() != other.language()) return;
            double alike = alike(pairs.get(i), pairs.get(j));
            if (alike >= ALIKE) twins.add(new Twins(one, other, alike));
        });
        twins.sort(Comparator.comparingDouble(Twins::alike).reversed().thenComparing(t -> t.one() + " " + t.other()));
        return twins;
    }

    /** How many telling pairs of letters two articles share; of many copies of one text each is held against the next ones. */
    private static Map<Long, Integer> together(List<Set<String>> pairs, Map<String, List<Integer>> places) {
        Map<Long, Integer> together = new HashMap<>();
        Set<String> rarest = new HashSet<>();
        for (Set<String> one : pairs)
            if (one.stream().filter(pair -> places.get(pair).size() <= COMMON).count() < LEAST_RARE)
                rarest.addAll(rarestOf(one, places));
        places.forEach((pair, having) -> {
            if (having.size() > COMMON && !rarest.contains(pair)) return;
            for (int i = 0; i < having.size(); i++)
                for (int j = i + 1; j < Math.min(having.size(), i + COMMON); j++)
                    together.merge(((long) having.get(i) << 32) | having.get(j), 1, Integer::sum);
        });
        return together;
    }

    private static List<String> rarestOf(Set<String> pairs, Map<String, List<Integer>> places) {
        return pairs.stream()
                .sorted(Comparator.comparingInt(
                                (String pair) -> places.get(pair).size())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(RAREST)
                .toList();
    }

    private static double alike(Set<String> left, Set<String> right) {
        long both = left.stream().filter(right::contains).count();
        return 2.0 * both / (left.size() + right.size());
    }

    private static Set<String> pairs(ArticleText text) {
        String plain = (text.title() + " " + String.join(" ", text.questions()) + " " + text.body())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ");
        var pairs = new HashSet<String>();
        for (String word : plain.split(" ")) {
            boolean han = word.codePoints().anyMatch(Character::isIdeographic);
            if (!han && !word.isEmpty()) pairs.add(word);
            else for (int i = 0; i + 2 <= word.length(); i++) pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }
}
