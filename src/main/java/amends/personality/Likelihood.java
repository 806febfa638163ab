package amends.personality;

import java.util.Optional;

/**
 * How likely a customer is expressive.
 *
 * @param expressive 0 to 1
 * @param usual the same of a customer of whom nothing was seen
 * @param observations how many marks it rests on
 * @param contacts in how many contacts they were made
 */
public record Likelihood(double expressive, double usual, int observations, int contacts) {
    /** How likely a type must be to be shown. */
    static final double SURE = .82;
    /** What was seen must itself make the type so many times as likely as it is of anybody. */
    static final double TELLING = 2;

    static final int LEAST_OBSERVATIONS = 4;
    static final int LEAST_CONTACTS = 2;

    /** @param logit how far, in logarithms of the odds; positive is towards expressive */
    Likelihood moved(double logit) {
        double odds = expressive / (1 - expressive) * Math.exp(logit);
        return logit == 0 ? this : new Likelihood(odds / (1 + odds), usual, observations, contacts);
    }

    double of(CustomerType type) {
        return type == CustomerType.EXPRESSIVE ? expressive : 1 - expressive;
    }

    private double usual(CustomerType type) {
        return type == CustomerType.EXPRESSIVE ? usual : 1 - usual;
    }

    /** The type that may be shown: there is enough evidence, and it is of the customer, not of customers in general. */
    public Optional<CustomerType> shown() {
        if (observations < LEAST_OBSERVATIONS || contacts < LEAST_CONTACTS) return Optional.empty();
        CustomerType likelier = expressive >= .5 ? CustomerType.EXPRESSIVE : CustomerType.RESERVED;
        double odds = of(likelier) / of(likelier.other());
        double usualOdds = usual(likelier) / usual(likelier.other());
        return of(likelier) >= SURE && odds >= TELLING * usualOdds ? Optional.of(likelier) : Optional.empty();
    }
}
