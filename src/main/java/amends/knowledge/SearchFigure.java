package amends.knowledge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How high the right answers stood on one day: where agents found what they then marked in contacts that were solved.
 * Every day can be reckoned anew from the confirmations, whatever the search has learned since.
 *
 * @param queue {@value #ALL} for all of them together; empty for contacts of no queue
 * @param answers how many there were
 * @param mrr10 mean of one over the place, 0 beyond the tenth
 * @param ndcg10 the same discounted by the logarithm of the place
 * @param success3 share within the first three
 */
public record SearchFigure(LocalDate day, String queue, int answers, double mrr10, double ndcg10, double success3) {
    public static final String ALL = "*";
    private static final int DEPTH = 10;
    private static final int FIRST = 3;

    private record Key(LocalDate day, String queue) {}

    /** The latest day first, all queues together before each. */
    public static List<SearchFigure> of(List<Confirmation> confirmed, ZoneId zone) {
        Map<Key, java.util.ArrayList<Integer>> places =
                new TreeMap<>(Comparator.comparing(Key::day).reversed().thenComparing(SearchFigure::order));
        for (Confirmation one : confirmed) {
            if (one.place() < 1 || one.disputed() || one.outcome() != Confirmation.Outcome.SOLVED) continue;
            LocalDate day = LocalDate.ofInstant(one.at(), zone);
            for (String queue : List.of(ALL, one.queue()))
                places.computeIfAbsent(new Key(day, queue), k -> new java.util.ArrayList<>())
                        .add(one.place());
        }
        return places.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String order(Key key) {
        return key.queue().equals(ALL) ? "" : " " + key.queue();
    }

    private static SearchFigure of(Key key, List<Integer> places) {
        return new SearchFigure(
                key.day(),
                key.queue(),
                places.size(),
                mean(places, DEPTH, place -> 1.0 / place),
                mean(places, DEPTH, place -> Math.log(2) / Math.log(place + 1)),
                mean(places, FIRST, place -> 1));
    }

    private static double mean(List<Integer> places, int depth, java.util.function.IntToDoubleFunction worth) {
        return places.stream()
                        .mapToDouble(place -> place > depth ? 0 : worth.applyAsDouble(place))
                        .sum()
                / places.size();
    }
}
