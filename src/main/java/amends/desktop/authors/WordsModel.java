package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.EverydayWords.Entry;
import amends.knowledge.HouseWords.Kept;
import amends.knowledge.WordCandidate;
import amends.knowledge.WordKeeping;
import amends.knowledge.WordKeeping.Answer;
import amends.knowledge.WordKeeping.Overview;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The house's everyday words, what may belong there, and the lists there were. */
public final class WordsModel extends PresentationModel {
    private final WordKeeping keeping;
    private final Function<UUID, String> names;
    private final Function<ArticleId, String> titles;
    private final PostingWork work;
    private Overview overview = Overview.NOTHING;
    private Map<UUID, String> people = Map.of();
    private Map<ArticleId, String> called = Map.of();
    private Optional<Entry> chosen = Optional.empty();
    private Optional<WordCandidate> candidate = Optional.empty();
    private Optional<Kept> version = Optional.empty();
    private String bank = "";
    private String said = "";
    private Optional<Answer> answer = Optional.empty();
    private boolean loading;
    private boolean away;

    /** @param names who somebody is; blocks @param titles what an article is called; blocks */
    WordsModel(
            WordKeeping keeping, Function<UUID, String> names, Function<ArticleId, String> titles, PostingWork work) {
        this.keeping = keeping;
        this.names = names;
        this.titles = titles;
        this.work = work;
    }

    private record Found(Overview overview, Map<UUID, String> people, Map<ArticleId, String> titles) {}

    void load() {
        if (loading) return;
        loading = true;
        changed();
        work.ask(this::fetch, this::shown, failure -> {
            loading = false;
            away = true;
            changed();
        });
    }

    private Found fetch() {
        Overview now = keeping.overview();
        var who = new HashMap<UUID, String>();
        now.versions().forEach(v -> v.by().ifPresent(by -> who.computeIfAbsent(by, names)));
        var articles = new HashMap<ArticleId, String>();
        now.candidates().forEach(c -> articles.computeIfAbsent(c.article(), titles));
        return new Found(now, who, articles);
    }

    private void shown(Found found) {
        loading = false;
        away = false;
        overview = found.overview();
        people = found.people();
        called = found.titles();
        chosen = chosen.flatMap(
                c -> entries().stream().filter(e -> e.bank().equals(c.bank())).findFirst());
        candidate = candidate.filter(candidates()::contains);
        version = version.filter(overview.versions()::contains);
        changed();
    }

    List<Entry> entries() {
        return overview.words().entries();
    }

    List<WordCandidate> candidates() {
        return overview.candidates();
    }

    List<Kept> versions() {
        return overview.versions();
    }

    String title(ArticleId article) {
        return called.getOrDefault(article, article.toString());
    }

    /** Who wrote a list; empty: it came from a folder. */
    Optional<String> name(Kept list) {
        return list.by().map(by -> people.getOrDefault(by, ""));
    }

    Optional<Entry> chosen() {
        return chosen;
    }

    String bank() {
        return bank;
    }

    String said() {
        return said;
    }

    Optional<Answer> answer() {
        return answer;
    }

    boolean isAway() {
        return away;
    }

    boolean isLoading() {
        return loading;
    }

    void choose(Entry entry) {
        if (chosen.filter(entry::equals).isPresent()) return;
        chosen = Optional.of(entry);
        fill(entry.bank(), String.join(", ", entry.people()));
    }

    /** Begins a new entry. */
    void fresh() {
        chosen = Optional.empty();
        fill("", "");
    }

    private void fill(String bankSays, String peopleSay) {
        bank = bankSays;
        said = peopleSay;
        answer = Optional.empty();
        changed();
    }

    void typedBank(String text) {
        bank = text;
    }

    void typedPeople(String text) {
        said = text;
    }

    void choose(WordCandidate one) {
        candidate = Optional.of(one);
    }

    void choose(Kept list) {
        version = Optional.of(list);
    }

    void keep() {
        List<String> words = Arrays.stream(said.split("[,，、;；\n]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
        Optional<String> before = chosen.map(Entry::bank);
        String name = bank;
        int seen = overview.version();
        act(() -> keeping.put(seen, before, name, words));
    }

    void remove() {
        int seen = overview.version();
        chosen.ifPresent(entry -> act(() -> keeping.remove(seen, entry.bank())));
    }

    void take() {
        int seen = overview.version();
        candidate.ifPresent(one -> act(() -> keeping.take(seen, one)));
    }

    /** Into the fields, to be put otherwise before it is kept. */
    void edit() {
        candidate.ifPresent(one -> {
            chosen = entries().stream().filter(e -> e.bank().equals(one.bank())).findFirst();
            String before =
                    chosen.map(e -> String.join(", ", e.people()) + ", ").orElse("");
            fill(one.bank(), before + one.said());
        });
    }

    void dismiss() {
        candidate.ifPresent(one -> act(() -> keeping.dismiss(one)));
    }

    void rollBack() {
        int seen = overview.version();
        version.ifPresent(list -> act(() -> keeping.rollBack(seen, list.version())));
    }

    private void act(Callable<Answer> doing) {
        work.ask(
                doing,
                result -> {
                    answer = Optional.of(result);
                    if (result instanceof Answer.Done) load();
                    changed();
                },
                failure -> {
                    away = true;
                    changed();
                });
    }
}
