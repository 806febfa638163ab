package amends.recovery;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clocks of a complaint: until when each step is due, and when it was done. Immutable.
 *
 * @param timings of the clocks that were ever set
 */
public record ComplaintClocks(Map<ComplaintClock, Timing> timings) {
    public ComplaintClocks {
        timings = Map.copyOf(timings);
    }

    /** @param done empty while it is waited for */
    public record Timing(Instant by, Optional<Instant> done) {}

    /** A clock that runs. */
    public record Running(ComplaintClock clock, Instant by) {
        public boolean isOverdue(Instant now) {
            return now.isAfter(by);
        }
    }

    /**
     * @param acknowledgeBy until when the customer hears that the complaint was received
     * @param respondBy until when they have an answer
     */
    public ComplaintClocks(
            Instant acknowledgeBy,
            Instant respondBy,
            Optional<Instant> acknowledged,
            Optional<Instant> responded,
            Optional<Instant> closed) {
        this(first(acknowledgeBy, respondBy, acknowledged, responded, closed));
    }

    private static Map<ComplaintClock, Timing> first(
            Instant acknowledgeBy,
            Instant respondBy,
            Optional<Instant> acknowledged,
            Optional<Instant> responded,
            Optional<Instant> closed) {
        var timings = new EnumMap<ComplaintClock, Timing>(ComplaintClock.class);
        timings.put(ComplaintClock.ACKNOWLEDGE, new Timing(acknowledgeBy, acknowledged));
        timings.put(ComplaintClock.RESPOND, new Timing(respondBy, responded));
        closed.ifPresent(at -> timings.put(ComplaintClock.CLOSE, new Timing(at, closed)));
        return timings;
    }

    public Instant acknowledgeBy() {
        return timings.get(ComplaintClock.ACKNOWLEDGE).by();
    }

    public Instant respondBy() {
        return timings.get(ComplaintClock.RESPOND).by();
    }

    public Optional<Instant> acknowledged() {
        return done(ComplaintClock.ACKNOWLEDGE);
    }

    public Optional<Instant> responded() {
        return done(ComplaintClock.RESPOND);
    }

    public Optional<Instant> closed() {
        return done(ComplaintClock.CLOSE);
    }

    public Optional<Instant> done(ComplaintClock clock) {
        return Optional.ofNullable(timings.get(clock)).flatMap(Timing::done);
    }

    /** Those that are waited for, the first due first. */
    public List<Running> running() {
        return timings.entrySet().stream()
                .filter(e -> e.getValue().done().isEmpty())
                .map(e -> new Running(e.getKey(), e.getValue().by()))
                .sorted(Comparator.comparing(Running::by).thenComparing(Running::clock))
                .toList();
    }

    boolean waitsFor(ComplaintClock clock) {
        return timings.containsKey(clock) && done(clock).isEmpty();
    }

    /** The one that is due first; empty when nothing is waited for. */
    public Optional<Running> next() {
        return running().stream().findFirst();
    }

    /** Since when the first of them is late. */
    public Optional<Running> overdue(Instant now) {
        return next().filter(running -> running.isOverdue(now));
    }

    ComplaintClocks set(ComplaintClock clock, Instant by) {
        return with(clock, Optional.of(new Timing(by, Optional.empty())));
    }

    /** Done; what was done before stays as it was, what was never set is done in time. */
    ComplaintClocks met(ComplaintClock clock, Instant at) {
        Timing before = timings.getOrDefault(clock, new Timing(at, Optional.empty()));
        return with(
                clock,
                Optional.of(new Timing(before.by(), Optional.of(before.done().orElse(at)))));
    }

    /** Not waited for any more, and not done: as if it had not been set. */
    ComplaintClocks dropped(ComplaintClock clock) {
        return done(clock).isPresent() ? this : with(clock, Optional.empty());
    }

    private ComplaintClocks with(ComplaintClock clock, Optional<Timing> timing) {
        var now = new EnumMap<ComplaintClock, Timing>(ComplaintClock.class);
        now.putAll(timings);
        timing.ifPresentOrElse(t -> now.put(clock, t), () -> now.remove(clock));
        return new ComplaintClocks(now);
    }
}
