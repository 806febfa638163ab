package amends.customer;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a source is worth asking: one that failed {@value #FAILURES} times on end is left in peace, for longer each
 * time, and then tried with a single question.
 *
 * <table>
 * <tr><th>state</th><th>answered</th><th>failed</th><th>asked</th></tr>
 * <tr><td>Well(n)</td><td>Well(0)</td><td>Well(n+1), from {@value #FAILURES} on Resting(30 s)</td><td>the same</td></tr>
 * <tr><td>Resting(until, pause)</td><td>Well(0)</td><td>the same</td><td>before: the same; after: Trying</td></tr>
 * <tr><td>Trying(pause)</td><td>Well(0)</td><td>Resting(twice the pause, at most 10 min)</td><td>the same</td></tr>
 * </table>
 */
public sealed interface SourceHealth {
    int FAILURES = 3;
    Duration FIRST_PAUSE = Duration.ofSeconds(30);
    Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Whether a question may be put at this moment. */
    boolean mayAsk(Instant now);

    SourceHealth next(Event event, Instant now);

    enum Event {
        ASKED,
        ANSWERED,
        FAILED
    }

    static SourceHealth well() {
        return new Well(0);
    }

    /** @param failures on end */
    record Well(int failures) implements SourceHealth {
        @Override
        public boolean mayAsk(Instant now) {
            return true;
        }

        @Override
        public SourceHealth next(Event event, Instant now) {
            return switch (event) {
                case ASKED -> this;
                case ANSWERED -> well();
                case FAILED ->
                    failures + 1 < FAILURES ? new Well(failures + 1) : new Resting(now.plus(FIRST_PAUSE), FIRST_PAUSE);
            };
        }
    }

    record Resting(Instant until, Duration pause) implements SourceHealth {
        @Override
        public boolean mayAsk(Instant now) {
            return !now.isBefore(until);
        }

        @Override
        public SourceHealth next(Event event, Instant now) {
            return switch (event) {
                case ASKED -> mayAsk(now) ? new Trying(now, pause) : this;
                case ANSWERED -> well();
                case FAILED -> this;
            };
        }
    }

    /** One question is out, to see whether it answers again; after the longest pause without a word, another is. */
    record Trying(Instant since, Duration pause) implements SourceHealth {
        @Override
        public boolean mayAsk(Instant now) {
            return now.isAfter(since.plus(LONGEST_PAUSE));
        }

        @Override
        public SourceHealth next(Event event, Instant now) {
            return switch (event) {
                case ASKED -> mayAsk(now) ? new Trying(now, pause) : this;
                case ANSWERED -> well();
                case FAILED -> {
                    Duration twice = pause.multipliedBy(2);
                    Duration longer = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
                    yield new Resting(now.plus(longer), longer);
                }
            };
        }
    }
}
