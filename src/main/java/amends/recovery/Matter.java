package amends.recovery;

import java.util.UUID;

/** Whether a complaint is one that was made before. */
public sealed interface Matter {
    /** Nobody said: the same when it comes so soon after an answer that the answer did not hold. */
    record Unsaid() implements Matter {}

    /** Something else, says whoever took it in. */
    record New() implements Matter {}

    /** That complaint again. */
    record Again(UUID complaint) implements Matter {}
}
