package amends.recovery;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint at the branch or department that can put it right (分行/网点), with a clock of its own.
 *
 * @param unit its key in the scheme
 * @param by who asks
 * @param ask what the unit is asked to do, in some lines
 * @param made when the sheet was written
 * @param due until when the unit answers; from sending on
 * @param rounds how often it was sent
 * @param answer what the unit said, the last time; empty until it did
 * @param late whether it was once not answered in time
 */
public record Dispatch(
        UUID id,
        UUID complaint,
        String unit,
        UUID by,
        String ask,
        Instant made,
        Instant due,
        Stage state,
        int rounds,
        String answer,
        Optional<Instant> answered,
        boolean late) {
    static final int MOST_WORDS = 4000;

    public Dispatch {
        unit = PlainText.line(unit, Assessment.MOST_KEY);
        ask = PlainText.lines(ask, MOST_WORDS);
        answer = PlainText.lines(answer, MOST_WORDS);
    }

    public enum Stage {
        /** The sheet is written and not sent yet. */
        PREPARED,
        SENT,
        ANSWERED,
        /** The answer was taken over. */
        ACCEPTED,
        WITHDRAWN;

        public boolean isOpen() {
            return this == PREPARED || this == SENT || this == ANSWERED;
        }
    }

    public boolean isOverdue(Instant now) {
        return state == Stage.SENT && now.isAfter(due);
    }

    Dispatch standing(Stage now, Instant due, int rounds) {
        return new Dispatch(id, complaint, unit, by, ask, made, due, now, rounds, answer, answered, late);
    }

    Dispatch standing(Stage now) {
        return standing(now, due, rounds);
    }

    Dispatch answered(String words, Instant at) {
        return new Dispatch(
                id, complaint, unit, by, ask, made, due, Stage.ANSWERED, rounds, words, Optional.of(at), late);
    }

    Dispatch markedLate() {
        return new Dispatch(id, complaint, unit, by, ask, made, due, state, rounds, answer, answered, true);
    }
}
