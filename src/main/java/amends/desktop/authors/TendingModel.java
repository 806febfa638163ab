package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.Gap;
import amends.knowledge.KnowledgeHealth.Ailing;
import amends.knowledge.KnowledgeHealth.Shelf;
import amends.knowledge.NearDuplicates.Twins;
import amends.knowledge.Tending;
import amends.knowledge.Tending.Overview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How well the articles are kept, and what to do about it. */
public final class TendingModel extends PresentationModel {
    /** Something to look after. */
    sealed interface Matter {
        record Missing(Gap gap) implements Matter {}

        record Same(Twins twins) implements Matter {}

        record Unwell(Ailing ailing) implements Matter {}

        /** The article to go to; empty where there is none yet. */
        default Optional<ArticleId> article() {
            return switch (this) {
                case Missing m -> Optional.empty();
                case Same(var twins) -> Optional.of(twins.other());
                case Unwell(var ailing) -> Optional.of(ailing.fact().id());
            };
        }
    }

    private final Tending tending;
    private final Function<ArticleId, String> titles;
    private final PostingWork work;
    private Overview overview = Overview.NOTHING;
    private Map<ArticleId, String> called = Map.of();
    private boolean loading;
    private boolean away;

    /** @param titles what an article is called; blocks */
    public TendingModel(Tending tending, Function<ArticleId, String> titles, PostingWork work) {
        this.tending = tending;
        this.titles = titles;
        this.work = work;
    }

    void load() {
        if (loading) return;
        loading = true;
        changed();
        work.ask(
                this::fetch,
                found -> {
                    loading = false;
                    away = false;
                    overview = found.overview();
                    called = found.titles();
                    changed();
                },
                failure -> {
                    loading = false;
                    away = true;
                    changed();
                });
    }

    private record Found(Overview overview, Map<ArticleId, String> titles) {}

    private Found fetch() {
        Overview now = tending.overview();
        Map<ArticleId, String> articles = new HashMap<>();
        now.twins().forEach(t -> {
            articles.computeIfAbsent(t.one(), titles);
            articles.computeIfAbsent(t.other(), titles);
        });
        now.gaps().forEach(g -> g.nearest().ifPresent(n -> articles.computeIfAbsent(n, titles)));
        return new Found(now, articles);
    }

    String title(ArticleId article) {
        return called.getOrDefault(article, article.toString());
    }

    boolean isLoading() {
        return loading;
    }

    boolean isAway() {
        return away;
    }

    List<Shelf> shelves() {
        return overview.health().shelves();
    }

    /** Gaps first, then what is twice, then what is not well. */
    List<Matter> matters() {
        var all = new ArrayList<Matter>();
        overview.gaps().forEach(g -> all.add(new Matter.Missing(g)));
        overview.twins().forEach(t -> all.add(new Matter.Same(t)));
        overview.health().ailing().forEach(a -> all.add(new Matter.Unwell(a)));
        return all;
    }
}
