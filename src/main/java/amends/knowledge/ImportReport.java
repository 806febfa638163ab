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
        /** Held by the sources before, and not any more: retired. */
        GONE,
        /** Held by the sources before, and not any more; in use all the same, since somebody said so. */
        MISSING,
        /** Changed in the database only: left as it is there. */
        KEPT,
        /** Changed in the sources and in the database: then nothing was imported at all. */
        CONFLICT
    }

    public ImportReport {
        lines = List.copyOf(lines);
    }

    /** How much less the sources hold than they did. */
    public FolderLoss loss() {
        return FolderLoss.of(lines.stream().map(Line::fate).toList());
    }

    public long count(Fate fate) {
        return lines.stream().filter(l -> l.fate() == fate).count();
    }
}
