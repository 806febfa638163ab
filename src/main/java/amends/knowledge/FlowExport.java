package amends.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done for a folder to hold the flows in use. A file whose text is none that the flow ever had was changed
 * in the folder and is left; of what was retired the file goes, or the next import would bring it back.
 */
public final class FlowExport {
    private final Flows flows;

    public FlowExport(Flows flows) {
        this.flows = flows;
    }

    public sealed interface Step {
        /** Holds it. */
        record Write(Flow flow) implements Step {}

        /** Says the same. */
        record Same(FlowId id) implements Step {}

        /** Not in use any more. */
        record Remove(String was) implements Step {}

        /** Changed in the folder, and not yet imported. */
        record Left(String was) implements Step {}
    }

    /** Blocks. @param inFolder what the folder holds @param overwrite whether what was changed there gives way */
    public List<Step> steps(List<FlowSource> inFolder, boolean overwrite) {
        Map<FlowId, FlowSource> files = new LinkedHashMap<>();
        inFolder.forEach(source -> files.put(source.text().id(), source));
        var steps = new ArrayList<Step>();
        for (Flow flow : flows.inUse()) steps.add(step(flow, files.remove(flow.id()), overwrite));
        for (FlowSource gone : files.values())
            steps.add(overwrite || flows.everHeld(gone.text()) ? new Step.Remove(gone.name()) : left(gone));
        return List.copyOf(steps);
    }

    private Step step(Flow flow, FlowSource file, boolean overwrite) {
        if (file == null) return new Step.Write(flow);
        if (file.text().saysSame(flow.text().source())) return new Step.Same(flow.id());
        return overwrite || flows.everHeld(file.text()) ? new Step.Write(flow) : left(file);
    }

    private static Step left(FlowSource file) {
        return new Step.Left(file.name());
    }
}
