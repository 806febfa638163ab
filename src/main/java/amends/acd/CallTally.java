package amends.acd;

import amends.acd.BoardEvent.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one queue achieved today, from counters that count since who knows when. Pure.
 *
 * <p>A total is what the distributor counted, with the calls that are being talked to; what is today's is the total
 * less the total at the day's beginning, and what was today's before the distributor began to count anew.
 *
 * @param told the counters as last listed, and nothing added: when they go back, the distributor counts anew
 * @param ended the counters as they must be by now
 * @param talking calls being talked to by the agent's address, with whether each was answered in time, if known
 * @param before to be taken off
 * @param kept to be added
 */
record CallTally(
        Counters told, Counters ended, Map<String, Optional<Boolean>> talking, Sums before, Sums kept, Instant from) {
    record Sums(int answered, int prompt, int abandoned) {
        static final Sums ZERO = new Sums(0, 0, 0);

        Sums plus(Sums o) {
            return new Sums(answered + o.answered, prompt + o.prompt, abandoned + o.abandoned);
        }

        Sums less(Sums o) {
            return new Sums(answered - o.answered, prompt - o.prompt, abandoned - o.abandoned);
        }
    }

    private static final Counters NOTHING = new Counters(0, 0, 0, Optional.empty());

    CallTally {
        talking = Map.copyOf(talking);
    }

    /** A queue that only events told of so far. */
    static CallTally unlisted(Moment moment) {
        return new CallTally(NOTHING, NOTHING, Map.of(), Sums.ZERO, Sums.ZERO, moment.now());
    }

    /** @param began when the distributor began to count: what it counted is today's if that was today */
    static CallTally first(
            Counters counters, Map<String, Optional<Boolean>> talking, Optional<Instant> began, Moment moment) {
        boolean today = began.filter(b -> !b.isBefore(moment.midnight())).isPresent();
        var tally = new CallTally(counters, counters, talking, Sums.ZERO, Sums.ZERO, moment.now());
        return today ? tally.since(began.get(), Sums.ZERO) : tally.since(moment.now(), tally.total());
    }

    boolean isListed() {
        return told != NOTHING;
    }

    private CallTally since(Instant moment, Sums base) {
        return new CallTally(told, ended, talking, base, Sums.ZERO, moment);
    }

    /** Another day begins: what was counted until now is not its. */
    CallTally newDay(Moment moment) {
        return since(moment.midnight(), total());
    }

    private Sums total() {
        int inTime =
                (int) talking.values().stream().filter(t -> t.orElse(false)).count();
        return new Sums(ended.completed() + talking.size(), ended.prompt() + inTime, ended.abandoned());
    }

    Sums today() {
        Sums sums = total().less(before).plus(kept);
        return new Sums(Math.max(0, sums.answered()), Math.max(0, sums.prompt()), Math.max(0, sums.abandoned()));
    }

    /** The distributor's word counts; when it went back, it counts anew, and what was today's stays today's. */
    CallTally listed(Counters counters, Map<String, Optional<Boolean>> nowTalking) {
        boolean anew = counters.completed() < told.completed() || counters.abandoned() < told.abandoned();
        return new CallTally(counters, counters, nowTalking, anew ? Sums.ZERO : before, anew ? today() : kept, from);
    }

    CallTally connected(String address, Duration waited) {
        var more = new HashMap<>(talking);
        more.put(address, Optional.of(inTime(waited)));
        return with(ended, more);
    }

    /** Of a call that is not talked to, the list has told already. */
    CallTally completed(String address, Duration waited) {
        if (!talking.containsKey(address)) return this;
        var less = new HashMap<>(talking);
        less.remove(address);
        int prompt = ended.prompt() + (inTime(waited) ? 1 : 0);
        return with(new Counters(ended.completed() + 1, prompt, ended.abandoned(), ended.threshold()), less);
    }

    CallTally abandoned() {
        return with(new Counters(ended.completed(), ended.prompt(), ended.abandoned() + 1, ended.threshold()), talking);
    }

    private CallTally with(Counters counters, Map<String, Optional<Boolean>> nowTalking) {
        return new CallTally(told, counters, nowTalking, before, kept, from);
    }

    private boolean inTime(Duration waited) {
        return ended.threshold().filter(t -> waited.compareTo(t) <= 0).isPresent();
    }

    Optional<ServiceLevel> level() {
        Sums sums = today();
        return ended.threshold()
                .map(limit -> new ServiceLevel(sums.prompt(), sums.answered() + sums.abandoned(), limit));
    }
}
