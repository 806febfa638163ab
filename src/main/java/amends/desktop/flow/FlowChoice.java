package amends.desktop.flow;

import amends.knowledge.Flow;
import amends.knowledge.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which flows come first: those whose title holds what was typed, then those about an article that was found for it,
 * best first. So a flow is found by all that its articles are found by: everyday words, pinyin, slips.
 */
final class FlowChoice {
    private FlowChoice() {}

    /** @param found articles, best first @param all whether flows that nothing points to are listed too, last */
    static List<Flow> ranked(List<Flow> flows, String typed, List<Hit> found, boolean all) {
        List<String> slugs =
                found.stream().map(hit -> hit.article().id().slug()).distinct().toList();
        return flows.stream()
                .filter(flow -> all || rank(flow, typed, slugs) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt((Flow flow) -> rank(flow, typed, slugs))
                        .thenComparing(flow -> flow.text().kind())
                        .thenComparing(flow -> flow.text().category())
                        .thenComparing(flow -> flow.id().slug()))
                .toList();
    }

    private static int rank(Flow flow, String typed, List<String> slugs) {
        String asked = typed.strip().toLowerCase(Locale.ROOT);
        if (!asked.isEmpty() && flow.text().title().toLowerCase(Locale.ROOT).contains(asked)) return -1;
        return flow.text().about().stream()
                .mapToInt(slugs::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
