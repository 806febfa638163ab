package amends.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What readers thought of articles. Blocks; joins the caller's transaction. */
public interface FeedbackBook {
    /** Keeps it once. */
    void add(Feedback feedback);

    Optional<Feedback> feedback(UUID id);

    /** What is to be done: wrong answers first, then the oldest. */
    List<Feedback> openTasks(int most);

    /** @return false when it is not open any more */
    boolean change(Feedback now, Instant at);
}
