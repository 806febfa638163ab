package amends.promise;

import amends.kernel.Money;
import amends.staff.Role;
import java.time.Duration;
import java.util.Map;

/**
 * What can be promised: one line of a short list that the settings hold. All lengths are working time.
 *
 * @param code names it in rows and settings
 * @param department whose work it usually is; empty: that of whoever promises it
 * @param usual how long it takes where nothing is known yet
 * @param soonest nobody can do it faster: what is promised sooner is refused
 * @param farthest a promise for later is none
 * @param money what money means in it
 * @param limits how much each role may promise; a role without a line may promise none
 */
public record PromiseKind(
        String code,
        Names names,
        String department,
        Duration usual,
        Duration soonest,
        Duration farthest,
        OfMoney money,
        Map<Role, Money> limits) {
    public PromiseKind {
        limits = Map.copyOf(limits);
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) throw new IllegalArgumentException("no code of a kind: " + code);
        if (soonest.isNegative() || usual.compareTo(soonest) < 0 || farthest.compareTo(usual) < 0)
            throw new IllegalArgumentException(code + ": soonest, usual and farthest are in this order");
    }

    public enum OfMoney {
        /** None is promised. */
        NONE,
        /** The customer's own comes back to them; its amount belongs to the promise. */
        OWN,
        /** Ours is given; its amount belongs to the promise. */
        GOODWILL
    }
}
