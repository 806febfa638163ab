package amends.recovery;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How something owed was settled.
 *
 * @param by the member who answers for it
 * @param contact in which it was done, where it was in one
 * @param words what was done, or why it was written off; one line, of which writing off needs at least one word
 */
public record Settlement(Means means, UUID by, Instant at, Optional<UUID> contact, String words) {
    static final int MOST_WORDS = 300;

    public Settlement {
        words = PlainText.line(words, MOST_WORDS);
        if (means == Means.WRITTEN_OFF && words.isEmpty())
            throw new IllegalArgumentException("written off without a reason");
    }

    public enum Means {
        APOLOGISED,
        EXPLAINED,
        PUT_RIGHT,
        /** A complaint was taken in, which carries its own amends. */
        COMPLAINT,
        WRITTEN_OFF;

        /** What becomes of a failure settled so. */
        public Failure.State leadsTo() {
            return this == WRITTEN_OFF ? Failure.State.WRITTEN_OFF : Failure.State.SETTLED;
        }
    }
}
