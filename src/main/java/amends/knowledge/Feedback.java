package amends.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a reader thought of one version of an article.
 *
 * @param owner who sees to it; nobody yet when empty
 * @param answer what was done about it, or why nothing was; empty while it is open
 */
public record Feedback(
        UUID id,
        ArticleId article,
        int version,
        Kind kind,
        String words,
        UUID by,
        Instant at,
        State state,
        Optional<UUID> owner,
        String answer) {

    public enum Kind {
        HELPED,
        DID_NOT_HELP,
        WRONG,
        MISSING;

        /** Whether somebody has to do something about it. */
        public boolean isTask() {
            return this != HELPED;
        }
    }

    public enum State {
        /** Counted only: it helped. */
        COUNTED,
        OPEN,
        DONE,
        DECLINED
    }

    Feedback ownedBy(UUID who) {
        return new Feedback(id, article, version, kind, words, by, at, state, Optional.of(who), answer);
    }

    Feedback closed(State how, UUID who, String why) {
        return new Feedback(id, article, version, kind, words, by, at, how, owner.or(() -> Optional.of(who)), why);
    }
}
