package amends.quality;

import amends.contact.CallLine;
import amends.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Recordings as inspectors see them: with who spoke for the house, how it was, what it was given, and nothing of the
 * customer but a masked number. Asked only by {@link Inspector}, which checks and logs. Blocks; joins the caller's
 * transaction.
 */
public interface InspectionList {
    /** Newest first. @param after where the page before ended; empty for the first */
    Page page(Filter filter, Optional<Place> after, int most);

    Optional<Row> row(UUID recording);

    /** Those who ever recorded, by name. */
    List<Agent> agents();

    /** The other party's number as it was signalled; empty when the recording is of no known contact. */
    Optional<String> numberOf(UUID recording);

    /**
     * One recording.
     *
     * @param agent who spoke for the house; the name is empty when they are unknown
     * @param number masked
     * @param score what the customer gave
     * @param line what the line was like, which the agent is not judged for
     * @param evaluation the one kept last
     */
    record Row(
            UUID recording,
            Optional<UUID> contact,
            Agent agent,
            String number,
            Instant began,
            Duration length,
            Recording.State state,
            boolean announced,
            Optional<Integer> score,
            Optional<CallLine> line,
            Optional<Given> evaluation) {}

    record Agent(UUID id, String name) {}

    /** What a kept evaluation came to. */
    record Given(int percent, boolean failed) {}

    /** @param next empty when there are no more */
    record Page(List<Row> rows, Optional<Place> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** Where a page ended. */
    record Place(Instant began, UUID recording) {}

    /**
     * @param agent of this agent only
     * @param since begun at or after this
     * @param lowScore only with a score at or below {@value #LOW}
     */
    record Filter(Optional<UUID> agent, Optional<Instant> since, Evaluated evaluated, boolean lowScore) {
        public static final int LOW = 2;
        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Evaluated.EITHER, false);
    }

    enum Evaluated {
        EITHER,
        YES,
        NOT_YET
    }
}
