package amends.knowledge;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Words that somebody does not want in the house's list. Blocks; joins the caller's transaction. */
public interface DismissedWords {
    Set<WordCandidate.Dismissed> all();

    void add(WordCandidate.Dismissed word, UUID by, Instant at);
}
