package amends.quality;

import java.util.List;
import java.util.Optional;

/**
 * The score sheet by which recordings are judged.
 *
 * @param key with its edition names the sheet in the evaluations made with it, for instance {@code standard-1}
 * @param criteria in the order in which they are shown
 */
public record Scorecard(String key, Wording name, List<Criterion> criteria) {
    public Scorecard {
        criteria = List.copyOf(criteria);
    }

    public Optional<Criterion> criterion(String key) {
        return criteria.stream().filter(c -> c.key().equals(key)).findFirst();
    }
}
