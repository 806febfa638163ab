package amends.desktop.flow;

import amends.knowledge.FlowKind;
import amends.knowledge.FlowStep;
import java.util.List;

/**
 * The step that is shown, in the reader's script.
 *
 * @param number of the step, from 1
 * @param left how many may still come at most
 * @param done what was answered so far, the latest last
 * @param canStart whether what the step may start can be started now
 */
public record FlowFace(
        String title,
        FlowKind kind,
        FlowStep step,
        int number,
        int left,
        List<String> done,
        boolean canStart,
        boolean paused) {
    public FlowFace {
        done = List.copyOf(done);
    }
}
