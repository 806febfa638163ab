package amends.compensation;

import java.util.List;

/**
 * Something that may be given for a case, and why it stands where it stands in the list.
 *
 * @param expectedLift by how many points of five satisfaction is thought to rise
 * @param low @param high between which that lies with a probability of about 80 %
 * @param cases from which it was learned: this option for this kind of failure
 * @param reasons why it is in the list and at its place, the weightiest first
 */
public record Offer(Option option, double expectedLift, double low, double high, int cases, List<Reason> reasons) {
    public Offer {
        reasons = List.copyOf(reasons);
    }

    /** A reason in facts; whoever shows it has the words. */
    public sealed interface Reason {
        /** Of all that fits, this one helps most for its cost. */
        record Best() implements Reason {}

        /** @param lift average rise of satisfaction in so many cases of this option for this kind of failure */
        record Cases(int cases, double lift) implements Reason {}

        /** No case of this kind yet: judged by this option's cases after other failures. */
        record OtherFailures(int cases) implements Reason {}

        /** No case at all yet: what the policy believes. */
        record Believed() implements Reason {}

        /** Little is known of it; it stands higher so that more gets known. */
        record WorthTrying() implements Reason {}

        /** Another does as much good for more money. */
        record Cheaper() implements Reason {}

        /** It does more good than the first, but not so much more as it costs. */
        record Dearer() implements Reason {}
    }
}
