package amends.care;

import amends.care.CareCall.Outcome;
import amends.care.CareCall.State;
import amends.kernel.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a call of care goes on. What is not in the table is refused with its reason.
 *
 * <table>
 * <caption>state × step → state</caption>
 * <tr><th></th><th>Take</th><th>GiveBack</th><th>NoAnswer</th><th>Spoken</th><th>Settled</th></tr>
 * <tr><td>WAITING</td><td>TAKEN</td><td>–</td><td>–</td><td>–</td><td>DONE</td></tr>
 * <tr><td>TAKEN, by this member</td><td>TAKEN</td><td>WAITING</td><td>WAITING, or GIVEN_UP at the last try</td>
 * <td>DONE</td><td>–</td></tr>
 * <tr><td>TAKEN by another</td><td>TAKEN once their time is over</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * <tr><td>DONE, GIVEN_UP</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
public final class CareCourse {
    /** How long somebody has a call to themselves. */
    public static final Duration TAKEN_FOR = Duration.ofMinutes(30);

    private static final int MOST_TRIES = 3;
    /** Between two tries; tomorrow at the same time first, then wider apart. */
    private static final Duration PAUSE = Duration.ofHours(22);

    private static final int MOST_WORDS = 300;

    private CareCourse() {}

    public sealed interface Step {
        UUID by();

        record Take(UUID by) implements Step {}

        /** Too little is owed by now. @param by nobody's: the duty that fills the list */
        record Settled(UUID by) implements Step {}

        record GiveBack(UUID by) implements Step {}

        record NoAnswer(UUID by) implements Step {}

        /** @param what anything but {@link Outcome#NOT_REACHED} */
        record Spoken(UUID by, Outcome what, String words) implements Step {}
    }

    public sealed interface Next {
        record Changed(CareCall call) implements Next {}

        record Refused(Because why) implements Next {}
    }

    public enum Because {
        /** Another desk is on it. */
        TAKEN_BY_ANOTHER,
        /** It is over. */
        OVER,
        NOT_TAKEN,
        TOO_EARLY,
        /** What came of it was not said. */
        NO_OUTCOME
    }

    public static Next next(CareCall call, Step step, Instant now) {
        if (!call.isOpen()) return new Next.Refused(Because.OVER);
        if (step instanceof Step.Take(UUID by)) return take(call, by, now);
        if (step instanceof Step.Settled) return settled(call);
        if (call.state() == State.WAITING) return new Next.Refused(Because.NOT_TAKEN);
        if (!call.isOf(step.by())) return new Next.Refused(Because.TAKEN_BY_ANOTHER);
        return switch (step) {
            case Step.GiveBack back -> free(call, call.notBefore());
            case Step.NoAnswer no -> notReached(call.tried(), now);
            case Step.Spoken(UUID by, Outcome what, String words) ->
                what == null || what == Outcome.NOT_REACHED || what == Outcome.SETTLED
                        ? new Next.Refused(Because.NO_OUTCOME)
                        : new Next.Changed(call.ended(State.DONE, what, PlainText.line(words, MOST_WORDS)));
            case Step.Take take -> throw new IllegalStateException("taken above");
            case Step.Settled settled -> throw new IllegalStateException("settled above");
        };
    }

    private static Next take(CareCall call, UUID by, Instant now) {
        boolean others = call.state() == State.TAKEN && !call.isOf(by);
        if (others && call.takenUntil().filter(now::isBefore).isPresent())
            return new Next.Refused(Because.TAKEN_BY_ANOTHER);
        if (now.isBefore(call.notBefore())) return new Next.Refused(Because.TOO_EARLY);
        return new Next.Changed(
                call.in(State.TAKEN, Optional.of(by), Optional.of(now.plus(TAKEN_FOR)), call.notBefore()));
    }

    /** Whoever is on the telephone already ends it. */
    private static Next settled(CareCall call) {
        return call.state() == State.WAITING
                ? new Next.Changed(call.ended(State.DONE, Outcome.SETTLED, ""))
                : new Next.Refused(Because.TAKEN_BY_ANOTHER);
    }

    private static Next notReached(CareCall call, Instant now) {
        return call.tries() >= MOST_TRIES
                ? new Next.Changed(call.ended(State.GIVEN_UP, Outcome.NOT_REACHED, ""))
                : free(call, now.plus(PAUSE.multipliedBy(call.tries())));
    }

    private static Next free(CareCall call, Instant earliest) {
        return new Next.Changed(call.in(State.WAITING, Optional.empty(), Optional.empty(), earliest));
    }
}
