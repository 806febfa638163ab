package amends.desktop.knowledge;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.desktop.AuthorPorts;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.look.Language;
import amends.desktop.wrapup.NotesModel;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.Cue;
import amends.knowledge.Query.Within;
import amends.knowledge.SuggestionFeed.Suggested;
import amends.knowledge.UseKeeping.Asked;
import amends.knowledge.UsedArticles.How;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The answers: what was found, what is suggested while nothing is searched, which article is open, and which were used in
 * the call.
 */
public final class KnowledgeModel extends PresentationModel {
    private static final String TYPED = "typed";

    private final DesktopPorts.Answers answers;
    private final ContactKeeping keeping;
    private final NotesModel notes;
    private final PostingWork work;
    private final UsedInCalls used = new UsedInCalls();
    private Optional<SearchDiary> diary = Optional.empty();
    private Optional<ReaderModel> reader = Optional.empty();
    private final Map<CallId, String> noted = new HashMap<>();
    private ScriptOfReader script;
    private Optional<CallId> call = Optional.empty();
    private Listing listing = Listing.NOTHING;
    private List<AnswerRow> suggested = List.of();
    private boolean late;
    private final AnswerSearch search;
    private Optional<String> disputed = Optional.empty();
    private int chosen;
    private Optional<OpenArticle> open = Optional.empty();

    /** What stands where the answers stand. */
    public enum Listing {
        /** Nothing is searched, and nothing suggests itself. */
        NOTHING,
        SUGGESTIONS,
        FOUND,
        NOTHING_FOUND,
        /** The articles cannot be had yet. */
        NOT_READY
    }

    public KnowledgeModel(DesktopPorts.Answers answers, ContactKeeping keeping, NotesModel notes, PostingWork work) {
        this.answers = answers;
        this.keeping = keeping;
        this.notes = notes;
        this.work = work;
        script = new ScriptOfReader(Language.ZH_CN, answers.script());
        search = new AnswerSearch(answers.base(), script, work, this::found, this::changed);
        answers.feed().onSuggested(this::suggested);
        notes.listen(this::noted);
    }

    /** How searches end is told from now on, and readers can say what they think of an article. */
    public void heeds(AuthorPorts authors, Timekeeper time) {
        diary = Optional.of(new SearchDiary(
                search -> work.ask(
                        () -> {
                            authors.searched().accept(search);
                            return true;
                        },
                        kept -> {},
                        failure -> {}),
                () -> call.isPresent(),
                time));
        reader = Optional.of(new ReaderModel(authors, work));
    }

    /** What stands below an article that is read; empty where nobody heeds it. */
    Optional<ReaderModel> reader() {
        return reader;
    }

    private void opened(Optional<OpenArticle> now) {
        open = now;
        if (now.isPresent()) diary.ifPresent(SearchDiary::opened);
        reader.ifPresent(r -> r.reads(now.map(OpenArticle::article)));
    }

    /** In which language and script answers are read from now on. */
    public void read(Language language) {
        if (language == script.language()) return;
        script = new ScriptOfReader(language, answers.script());
        answers.feed().read(script.reads());
        used.forgetTitles();
        search.read(script);
        call.flatMap(c -> answers.feed().of(c.value())).ifPresent(this::suggested);
        open.ifPresent(o -> open(o.article(), o.how()));
    }

    /**
     * Which call it is about. What was searched in a call goes with the call; what was searched before it rang stays,
     * since somebody may be typing it.
     */
    public void about(Optional<CallId> now) {
        if (now.equals(call)) return;
        reader.ifPresent(r -> r.files().close());
        if (call.isPresent()) {
            diary.ifPresent(SearchDiary::left);
            search.clear();
            opened(Optional.empty());
        }
        call = now;
        suggested = List.of();
        late = false;
        chosen = 0;
        call.flatMap(c -> answers.feed().of(c.value())).ifPresent(this::suggested);
        list();
    }

    /** A call and its write-up are over. */
    public void leave(CallId over) {
        answers.feed().over(over.value());
        noted.remove(over);
        used.forget(over);
    }

    /** The note tells what the call is about as soon as the typing pauses. */
    private void noted() {
        call.filter(c -> notes.savedAt(c).isPresent()).ifPresent(c -> {
            String note = notes.text(c);
            if (note.equals(noted.put(c, note))) return;
            answers.feed().cues(c.value(), TYPED, note.isBlank() ? List.of() : List.of(new Cue.Typed(note)));
        });
    }

    private void suggested(Suggested news) {
        if (call.filter(c -> c.value().equals(news.call())).isEmpty()) return;
        ScriptOfReader reader = script;
        work.ask(
                () -> news.suggestions().stream().map(reader::row).toList(),
                rows -> {
                    if (reader != script
                            || call.filter(c -> c.value().equals(news.call())).isEmpty()) return;
                    late = news.late();
                    suggested = rows;
                    if (text().isBlank()) list();
                },
                failure -> {});
    }

    /** As typed so far, without what an input method has not committed. */
    public void typed(String newText) {
        if (newText.equals(text())) return;
        opened(Optional.empty());
        chosen = 0;
        disputed = Optional.empty();
        if (newText.isBlank()) diary.ifPresent(SearchDiary::ended);
        search.typed(newText);
        list();
    }

    public String text() {
        return search.text();
    }

    private void found(AnswerSearch.Found result) {
        if (result.ready()) diary.ifPresent(this::tell);
        listing = !result.rows().isEmpty() ? Listing.FOUND : result.ready() ? Listing.NOTHING_FOUND : Listing.NOT_READY;
        chosen = Math.clamp(chosen, 0, Math.max(0, result.rows().size() - 1));
        changed();
    }

    private void tell(SearchDiary diary) {
        if (within().equals(Within.EVERYTHING))
            diary.found(text(), script.reads(), search.rows().size());
        else diary.narrowed(text());
    }

    private void list() {
        if (text().isBlank()) listing = suggested.isEmpty() ? Listing.NOTHING : Listing.SUGGESTIONS;
        chosen = Math.clamp(chosen, 0, Math.max(0, rows().size() - 1));
        changed();
    }

    /** How what is typed may have been meant, where that finds more; in the reader's script. */
    public Optional<String> meant() {
        return search.meant();
    }

    /** Searches for what may have been meant. */
    public void takeMeant() {
        meant().ifPresent(this::typed);
    }

    /** What answers that are searched are narrowed down to. */
    public Within within() {
        return search.within();
    }

    /** By what they can be narrowed down. */
    List<Narrowing> narrowings() {
        return search.narrowings();
    }

    /** Narrows down by it, or no more. */
    void narrow(Narrowing one) {
        narrowed(Narrowing.toggled(within(), one));
    }

    /** All answers again. */
    public void widen() {
        narrowed(Within.EVERYTHING);
    }

    private void narrowed(Within now) {
        if (now.equals(within())) return;
        chosen = 0;
        search.narrow(now);
        changed();
    }

    /** Whether it can be said that the open or chosen article is not the answer to what is typed. */
    public boolean canDispute() {
        return !text().isBlank() && listing == Listing.FOUND && current().isPresent();
    }

    /** "Not the answer": what was learned from these words for this article is taken back. */
    public void dispute() {
        Article article = open.map(OpenArticle::article)
                .or(() -> chosenRow().map(AnswerRow::article))
                .orElse(null);
        if (!canDispute() || article == null || !answers.used().dispute(article, text())) return;
        disputed = Optional.of(script.title(article));
        changed();
    }

    /** The title of the article that was said to be no answer to what is typed. */
    public Optional<String> disputed() {
        return disputed;
    }

    /** Called every half second: articles and files that could not be had are asked for again. */
    public void tick() {
        reader.ifPresent(ReaderModel::tick);
        if (listing == Listing.NOT_READY) search.search();
    }

    public Listing listing() {
        return listing;
    }

    /** What is listed, best first. */
    public List<AnswerRow> rows() {
        return switch (listing) {
            case SUGGESTIONS -> suggested;
            case FOUND -> search.rows();
            default -> List.of();
        };
    }

    /** Whether suggestions are late: said in a line. */
    public boolean isLate() {
        return late;
    }

    /** The place of the row that is chosen. */
    public int chosen() {
        return chosen;
    }

    public void choose(int row) {
        if (row < 0 || row >= rows().size() || row == chosen) return;
        chosen = row;
        changed();
    }

    public Optional<OpenArticle> opened() {
        return open;
    }

    private Optional<AnswerRow> chosenRow() {
        return chosen < rows().size() ? Optional.of(rows().get(chosen)) : Optional.empty();
    }

    public void open() {
        chosenRow().ifPresent(row -> open(row.article(), how(row)));
    }

    private static How how(AnswerRow row) {
        return row.because().isEmpty() ? How.SEARCHED : How.SUGGESTED;
    }

    /** Reads an article that was come by otherwise than by a search or a suggestion. */
    public void show(Article article) {
        open(article, How.SEARCHED);
    }

    private void open(Article article, How how) {
        ScriptOfReader reader = script;
        String asked = text();
        work.ask(
                () -> reader.open(article, how),
                opened -> {
                    if (!asked.equals(text())) return;
                    opened(Optional.of(opened));
                    changed();
                },
                failure -> {});
    }

    public void back() {
        if (open.isEmpty()) return;
        opened(Optional.empty());
        changed();
    }

    private Optional<UUID> contact() {
        return call.flatMap(keeping::of).map(Contact::id);
    }

    /** The open or else the chosen article: the one that a mark is about. */
    public Optional<ArticleId> current() {
        return open.map(OpenArticle::article)
                .or(() -> chosenRow().map(AnswerRow::article))
                .map(Article::id);
    }

    /** Whether there is a call in which an article can have been used, and an article. */
    public boolean canUse() {
        return contact().isPresent() && current().isPresent();
    }

    /** "That was it": the open or chosen article gave the answer in this call. A second time takes it back. */
    public void toggleUsed() {
        Article article = open.map(OpenArticle::article)
                .or(() -> chosenRow().map(AnswerRow::article))
                .orElse(null);
        UUID contact = contact().orElse(null);
        if (article == null || contact == null) return;
        CallId in = call.orElseThrow();
        How how = open.map(OpenArticle::how).orElseGet(() -> how(chosenRow().orElseThrow()));
        boolean taken = used.has(in, article.id())
                ? answers.used().takeBack(contact, article.id()) && used.remove(in, article.id())
                : mark(contact, article, how) && used.add(in, article);
        if (taken && used.has(in, article.id()))
            diary.ifPresent(d -> d.used(article.id().slug()));
        if (taken) changed();
    }

    private boolean mark(UUID contact, Article article, How how) {
        int place =
                search.rows().stream().map(row -> row.article().id()).toList().indexOf(article.id()) + 1;
        return how == How.SEARCHED && !text().isBlank() && place > 0
                ? answers.used().mark(contact, article, how, new Asked(text(), place))
                : answers.used().mark(contact, article, how);
    }

    public boolean isUsed(ArticleId article) {
        return call.filter(c -> used.has(c, article)).isPresent();
    }

    /** The titles of what was used in this call, in the reader's script. */
    public List<String> usedTitles() {
        return call.map(c -> used.titles(c, script)).orElse(List.of());
    }
}
