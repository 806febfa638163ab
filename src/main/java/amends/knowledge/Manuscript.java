package amends.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A text of an article before it is published: no search finds it. Of one article at most one is open.
 *
 * @param basedOn the version that its writer had before their eyes; 0 when the article was never published
 * @param author who began it @param writer who wrote it last, and so may not publish it @param written when that was
 * @param decidedBy who published, sent back or dropped it last @param words why it was sent back; may be empty
 * @param revision counts its changes, so that two who write at once do not undo one another
 */
public record Manuscript(
        UUID id,
        ArticleText text,
        State state,
        int basedOn,
        UUID author,
        UUID writer,
        Instant written,
        Optional<UUID> decidedBy,
        String words,
        long revision) {

    public enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        DROPPED
    }

    public boolean isOpen() {
        return state == State.DRAFT || state == State.IN_REVIEW;
    }

    public boolean isInReview() {
        return state == State.IN_REVIEW;
    }

    static Manuscript begun(UUID id, ArticleText text, int basedOn, UUID by, Instant at) {
        return new Manuscript(id, text, State.DRAFT, basedOn, by, by, at, Optional.empty(), "", 1);
    }

    Manuscript rewritten(ArticleText now, int seen, UUID by, Instant at) {
        return new Manuscript(id, now, State.DRAFT, seen, author, by, at, decidedBy, words, revision + 1);
    }

    Manuscript in(State next) {
        return new Manuscript(id, text, next, basedOn, author, writer, written, decidedBy, words, revision + 1);
    }

    Manuscript decided(State next, UUID by, String why) {
        return new Manuscript(id, text, next, basedOn, author, writer, written, Optional.of(by), why, revision + 1);
    }
}
