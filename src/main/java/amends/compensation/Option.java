package amends.compensation;

import amends.kernel.Money;

/**
 * Something that can be given.
 *
 * @param value what it is worth to the customer: authority, floors and limits are measured by it
 * @param cost what the house spends on it: the budget is measured by it
 * @param fairness 0 to 1: how fitting customers find it, as far as the house knows
 * @param effect by how many points of five it is thought to lift satisfaction before any case has taught better
 * @param feasibility when it can be carried out at all
 */
public record Option(
        String key,
        Form form,
        OptionName name,
        Money value,
        Money cost,
        double fairness,
        double effect,
        Feasibility feasibility) {
    /** What is believed of its lift before there are cases: an unfair gift disappoints. */
    public double believedLift() {
        return effect * fairness;
    }
}
