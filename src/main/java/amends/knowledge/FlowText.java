package amends.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a flow's file says.
 *
 * @param category a path such as {@code cards/repayment}, as articles have it
 * @param about slugs of the articles this flow carries out: who finds one of them is offered the flow
 * @param steps the first is where it begins
 * @param source as it was written, comments too: what is exported
 */
public record FlowText(
        FlowId id,
        FlowKind kind,
        String title,
        String category,
        List<String> about,
        List<FlowStep> steps,
        String source) {
    public static final int MOST_SOURCE = 60_000;
    public static final int MOST_STEPS = 60;

    public FlowText {
        about = List.copyOf(about);
        steps = List.copyOf(steps);
    }

    /** Whether another source is this one; how lines end does not matter. */
    public boolean saysSame(String other) {
        return source.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
    }

    public Optional<FlowStep> step(String stepId) {
        return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
    }

    /** Every article it names, each once. */
    public Set<String> articles() {
        var named = new LinkedHashSet<>(about);
        steps.forEach(step -> step.article().ifPresent(named::add));
        return named;
    }

    /** How many steps the longest way without a turn back still has, this one counted: for "step 2 of at most 5". */
    public int longestFrom(String stepId) {
        return longest(stepId, new ArrayList<>());
    }

    private int longest(String at, List<String> way) {
        if (way.contains(at) || way.size() > MOST_STEPS) return 0;
        way.add(at);
        int most = 0;
        for (var answer : step(at).map(FlowStep::answers).orElse(List.of()))
            most = Math.max(most, longest(answer.to(), way));
        way.removeLast();
        return most + 1;
    }
}
