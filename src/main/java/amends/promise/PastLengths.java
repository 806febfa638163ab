package amends.promise;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long promises of each kind took, remembered at a desk: what is suggested in a call is there at once. Any thread.
 */
public final class PastLengths {
    /** What was long ago says little about today. */
    private static final int MOST = 200;

    private static final Duration EVERY = Duration.ofMinutes(10);
    private final Promises promises;
    private final PromiseRules rules;
    private final Timekeeper time;
    private volatile Map<Key, List<PastCourse>> known = Map.of();
    private volatile Optional<Instant> read = Optional.empty();

    private record Key(String kind, Optional<String> team) {}

    public PastLengths(Promises promises, PromiseRules rules, Timekeeper time) {
        this.promises = promises;
        this.rules = rules;
        this.time = time;
    }

    /** @param team code of the department; empty for what people keep themselves */
    public List<PastCourse> of(String kind, Optional<String> team) {
        return known.getOrDefault(new Key(kind, team), List.of());
    }

    /** Reads anew what is old. Blocks. */
    public void refresh() {
        Instant now = time.now();
        if (read.filter(at -> !now.isBefore(at) && now.isBefore(at.plus(EVERY))).isPresent()) return;
        var fresh = new HashMap<Key, List<PastCourse>>();
        for (PromiseKind kind : rules.kinds()) {
            put(fresh, new Key(kind.code(), Optional.empty()));
            for (Department each : rules.departments()) put(fresh, new Key(kind.code(), Optional.of(each.code())));
        }
        known = Map.copyOf(fresh);
        read = Optional.of(now);
    }

    private void put(Map<Key, List<PastCourse>> fresh, Key key) {
        List<PastCourse> past = promises.past(key.kind, key.team, MOST);
        if (!past.isEmpty()) fresh.put(key, past);
    }
}
