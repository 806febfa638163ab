package amends.knowledge;

import amends.kernel.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What has to be done for a folder to hold what is in use: nothing that was changed there is overwritten or removed
 * unless somebody said so.
 */
public final class ArticleExport {
    private final ArticleImport.Books books;
    private final Articles articles;
    private final SyncedArticles synced;
    private final Transactions transactions;

    public ArticleExport(ArticleImport.Books books, Transactions transactions) {
        this.books = books;
        this.articles = books.articles();
        this.synced = books.synced();
        this.transactions = transactions;
    }

    /** @param was the name of the file that holds it now; empty: none does */
    public sealed interface Step {
        ArticleId id();

        /** Holds it; may be written another way, or lie elsewhere. */
        record Write(Article article, Optional<String> was) implements Step {
            @Override
            public ArticleId id() {
                return article.id();
            }
        }

        /** Says the same, however it is written. */
        record Same(ArticleId id, int version) implements Step {}

        /** Not in use any more. */
        record Remove(ArticleId id, String was) implements Step {}

        /** Changed in the folder, and not yet imported. */
        record Left(ArticleId id, String was) implements Step {}

        /** Changed in both. */
        record Conflict(ArticleId id, String was) implements Step {}
    }

    /** @param inFolder what the folder holds @param overwrite whether what was changed there gives way */
    public List<Step> steps(List<ArticleSource> inFolder, boolean overwrite) {
        return transactions.call(() -> {
            Map<ArticleId, Integer> then = synced.all();
            Map<ArticleId, ArticleSource> files = new LinkedHashMap<>();
            inFolder.forEach(source -> files.put(source.text().id(), source));
            var names = new TreeSet<String>();
            Map<String, ArticleId> ids = new LinkedHashMap<>();
            articles.inUse().forEach(a -> ids.put(a.id().toString(), a.id()));
            files.keySet().forEach(id -> ids.put(id.toString(), id));
            names.addAll(ids.keySet());
            var steps = new ArrayList<Step>();
            for (String name : names)
                step(ids.get(name), Optional.ofNullable(files.get(ids.get(name))), then, overwrite)
                        .ifPresent(steps::add);
            return steps;
        });
    }

    private Optional<Step> step(
            ArticleId id, Optional<ArticleSource> file, Map<ArticleId, Integer> then, boolean overwrite) {
        Optional<Article> now = articles.byId(id);
        int version = then.getOrDefault(id, 0);
        Optional<ArticleText> held = Optional.of(version).filter(v -> v > 0).flatMap(v -> articles.version(id, v));
        SyncCourse course = SyncCourse.of(file.map(ArticleSource::text), now, held, version);
        Optional<Article> inUse = now.filter(a -> !a.retired());
        Stewardship kept = books.stewardships().of(id);
        boolean entrusted =
                inUse.isPresent() && file.filter(f -> saysOtherwise(f, kept)).isPresent();
        boolean led = course == SyncCourse.SAME || course == SyncCourse.DATABASE_LEADS;
        // A file that is not there can neither be overwritten nor lost.
        boolean goes = overwrite || file.isEmpty() || led && !entrusted;
        if (!goes)
            return Optional.of(
                    course == SyncCourse.CONFLICT
                            ? new Step.Conflict(id, file.get().name())
                            : new Step.Left(id, file.get().name()));
        if (course == SyncCourse.SAME
                && !entrusted
                && file.filter(f -> saysAll(f, kept)).isPresent())
            return inUse.map(article -> new Step.Same(id, article.version()));
        if (inUse.isPresent()) return Optional.of(new Step.Write(inUse.get(), file.map(ArticleSource::name)));
        return file.map(f -> new Step.Remove(id, f.name()));
    }

    private boolean saysOtherwise(ArticleSource file, Stewardship kept) {
        boolean owner = file.owner().isPresent()
                && !file.owner().flatMap(books.people()).equals(kept.owner());
        return owner || file.reviewDue().isPresent() && !file.reviewDue().equals(kept.reviewDue());
    }

    private static boolean saysAll(ArticleSource file, Stewardship kept) {
        return (file.owner().isPresent() || kept.owner().isEmpty())
                && (file.reviewDue().isPresent() || kept.reviewDue().isEmpty());
    }

    /** The folder holds it now. */
    public void done(Step step) {
        transactions.run(() -> {
            if (step instanceof Step.Write(Article article, var was)) synced.set(article.id(), article.version());
            if (step instanceof Step.Same(ArticleId id, int version)) synced.set(id, version);
            if (step instanceof Step.Remove(ArticleId id, var was)) synced.forget(id);
        });
    }
}
