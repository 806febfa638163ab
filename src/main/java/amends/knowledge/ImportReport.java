package amends.knowledge;

import java.util.List;

/** What an import did with each article, in the order of the sources, what is gone last. */
public record ImportReport(List<Line> lines) {
    /** @param name the source's; for one that is gone the article's id */
    public record Line(String name, ArticleId article, Fate fate) {}

    public enum Fate {
        NEW,
        CHANGED,
        UNCHANGED,
        /** In use before, and not among the sources: retired. */
        GONE
    }

    public ImportReport {
        lines = List.copyOf(lines);
    }

    public long count(Fate fate) {
        return lines.stream().filter(l -> l.fate() == fate).count();
    }
}
