package amends.personality;

import java.util.List;

/** What is thought of a customer's type. Steers tone, wording, speed and channel; never what is offered. */
public sealed interface Estimate {
    /**
     * @param confidence 0.5 to 1: how likely the type is right
     * @param observations how many marks it rests on
     * @param reasons what moved it, the weightiest first
     */
    record Shown(CustomerType type, double confidence, int observations, List<Reason> reasons) implements Estimate {
        public Shown {
            reasons = List.copyOf(reasons);
        }

        /** Whole percent, for people. Rounded down: never more sure than it is. */
        public int percent() {
            return (int) Math.floor(confidence * 100);
        }
    }

    /** Not yet known. @param observations how many marks there are */
    record TooLittle(int observations) implements Estimate {}

    /** The customer did not agree to be estimated; nothing was read. */
    record NoConsent() implements Estimate {}
}
