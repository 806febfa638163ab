package amends.knowledge;

import amends.kernel.Transactions;
import amends.knowledge.ArticleImport.Absent;
import amends.knowledge.ImportReport.Fate;
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
    public record Line(String name, FlowId flow, Fate fate) {}

    public List<Line> run(List<FlowSource> sources) {
        return run(sources, Absent.RETIRE);
    }

    /** Blocks. @return what became of each, in the order of the sources, what is gone last */
    public List<Line> run(List<FlowSource> sources, Absent absent) {
        return transactions.call(() -> {
            List<Line> lines = plan(sources, absent);
            Map<FlowId, FlowText> texts = new HashMap<>();
            sources.forEach(source -> texts.put(source.text().id(), source.text()));
            for (Line line : lines)
                switch (line.fate()) {
                    case NEW, CHANGED -> flows.publish(texts.get(line.flow()));
                    case GONE -> flows.retire(line.flow());
                    case UNCHANGED, MISSING, KEPT, CONFLICT -> {}
                }
            return lines;
        });
    }

    /** What {@link #run} would do. Changes nothing. Blocks. */
    public List<Line> plan(List<FlowSource> sources, Absent absent) {
        return transactions.call(() -> {
            Map<FlowId, FlowText> before = new HashMap<>();
            flows.inUse().forEach(flow -> before.put(flow.id(), flow.text()));
            var lines = new ArrayList<Line>();
            Set<FlowId> there = new HashSet<>();
            for (FlowSource source : sources) {
                FlowId id = source.text().id();
                if (!there.add(id)) throw new IllegalArgumentException(source.name() + ": " + id + " is there twice");
                lines.add(line(source, before.get(id)));
            }
            before.keySet().stream()
                    .filter(id -> !there.contains(id))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .forEach(id ->
                            lines.add(new Line(id.toString(), id, absent == Absent.RETIRE ? Fate.GONE : Fate.MISSING)));
            return List.copyOf(lines);
        });
    }

    private static Line line(FlowSource source, FlowText before) {
        FlowText text = source.text();
        if (before == null) return new Line(source.name(), text.id(), Fate.NEW);
        boolean same = text.source().equals(before.source());
        return new Line(source.name(), text.id(), same ? Fate.UNCHANGED : Fate.CHANGED);
    }
}
