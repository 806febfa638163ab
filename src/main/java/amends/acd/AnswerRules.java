package amends.acd;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which calls a desk answers by itself, and after how long.
 *
 * @param calls by what they are
 * @param after for how long those ring first
 * @param asked whether a call is answered because the exchange asks for it
 */
public record AnswerRules(Calls calls, Duration after, Asked asked) {
    /** By what they are. */
    public enum Calls {
        NONE,
        /** Those that the distributor offers. */
        QUEUE,
        ALL
    }

    /** Because the exchange asks for it (RFC 5373 and what came before it). */
    public enum Asked {
        NEVER,
        /** For calls of the house's own telephones. */
        INSIDE,
        /** For anybody's, also where the caller may have asked. */
        ALWAYS
    }

    public static final AnswerRules NONE = new AnswerRules(Calls.NONE, Duration.ZERO, Asked.NEVER);

    public AnswerRules {
        if (after.isNegative()) throw new IllegalArgumentException("after " + after);
    }

    public AnswerRules with(Calls others) {
        return new AnswerRules(others, after, asked);
    }

    public AnswerRules with(Asked other) {
        return new AnswerRules(calls, after, other);
    }

    public boolean isNone() {
        return calls == Calls.NONE && asked == Asked.NEVER;
    }

    /**
     * How long a call rings before it is answered by itself; empty when the agent answers.
     *
     * @param queued whether the distributor offers it
     * @param inside whether a telephone of the house calls
     * @param wished how soon the exchange wants it answered
     */
    Optional<Duration> ringing(boolean queued, boolean inside, Optional<Duration> wished) {
        boolean meant = calls == Calls.ALL || calls == Calls.QUEUE && queued;
        boolean heeded = asked == Asked.ALWAYS || asked == Asked.INSIDE && inside;
        return Stream.concat(
                        meant ? Stream.of(after) : Stream.empty(), heeded ? wished.stream() : Stream.<Duration>empty())
                .min(Duration::compareTo);
    }
}
