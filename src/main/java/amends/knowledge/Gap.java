package amends.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A matter for which there seems to be no article, or none that is found: searches for it ended without an answer.
 *
 * @param words as it was put, the most frequent first @param times how often @param last when last
 * @param nearest the article that is found first for it; empty when nothing is
 */
public record Gap(List<String> words, int times, Instant last, Optional<ArticleId> nearest) {
    /** Of pairs of letters that both have, where both find the same article first. */
    private static final double KIN = .25;
    /** And where they do not. */
    private static final double ALIKE = .5;

    /** How many of its wordings are kept. */
    private static final int MOST_WORDS = 5;

    public Gap {
        words = List.copyOf(words);
    }

    private static final class Group {
        final Map<String, Integer> words = new TreeMap<>();
        final Optional<ArticleId> nearest;
        int times;
        Instant last = Instant.MIN;

        Group(Optional<ArticleId> nearest) {
            this.nearest = nearest;
        }

        void add(SearchMade search, String plain) {
            words.merge(plain, 1, Integer::sum);
            times++;
            if (search.at().isAfter(last)) last = search.at();
        }

        boolean means(String plain, Optional<ArticleId> found) {
            boolean same = found.isPresent() && found.map(ArticleId::slug).equals(nearest.map(ArticleId::slug));
            double least = same ? KIN : ALIKE;
            return words.keySet().stream().anyMatch(w -> Correction.alike(w, plain) >= least);
        }

        Gap gap() {
            List<String> sorted = words.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .limit(MOST_WORDS)
                    .toList();
            return new Gap(sorted, times, last, nearest);
        }
    }

    /**
     * Searches that mean the same stand together: those that find the same article first need little in common, others
     * much. The most frequent first.
     *
     * @param nearest which article is found first for some words by who reads that language
     */
    public static List<Gap> among(
            List<SearchMade> searches, BiFunction<String, ArticleLanguage, Optional<ArticleId>> nearest) {
        var groups = new ArrayList<Group>();
        for (SearchMade search : searches) {
            String plain = search.words().toLowerCase(Locale.ROOT).strip();
            if (plain.length() < 2) continue;
            Optional<Group> same =
                    groups.stream().filter(g -> g.words.containsKey(plain)).findFirst();
            if (same.isEmpty()) {
                Optional<ArticleId> found = nearest.apply(plain, search.language());
                same = groups.stream().filter(g -> g.means(plain, found)).findFirst();
                if (same.isEmpty()) {
                    same = Optional.of(new Group(found));
                    groups.add(same.get());
                }
            }
            same.get().add(search, plain);
        }
        return groups.stream()
                .map(Group::gap)
                .sorted(Comparator.comparingInt(Gap::times)
                        .reversed()
                        .thenComparing(Gap::last, Comparator.reverseOrder()))
                .toList();
    }
}
