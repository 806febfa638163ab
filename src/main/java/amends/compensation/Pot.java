package amends.compensation;

import amends.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something of which there is only so much in a period: the budget of all, of a row, or pieces of one option.
 *
 * @param scope {@code all}, {@code row:KEY} or {@code stock:OPTION}
 * @param amount in the currency's smallest unit, or pieces @param spent of it, never more
 */
public record Pot(String period, String scope, long amount, long spent) {
    public static final String ALL = "all";

    public long left() {
        return amount - spent;
    }

    static String stockOf(Option option) {
        return "stock:" + option.key();
    }

    static String budgetOf(String row) {
        return "row:" + row;
    }

    /** What is taken from one pot for one grant. */
    record Taking(Pot pot, long much, Granting.Reason otherwise) {}

    /** What one grant takes, always in the same order, so that nobody waits for each other in a circle. */
    static List<Taking> takings(CompensationPolicy policy, String row, String option, Money cost, Instant now) {
        String period = policy.periodAt(now);
        var takings = new ArrayList<Taking>();
        takings.add(new Taking(
                new Pot(period, ALL, policy.budget().amount().minor(), 0), cost.minor(), Granting.Reason.NO_BUDGET));
        policy.rows().stream()
                .filter(r -> r.key().equals(row))
                .flatMap(r -> r.budget().stream())
                .map(b -> new Taking(
                        new Pot(period, budgetOf(row), b.minor(), 0), cost.minor(), Granting.Reason.NO_BUDGET))
                .forEach(takings::add);
        policy.option(option)
                .filter(o -> o.feasibility().stock().isPresent())
                .map(o -> new Taking(
                        new Pot(period, stockOf(o), o.feasibility().stock().getAsInt(), 0),
                        1,
                        Granting.Reason.OUT_OF_STOCK))
                .ifPresent(takings::add);
        return takings;
    }
}
