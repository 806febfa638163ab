package amends.readiness;

import amends.readiness.Notice.Audience;
import amends.readiness.Plan.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a plan goes on. What is not in the table is refused with its reason.
 *
 * <table>
 * <caption>state × step → state</caption>
 * <tr><th></th><th>Write</th><th>SwitchOn</th><th>SwitchOff</th><th>Retire</th></tr>
 * <tr><td>PREPARED</td><td>PREPARED</td><td>ON, when it is complete</td><td>–</td><td>RETIRED</td></tr>
 * <tr><td>ON</td><td>ON, when it stays complete</td><td>–</td><td>PREPARED</td><td>–</td></tr>
 * <tr><td>RETIRED</td><td>PREPARED</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
public final class PlanCourse {
    private PlanCourse() {}

    public sealed interface Step {
        record Write(Plan draft) implements Step {}

        /** @param run under which it counts what it does */
        record SwitchOn(UUID run) implements Step {}

        record SwitchOff() implements Step {}

        record Retire() implements Step {}
    }

    public sealed interface Next {
        record Changed(Plan plan) implements Next {}

        record Refused(Because why) implements Next {}
    }

    public enum Because {
        NOT_ALLOWED,
        NO_TITLE,
        /** It would match no call. */
        MATCHES_NOTHING,
        /** A beginning of numbers without a digit would be everybody's. */
        PREFIX_WITHOUT_DIGITS,
        /** Neither an answer nor an article is prepared. */
        NOTHING_PREPARED,
        /** It would be told to every customer there is. */
        TOLD_TO_ALL,
        ALREADY_ON,
        NOT_ON,
        STILL_ON,
        RETIRED,
        /** Somebody else changed it meanwhile. */
        CHANGED_MEANWHILE
    }

    public static Next next(Plan plan, Step step, UUID by, Instant at) {
        return switch (step) {
            case Step.Write(Plan draft) -> written(plan, plan.saying(draft, by, at), by, at);
            case Step.SwitchOn(UUID run) -> on(plan, run, by, at);
            case Step.SwitchOff off ->
                plan.isOn()
                        ? new Next.Changed(plan.in(State.PREPARED, Optional.empty(), by, at))
                        : new Next.Refused(Because.NOT_ON);
            case Step.Retire retire ->
                switch (plan.state()) {
                    case PREPARED -> new Next.Changed(plan.in(State.RETIRED, Optional.empty(), by, at));
                    case ON -> new Next.Refused(Because.STILL_ON);
                    case RETIRED -> new Next.Refused(Because.RETIRED);
                };
        };
    }

    private static Next written(Plan before, Plan plan, UUID by, Instant at) {
        if (plan.title().isBlank()) return new Next.Refused(Because.NO_TITLE);
        if (plan.match().hasPrefixOfEverybody()) return new Next.Refused(Because.PREFIX_WITHOUT_DIGITS);
        if (before.isOn()) return missing(plan).<Next>map(Next.Refused::new).orElseGet(() -> new Next.Changed(plan));
        return new Next.Changed(plan.in(State.PREPARED, Optional.empty(), by, at));
    }

    private static Next on(Plan plan, UUID run, UUID by, Instant at) {
        if (plan.isOn()) return new Next.Refused(Because.ALREADY_ON);
        if (plan.state() == State.RETIRED) return new Next.Refused(Because.RETIRED);
        return missing(plan)
                .<Next>map(Next.Refused::new)
                .orElseGet(() -> new Next.Changed(plan.in(State.ON, Optional.of(run), by, at)));
    }

    private static Optional<Because> missing(Plan plan) {
        if (plan.title().isBlank()) return Optional.of(Because.NO_TITLE);
        if (plan.match().hasPrefixOfEverybody()) return Optional.of(Because.PREFIX_WITHOUT_DIGITS);
        if (plan.match().isEmpty()) return Optional.of(Because.MATCHES_NOTHING);
        if (plan.answer().isBlank() && plan.article().isBlank()) return Optional.of(Because.NOTHING_PREPARED);
        boolean toAll = plan.notice().isSent()
                && plan.notice().audience() == Audience.CUSTOMERS
                && !plan.match().saysWho();
        return toAll ? Optional.of(Because.TOLD_TO_ALL) : Optional.empty();
    }
}
