package amends.knowledge;

import amends.kernel.Transactions;
import amends.knowledge.ImportReport.Fate;
import amends.knowledge.ImportReport.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the articles in use those of the sources: all of it in one transaction, or nothing. Importing the same again
 * changes nothing.
 */
public final class ArticleImport {
    private final Articles articles;
    private final Transactions transactions;

    public ArticleImport(Articles articles, Transactions transactions) {
        this.articles = articles;
        this.transactions = transactions;
    }

    /**
     * Blocks.
     *
     * @param sources every article there shall be; none at all is refused, since it would retire everything
     */
    public ImportReport run(List<ArticleSource> sources) {
        if (sources.isEmpty()) throw new IllegalArgumentException("no articles");
        return transactions.call(() -> {
            Map<ArticleId, ArticleText> before = new HashMap<>();
            articles.inUse().forEach(article -> before.put(article.id(), article.text()));
            var lines = new ArrayList<Line>();
            Set<ArticleId> there = new HashSet<>();
            for (ArticleSource source : sources) {
                if (!there.add(source.text().id()))
                    throw new IllegalArgumentException(
                            source.name() + ": " + source.text().id() + " is there twice");
                lines.add(put(source, before.get(source.text().id())));
            }
            before.keySet().stream()
                    .filter(id -> !there.contains(id))
                    // What was written in the house itself stands in no file.
                    .filter(id -> !ArticleDraft.isFromCase(before.get(id).category()))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .forEach(gone -> lines.add(retire(gone)));
            return new ImportReport(lines);
        });
    }

    /** The articles of a desk that was just unpacked: only where there never were any. @return whether it was so */
    public boolean first(List<ArticleSource> sources) {
        return transactions.call(() -> {
            if (sources.isEmpty() || articles.lastChange() > 0) return false;
            run(sources);
            return true;
        });
    }

    private Line put(ArticleSource source, ArticleText before) {
        ArticleText text = source.text();
        if (text.equals(before)) return new Line(source.name(), text.id(), Fate.UNCHANGED);
        articles.publish(text);
        return new Line(source.name(), text.id(), before == null ? Fate.NEW : Fate.CHANGED);
    }

    private Line retire(ArticleId id) {
        articles.retire(id);
        return new Line(id.toString(), id, Fate.GONE);
    }
}
