package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.SearchFigure;
import amends.knowledge.SearchQuality;
import amends.knowledge.SearchQuality.Learned;
import amends.knowledge.SearchQuality.Overview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether the search gets better, and what it learned. */
public final class FiguresModel extends PresentationModel {
    private final SearchQuality quality;
    private final Function<ArticleId, String> titles;
    private final PostingWork work;
    private Overview overview = Overview.NOTHING;
    private Map<ArticleId, String> called = Map.of();
    private Optional<Learned> chosen = Optional.empty();
    private boolean undone;
    private boolean away;

    /** @param titles what an article is called; blocks */
    FiguresModel(SearchQuality quality, Function<ArticleId, String> titles, PostingWork work) {
        this.quality = quality;
        this.titles = titles;
        this.work = work;
    }

    private record Found(Overview overview, Map<ArticleId, String> titles) {}

    void load() {
        work.ask(
                () -> {
                    Overview now = quality.overview();
                    var articles = new HashMap<ArticleId, String>();
                    now.learned().forEach(l -> articles.computeIfAbsent(l.article(), titles));
                    return new Found(now, articles);
                },
                found -> {
                    away = false;
                    overview = found.overview();
                    called = found.titles();
                    changed();
                },
                failure -> {
                    away = true;
                    changed();
                });
    }

    /** The latest day first. */
    List<SearchFigure> figures() {
        return overview.figures();
    }

    /** All queues together, the earliest day first. */
    List<SearchFigure> course() {
        return overview.figures().stream()
                .filter(f -> f.queue().equals(SearchFigure.ALL))
                .toList()
                .reversed();
    }

    List<Learned> learned() {
        return overview.learned();
    }

    String title(ArticleId article) {
        return called.getOrDefault(article, article.toString());
    }

    void choose(Learned one) {
        chosen = Optional.of(one);
    }

    /** It is taken back within a minute; here it is gone at once. */
    void unlearn() {
        chosen.filter(learned()::contains)
                .ifPresent(one -> work.ask(
                        () -> quality.unlearn(one),
                        done -> {
                            undone = done;
                            if (done)
                                overview = new Overview(
                                        overview.figures(),
                                        learned().stream()
                                                .filter(l -> !l.equals(one))
                                                .toList());
                            changed();
                        },
                        failure -> {
                            away = true;
                            changed();
                        }));
    }

    boolean isUndone() {
        return undone;
    }

    boolean isAway() {
        return away;
    }
}
