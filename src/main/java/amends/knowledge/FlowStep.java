package amends.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * One step: what is said, and where each answer leads. It has either answers or an end, never both.
 *
 * @param say the words to say
 * @param note for the agent only; may be empty
 * @param article slug of an article to read here, in the flow's language
 * @param answers at most nine: each has a digit
 */
public record FlowStep(
        String id,
        String say,
        String note,
        Optional<String> article,
        Optional<FlowAct> act,
        List<Answer> answers,
        Optional<FlowEnd> end) {
    public static final int MOST_ANSWERS = 9;

    /** @param to the id of the step it leads to */
    public record Answer(String text, String to) {}

    public FlowStep {
        answers = List.copyOf(answers);
    }
}
