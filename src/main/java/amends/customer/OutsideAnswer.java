package amends.customer;

import java.util.List;

/** What came of asking another system about one customer. */
public sealed interface OutsideAnswer {
    /** @param facts never empty */
    record Found(List<OutsideFact> facts) implements OutsideAnswer {
        public Found {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) throw new IllegalArgumentException("nothing was found");
        }
    }

    /** It knows nobody like that. */
    record Nothing() implements OutsideAnswer {}

    /** It did not answer in the time it had. */
    record Late() implements OutsideAnswer {}

    /** @param why for the log and for whoever looks after it; one line, without anything personal */
    record Unreachable(String why) implements OutsideAnswer {}
}
