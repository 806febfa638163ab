package amends.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened between a customer and us. Made with {@link #of} and what is said after it:
 * {@code TimeLineEntry.of(PROMISE, id, at).in(State.OPEN).openUntil(due).saying("refund of 268.00")}.
 *
 * @param id of the row it stands for
 * @param state how it stands, in the words of the room it comes from; the window has a word for each such value
 * @param marks what else is said of it by such values: its severity, how it came
 * @param isOpen whether it still waits for something: open matters stand on top
 * @param due by when it must be done; empty where nothing is due
 * @param words what people wrote or what it is about, as it is; may be empty, may have several lines
 * @param score the customer's, 1 to 5
 */
public record TimeLineEntry(
        Kind kind,
        UUID id,
        Instant at,
        Optional<Enum<?>> state,
        List<Enum<?>> marks,
        boolean isOpen,
        Optional<Instant> due,
        String words,
        Optional<Integer> score) {
    public TimeLineEntry {
        marks = List.copyOf(marks);
    }

    /** What can stand in a time line. */
    public enum Kind {
        CONTACT,
        FAILURE,
        COMPLAINT,
        CALLBACK,
        PROMISE,
        COMPENSATION,
        /** A score that stands for itself, not beside its contact. */
        SCORE
    }

    public static TimeLineEntry of(Kind kind, UUID id, Instant at) {
        return new TimeLineEntry(
                kind, id, at, Optional.empty(), List.of(), false, Optional.empty(), "", Optional.empty());
    }

    public TimeLineEntry in(Enum<?> now) {
        return new TimeLineEntry(kind, id, at, Optional.of(now), marks, isOpen, due, words, score);
    }

    public TimeLineEntry marked(Enum<?> mark) {
        var more = new ArrayList<>(marks);
        more.add(mark);
        return new TimeLineEntry(kind, id, at, state, more, isOpen, due, words, score);
    }

    public TimeLineEntry open() {
        return new TimeLineEntry(kind, id, at, state, marks, true, due, words, score);
    }

    public TimeLineEntry openUntil(Instant end) {
        return new TimeLineEntry(kind, id, at, state, marks, true, Optional.of(end), words, score);
    }

    public TimeLineEntry saying(String what) {
        return new TimeLineEntry(kind, id, at, state, marks, isOpen, due, what, score);
    }

    public TimeLineEntry scored(int given) {
        return new TimeLineEntry(kind, id, at, state, marks, isOpen, due, words, Optional.of(given));
    }
}
