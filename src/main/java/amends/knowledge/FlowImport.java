package amends.knowledge;

import amends.kernel.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the flows in use those of the sources: all of it in one transaction, or nothing. Importing the same again
 * changes nothing. No flows at all are as good as any: those there were are retired.
 */
public final class FlowImport {
    private final Flows flows;
    private final Transactions transactions;

    public FlowImport(Flows flows, Transactions transactions) {
        this.flows = flows;
        this.transactions = transactions;
    }

    /** @param name the source's; for one that is gone the flow's id */
    public record Line(String name, FlowId flow, ImportReport.Fate fate) {}

    /** Blocks. @return what became of each, in the order of the sources, what is gone last */
    public List<Line> run(List<FlowSource> sources) {
        return transactions.call(() -> {
            Map<FlowId, FlowText> before = new HashMap<>();
            flows.inUse().forEach(flow -> before.put(flow.id(), flow.text()));
            var lines = new ArrayList<Line>();
            Set<FlowId> there = new HashSet<>();
            for (FlowSource source : sources) {
                FlowId id = source.text().id();
                if (!there.add(id)) throw new IllegalArgumentException(source.name() + ": " + id + " is there twice");
                lines.add(put(source, before.get(id)));
            }
            before.keySet().stream()
                    .filter(id -> !there.contains(id))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .forEach(gone -> {
                        flows.retire(gone);
                        lines.add(new Line(gone.toString(), gone, ImportReport.Fate.GONE));
                    });
            return List.copyOf(lines);
        });
    }

    private Line put(FlowSource source, FlowText before) {
        FlowText text = source.text();
        if (before != null && text.source().equals(before.source()))
            return new Line(source.name(), text.id(), ImportReport.Fate.UNCHANGED);
        flows.publish(text);
        return new Line(source.name(), text.id(), before == null ? ImportReport.Fate.NEW : ImportReport.Fate.CHANGED);
    }
}
