package amends.staff;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.UUID;

/** What a lead decides about a suggestion. Each may carry words for the one who filed it. */
public sealed interface ImprovementStep {
    UUID by();

    Instant at();

    String words();

    /** Somebody looks into it. */
    record Consider(UUID by, Instant at, String words) implements ImprovementStep {}

    /** It shall be done. */
    record Accept(UUID by, Instant at, String words) implements ImprovementStep {}

    /** It is done. */
    record Finish(UUID by, Instant at, String words) implements ImprovementStep {}

    /** It shall not be done. @param words why not; nobody is turned down without a reason */
    record Decline(UUID by, Instant at, String words) implements ImprovementStep {
        public Decline {
            words = PlainText.line(words, Improvement.MOST_ANSWER);
        }
    }
}
