package amends.promise;

import amends.promise.PromiseEvent.Act;
import java.time.Instant;

/** What happens to a promise. */
public sealed interface PromiseStep {
    /** Its owner is reminded. */
    record Remind(Instant at) implements PromiseStep {}

    /** Its time has passed. */
    record FallDue(Instant at) implements PromiseStep {}

    /** It was kept. @param at when, which may be before it is told */
    record Keep(Instant at) implements PromiseStep {}

    /** It will not be kept. @param why for people; not blank */
    record Break(Instant at, String why) implements PromiseStep {}

    /** The customer agreed that it need not be kept. @param consent how they did; not blank */
    record Withdraw(Instant at, String consent) implements PromiseStep {}

    /** Somebody else keeps it from now on. @param why for people */
    record HandOver(Instant at, PromiseOwner to, String why) implements PromiseStep {}

    Instant at();

    default Act act() {
        return switch (this) {
            case Remind r -> Act.REMINDED;
            case FallDue f -> Act.FELL_DUE;
            case Keep k -> Act.KEPT;
            case Break b -> Act.BROKEN;
            case Withdraw w -> Act.WITHDRAWN;
            case HandOver h -> Act.HANDED_OVER;
        };
    }

    default String words() {
        return switch (this) {
            case Break(var at, var why) -> why;
            case Withdraw(var at, var consent) -> consent;
            case HandOver(var at, var to, var why) -> why;
            case Remind r -> "";
            case FallDue f -> "";
            case Keep k -> "";
        };
    }
}
