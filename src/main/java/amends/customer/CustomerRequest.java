package amends.customer;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody whose own login may not do it wants done to whole persons: carried out by the services, in their name.
 *
 * @param customer whom it concerns, where it is one
 * @param other the other one of two, or the merge that is undone
 * @param why in one line
 * @param asked what more is to be known, as whoever carries it out reads it
 */
public record CustomerRequest(
        UUID id,
        Kind kind,
        Optional<UUID> customer,
        Optional<UUID> other,
        String why,
        String asked,
        UUID who,
        Instant at) {
    public CustomerRequest {
        why = PlainText.line(why, Merge.MOST_WHY);
    }

    /** What can be asked for. */
    public enum Kind {
        MERGE(true),
        SEPARATE(true),
        ERASE(true),
        SHOW(true),
        /** Those who may be one. */
        PAIRS(true),
        /** They are two. */
        DISMISS(true),
        /** All are looked through for those who may be one. */
        SEARCH(false),
        EXPORT(false),
        /** A table is looked through, and nothing kept. */
        CHECK(false),
        /** A table is taken in. */
        TAKE(false);

        private final boolean atOnce;

        Kind(boolean atOnce) {
            this.atOnce = atOnce;
        }

        /** Whether it is one transaction with its answer; else it takes long, is told how far it is, and can be ended. */
        public boolean isAtOnce() {
            return atOnce;
        }
    }

    /** How it stands. */
    public enum State {
        ASKED,
        RUNNING,
        DONE,
        /** Who asked may not, or what they asked cannot be read; the answer is empty. */
        REFUSED,
        /** The services tried and could not; the answer is the reason, in a line. */
        FAILED,
        /** Taken back by who asked, before it was done: nothing was. */
        WITHDRAWN
    }

    /** @param rows read or written so far @param faulty of them */
    public record Progress(State state, int rows, int faulty) {}
}
