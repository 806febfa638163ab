package amends.staff;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an employee suggests should be done better, and what became of it.
 *
 * @param by who filed it
 * @param screen where they were when they filed it, noted by the window itself; a word of the program, not of a person
 * @param what they suggest, in several lines
 * @param contact the call at hand, where they wished it to stand beside
 * @param answer what whoever decided said to it: a declined one has at least one word
 * @param changed when it came to its state
 */
public record Improvement(
        UUID id,
        UUID by,
        Instant at,
        String screen,
        String what,
        Optional<UUID> contact,
        State state,
        String answer,
        Optional<UUID> decidedBy,
        Instant changed) {
    public static final int MOST_WHAT = 2000;
    public static final int MOST_ANSWER = 300;
    static final int MOST_SCREEN = 40;

    public enum State {
        FILED,
        CONSIDERED,
        ACCEPTED,
        DONE,
        DECLINED;

        /** Whether somebody still has to do or say something. */
        public boolean isOpen() {
            return this != DONE && this != DECLINED;
        }
    }

    public Improvement {
        screen = PlainText.line(screen, MOST_SCREEN);
        what = PlainText.lines(what, MOST_WHAT);
        answer = PlainText.line(answer, MOST_ANSWER);
        if (what.isEmpty()) throw new IllegalArgumentException("an improvement without words");
    }

    static Improvement filed(UUID id, StaffMember by, Instant at, String screen, String what, Optional<UUID> contact) {
        return new Improvement(id, by.id(), at, screen, what, contact, State.FILED, "", Optional.empty(), at);
    }

    Improvement standing(State now, ImprovementStep step) {
        return new Improvement(id, by, at, screen, what, contact, now, step.words(), Optional.of(step.by()), step.at());
    }
}
