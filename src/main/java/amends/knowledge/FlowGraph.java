package amends.knowledge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the steps of a flow lead. Ids are each there once, and what leads nowhere is left out. */
final class FlowGraph {
    private final List<FlowStep> steps;
    private final Map<String, FlowStep> byId = new LinkedHashMap<>();

    FlowGraph(List<FlowStep> steps) {
        this.steps = steps;
        steps.forEach(step -> byId.putIfAbsent(step.id(), step));
    }

    /** Steps to which no way leads from the first. */
    Set<String> unreachable() {
        Set<String> left = new HashSet<>(byId.keySet());
        if (!steps.isEmpty()) reach(steps.getFirst().id(), left);
        return left;
    }

    private void reach(String id, Set<String> left) {
        if (!left.remove(id)) return;
        byId.get(id).answers().forEach(answer -> reach(answer.to(), left));
    }

    /** Steps with answers of which none ever comes to an end: who gets there goes round for ever. */
    Set<String> endless() {
        Set<String> ending = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (FlowStep step : byId.values())
                if (!ending.contains(step.id()) && ends(step, ending)) grew = ending.add(step.id());
        }
        Set<String> endless = new HashSet<>(byId.keySet());
        endless.removeAll(ending);
        return endless;
    }

    /** What leads nowhere, or has no answers, is a mistake of its own and counts as an end here. */
    private boolean ends(FlowStep step, Set<String> ending) {
        return step.answers().isEmpty()
                || step.answers().stream().anyMatch(a -> !byId.containsKey(a.to()) || ending.contains(a.to()));
    }
}
