package amends.compensation;

import amends.compensation.Grant.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How a request goes on. Whoever asked approves nothing of it, and nobody approves twice. What is asked within the
 * asker's own authority is GRANTED from the beginning.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Approve</th><th>Refuse</th><th>Withdraw</th><th>Expire</th></tr>
 * <tr><td>PENDING</td><td>one needed: GRANTED; two: SECONDED</td><td>REFUSED</td><td>WITHDRAWN</td><td>EXPIRED</td></tr>
 * <tr><td>SECONDED</td><td>by another: GRANTED</td><td>REFUSED</td><td>WITHDRAWN</td><td>EXPIRED</td></tr>
 * <tr><td>GRANTED, REFUSED, WITHDRAWN, EXPIRED</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
public final class GrantCourse {
    private GrantCourse() {}

    /** What a step leads to. */
    public sealed interface Next {
        record Changed(Grant grant) implements Next {}

        record Ignored(Granting.Reason reason) implements Next {}
    }

    public static Next next(Grant grant, GrantStep step, Instant at) {
        if (!grant.state().isWaiting()) return new Next.Ignored(Granting.Reason.NOT_WAITING);
        return switch (step) {
            case GrantStep.Approve(var by) -> approved(grant, by, at);
            case GrantStep.Refuse(var by, var reason) ->
                by.equals(grant.asker())
                        ? new Next.Ignored(Granting.Reason.OWN_REQUEST)
                        : reason.isBlank()
                                ? new Next.Ignored(Granting.Reason.NO_REASON)
                                : ended(grant, State.REFUSED, at, reason);
            case GrantStep.Withdraw(var by) ->
                by.equals(grant.asker())
                        ? ended(grant, State.WITHDRAWN, at, "")
                        : new Next.Ignored(Granting.Reason.NOT_ALLOWED);
            case GrantStep.Expire expire ->
                at.isBefore(grant.expires())
                        ? new Next.Ignored(Granting.Reason.NOT_WAITING)
                        : ended(grant, State.EXPIRED, at, "");
        };
    }

    private static Next approved(Grant grant, UUID by, Instant at) {
        if (by.equals(grant.asker())) return new Next.Ignored(Granting.Reason.OWN_REQUEST);
        if (grant.approvals().contains(by)) return new Next.Ignored(Granting.Reason.APPROVED_ALREADY);
        if (!at.isBefore(grant.expires())) return new Next.Ignored(Granting.Reason.NOT_WAITING);
        List<UUID> approvals = new ArrayList<>(grant.approvals());
        approvals.add(by);
        State now = approvals.size() >= grant.needed() ? State.GRANTED : State.SECONDED;
        return new Next.Changed(grant.standing(now, approvals, at, ""));
    }

    private static Next ended(Grant grant, State state, Instant at, String reason) {
        return new Next.Changed(grant.standing(state, grant.approvals(), at, reason));
    }
}
