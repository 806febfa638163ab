package amends.compensation;

import amends.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * What may be given for a case, the best first.
 *
 * @param row of the policy that says so; empty where the policy gives nothing but an apology
 * @param impossible what would fit and cannot be carried out now
 */
public record OfferList(Wrong wrong, Optional<PolicyRow> row, List<Offer> offers, List<Impossible> impossible) {
    public OfferList {
        offers = List.copyOf(offers);
        impossible = List.copyOf(impossible);
    }

    /** What the customer is entitled to at least; empty where the policy gives nothing. */
    public Optional<Money> floor() {
        return row.map(PolicyRow::floor);
    }

    /** An option that fits, and why it cannot be given now. */
    public record Impossible(Option option, Why why) {}

    public enum Why {
        /** Nothing of it is left in this period. */
        OUT_OF_STOCK,
        /** It can be given at other hours. */
        CLOSED
    }
}
