package amends.promise;

import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * This member's promises as the desk knows them; immutable.
 *
 * @param mine those that are open, the earliest due first
 * @param given what was promised in calls lately, oldest first
 * @param refused why the last act was not done; empty when it was
 * @param away whether the database did not answer when it was last asked
 */
public record PromiseBoard(
        List<Promise> mine, List<PromiseProgress> given, Optional<PromiseActs.Reason> refused, boolean away) {
    public static final PromiseBoard EMPTY = new PromiseBoard(List.of(), List.of(), Optional.empty(), false);

    public PromiseBoard {
        mine = List.copyOf(mine);
        given = List.copyOf(given);
    }

    public List<PromiseProgress> in(CallId call) {
        return given.stream().filter(p -> p.call().equals(call)).toList();
    }

    public Optional<PromiseProgress> of(UUID wish) {
        return given.stream().filter(p -> p.id().equals(wish)).findFirst();
    }
}
