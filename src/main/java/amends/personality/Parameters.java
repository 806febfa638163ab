package amends.personality;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the estimate reckons with: shipped as research has it, learned anew from the house's own marks.
 *
 * @param expressiveShare 0 to 1: of all customers
 * @param mistake 0 to 0.5: how often an observer misses what was there or marks what was not
 * @param severityPush how far the gravest failure pushes everyone towards the expressive behaviours, beside the least,
 *     in logarithms of the odds
 * @param moodSpread standard deviation of the mood of a contact, in the same unit
 * @param habitSpread standard deviation of the habits of observers, in the same unit
 * @param halfLifeDays after so long what was seen tells half as much of the customer today
 * @param shares of contacts in which a type shows a behaviour, in logarithms of the odds
 * @param habits of observers who are known; others have none that is known
 */
public record Parameters(
        double expressiveShare,
        double mistake,
        double severityPush,
        double moodSpread,
        double habitSpread,
        double halfLifeDays,
        Map<CustomerType, Map<Behaviour, Double>> shares,
        Map<String, Habit> habits) {
    private static final double DAYS_OF_YEAR = 365.25;
    private static final double MOST_LOGIT = 6;

    public static final Parameters SHIPPED =
            new Parameters(.35, .10, Math.log(2), .5, .4, 20 * DAYS_OF_YEAR, usualShares(), Map.of());

    public Parameters {
        shares = Map.copyOf(shares);
        habits = Map.copyOf(habits);
    }

    /**
     * How readily an observer marks expressive behaviours, beside others.
     *
     * @param lean in logarithms of the odds, 0 for the usual
     * @param variance how unsure that is
     */
    public record Habit(double lean, double variance) {}

    /** In logarithms of the odds. */
    public double share(CustomerType type, Behaviour behaviour) {
        return shares.get(type).get(behaviour);
    }

    Habit habit(String observer) {
        return habits.getOrDefault(observer, new Habit(0, habitSpread * habitSpread));
    }

    /** Whether it can be reckoned with: learning may go astray where marks are few or strange. */
    public boolean isPlausible() {
        boolean sharesAreNumbers = shares.values().stream()
                .flatMap(ofType -> ofType.values().stream())
                .allMatch(share -> Math.abs(share) < MOST_LOGIT);
        return sharesAreNumbers
                && expressiveShare > .02
                && expressiveShare < .98
                && mistake < .4
                && Math.abs(severityPush) < MOST_LOGIT
                && moodSpread < MOST_LOGIT
                && habitSpread < MOST_LOGIT;
    }

    static double years(double years) {
        return years * DAYS_OF_YEAR;
    }

    static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private static Map<CustomerType, Map<Behaviour, Double>> usualShares() {
        var shares = new EnumMap<CustomerType, Map<Behaviour, Double>>(CustomerType.class);
        for (CustomerType type : CustomerType.values()) {
            var ofType = new EnumMap<Behaviour, Double>(Behaviour.class);
            Arrays.stream(Behaviour.values()).forEach(b -> ofType.put(b, logit(b.usualShare(type))));
            shares.put(type, ofType);
        }
        return shares;
    }
}
