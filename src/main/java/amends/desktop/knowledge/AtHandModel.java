package amends.desktop.knowledge;

import amends.desktop.FollowPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.look.Language;
import amends.desktop.readiness.PlanFeedModel;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ReadersScript;
import amends.readiness.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Articles at hand without a search: those of the plans that are on, pinned above all else; what is new since the last
 * shift; and what who sits here wants to keep near.
 */
public final class AtHandModel extends PresentationModel {
    private static final int MOST_FRESH = 8;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final FollowPorts ports;
    private final PlanFeedModel plans;
    private final PostingWork work;
    private final Timekeeper time;
    private final ReadersScript conversion;
    private ScriptOfReader script;
    private List<Row> rows = List.of();
    private Set<String> favourites = Set.of();
    private Set<String> pinned = Set.of();
    private Instant loaded = Instant.MIN;
    private int nextPin;

    /** Why an article is at hand. */
    public enum Why {
        PINNED,
        FRESH,
        FAVOURITE
    }

    /** @param title in the reader's script @param of the plan's title, for what is pinned */
    public record Row(Why why, Article article, String title, String of) {}

    private record Loaded(List<Row> rows, Set<String> favourites, ScriptOfReader reader) {}

    public AtHandModel(
            FollowPorts ports, PlanFeedModel plans, ReadersScript conversion, PostingWork work, Timekeeper time) {
        this.ports = ports;
        this.plans = plans;
        this.conversion = conversion;
        this.work = work;
        this.time = time;
        script = new ScriptOfReader(Language.ZH_CN, conversion);
        plans.listen(this::plansChanged);
    }

    public void read(Language language) {
        script = new ScriptOfReader(language, conversion);
        load();
    }

    /** Called every half second: looks again after a minute. */
    public void tick() {
        if (loaded != Instant.MIN && time.now().isAfter(loaded.plus(EVERY))) load();
    }

    private void plansChanged() {
        if (!slugs(plans.on()).equals(pinned)) load();
    }

    private static Set<String> slugs(List<Plan> on) {
        var slugs = new HashSet<String>();
        on.stream().map(Plan::article).filter(slug -> !slug.isBlank()).forEach(slugs::add);
        return slugs;
    }

    private void load() {
        loaded = time.now();
        List<Plan> on = plans.on();
        pinned = slugs(on);
        ScriptOfReader reader = script;
        work.ask(() -> loaded(on, reader), this::show, failure -> {});
    }

    private Loaded loaded(List<Plan> on, ScriptOfReader reader) {
        var found = new ArrayList<Row>();
        for (Plan plan : on)
            if (!plan.article().isBlank())
                article(plan.article(), reader)
                        .ifPresent(a -> found.add(new Row(Why.PINNED, a, reader.title(a), plan.title())));
        for (Article article : ports.atHand().fresh(reader.reads(), MOST_FRESH))
            found.add(new Row(Why.FRESH, article, reader.title(article), ""));
        Set<String> wanted = ports.atHand().favourites();
        wanted.stream()
                .sorted()
                .forEach(slug -> article(slug, reader)
                        .ifPresent(a -> found.add(new Row(Why.FAVOURITE, a, reader.title(a), ""))));
        return new Loaded(List.copyOf(found), Set.copyOf(wanted), reader);
    }

    private Optional<Article> article(String slug, ScriptOfReader reader) {
        return ports.articles()
                .apply(new ArticleId(slug, reader.reads()))
                .or(() -> ports.articles().apply(new ArticleId(slug, amends.knowledge.ArticleLanguage.ZH_CN)))
                .filter(article -> !article.retired());
    }

    private void show(Loaded now) {
        if (now.reader() != script) return;
        rows = now.rows();
        favourites = now.favourites();
        changed();
    }

    /** Pinned first, then what is new, then favourites. */
    public List<Row> rows() {
        return rows;
    }

    public List<Row> pins() {
        return rows.stream().filter(row -> row.why() == Why.PINNED).toList();
    }

    /** Each time the next one of those that are pinned. */
    public Optional<Article> nextPin() {
        List<Row> pins = pins();
        if (pins.isEmpty()) return Optional.empty();
        return Optional.of(pins.get(nextPin++ % pins.size()).article());
    }

    public boolean isFavourite(ArticleId article) {
        return favourites.contains(article.slug());
    }

    public void toggleFavourite(Article article) {
        String slug = article.id().slug();
        boolean wanted = !favourites.contains(slug);
        var now = new HashSet<>(favourites);
        if (wanted) now.add(slug);
        else now.remove(slug);
        favourites = Set.copyOf(now);
        changed();
        work.ask(
                () -> {
                    ports.atHand().favour(slug, wanted);
                    return wanted;
                },
                kept -> load(),
                failure -> load());
    }
}
