package amends.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A flow being walked in a call: which answers were given so far, and so which step it is at.
 *
 * <table>
 * <caption>What follows from what</caption>
 * <tr><th></th><th>Answered(n), n is there</th><th>Answered(n), n is not there</th><th>Back</th></tr>
 * <tr><td>at the first step</td><td>moved</td><td>NO_SUCH_ANSWER</td><td>AT_THE_START</td></tr>
 * <tr><td>at a later step</td><td>moved</td><td>NO_SUCH_ANSWER</td><td>moved</td></tr>
 * <tr><td>at an end</td><td colspan="2">OVER</td><td>moved</td></tr>
 * </table>
 *
 * @param id of the path that is kept
 */
public record FlowWalk(UUID id, Flow flow, List<Taken> taken) {
    /** A ring of steps may be gone round; not without end. */
    public static final int MOST_TAKEN = 200;

    /**
     * An answer that was given.
     *
     * @param answer counted from 0
     * @param words as the flow words it
     * @param by who was with the customer
     */
    public record Taken(String step, int answer, String words, UUID by, Instant at) {}

    /** What happens to a walk. */
    public sealed interface Event {
        /** @param answer counted from 0 */
        record Answered(int answer, UUID by, Instant at) implements Event {}

        /** The last answer was none. */
        record Back() implements Event {}
    }

    /** What comes of it. */
    public sealed interface Next {
        record Moved(FlowWalk walk) implements Next {}

        record Refused(Because because) implements Next {}
    }

    public enum Because {
        NO_SUCH_ANSWER,
        AT_THE_START,
        /** It has come to an end. */
        OVER,
        /** So often has nobody gone round. */
        TOO_LONG
    }

    public FlowWalk {
        taken = List.copyOf(taken);
    }

    public static FlowWalk begin(UUID id, Flow flow) {
        return new FlowWalk(id, flow, List.of());
    }

    /** The same way gone so far, as a path of its own: who goes on with a colleague's. */
    public FlowWalk goingOn(UUID newId) {
        return new FlowWalk(newId, flow, taken);
    }

    public FlowStep current() {
        FlowStep first = flow.text().steps().getFirst();
        if (taken.isEmpty()) return first;
        Taken last = taken.getLast();
        return flow.text()
                .step(last.step())
                .filter(step -> last.answer() < step.answers().size())
                .flatMap(step ->
                        flow.text().step(step.answers().get(last.answer()).to()))
                .orElse(first);
    }

    public Optional<FlowEnd> end() {
        return current().end();
    }

    public Next next(Event event) {
        return switch (event) {
            case Event.Answered answered -> answer(answered);
            case Event.Back back ->
                taken.isEmpty() ? new Next.Refused(Because.AT_THE_START) : moved(taken.subList(0, taken.size() - 1));
        };
    }

    private Next answer(Event.Answered answered) {
        FlowStep here = current();
        if (here.end().isPresent()) return new Next.Refused(Because.OVER);
        if (answered.answer() < 0 || answered.answer() >= here.answers().size())
            return new Next.Refused(Because.NO_SUCH_ANSWER);
        if (taken.size() >= MOST_TAKEN) return new Next.Refused(Because.TOO_LONG);
        var more = new ArrayList<>(taken);
        String words = here.answers().get(answered.answer()).text();
        more.add(new Taken(here.id(), answered.answer(), words, answered.by(), answered.at()));
        return moved(more);
    }

    private Next moved(List<Taken> now) {
        return new Next.Moved(new FlowWalk(id, flow, now));
    }
}
