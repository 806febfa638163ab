package amends.desktop.authors;

import amends.desktop.AuthorPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLife;
import amends.knowledge.ArticleLife.Event;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Authoring.Piece;
import amends.knowledge.Manuscript;
import amends.knowledge.ReadersScript;
import amends.knowledge.Recalling;
import amends.knowledge.Stewardship;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The article that is being written. What was typed is kept as a draft before anything else is done with it or another one
 * is chosen; a new one that cannot be kept yet waits in the list: nothing that was typed is lost. One thing is asked of the
 * database at a time.
 */
public final class ArticlesModel extends PresentationModel {
    /** What is to be read below the fields. */
    sealed interface Said {
        record Nothing() implements Said {}

        record Did(Event what) implements Said {}

        record Not(Event what, Answer why) implements Said {}

        record NoDay() implements Said {}

        record Recalled(Recalling.Answer answer) implements Said {}

        record Away() implements Said {}

        /** @param title of the new one that waits in the list; may be empty */
        record Aside(String title) implements Said {}
    }

    private static final Piece NEW = new Piece(Optional.empty(), Optional.empty(), Stewardship.NONE);

    private final AuthorPorts ports;
    private final PostingWork work;
    private final ArticleListModel list;
    private final VersionsModel versions;
    private List<StaffMember> people = List.of();
    private Optional<ArticleId> chosen = Optional.empty();
    private Optional<ArticleLine.Aside> aside = Optional.empty();
    private Piece piece = NEW;
    private ArticleForm form = ArticleForm.EMPTY;
    private ArticleForm kept = ArticleForm.EMPTY;
    private ArticleForm begun = ArticleForm.EMPTY;
    private String reason = "";
    private Said said = new Said.Nothing();
    private Said onTheWay = new Said.Nothing();
    private boolean busy;
    private int taken;

    /** @param script in which titles are found, too */
    public ArticlesModel(AuthorPorts ports, ReadersScript script, PostingWork work) {
        this.ports = ports;
        this.work = work;
        list = new ArticleListModel(ports.authoring(), script, work, () -> say(new Said.Away()));
        versions = new VersionsModel(ports.authoring(), work, () -> say(new Said.Away()));
        list.listen(this::changed);
        versions.listen(this::changed);
    }

    ArticleListModel list() {
        return list;
    }

    VersionsModel versions() {
        return versions;
    }

    ArticleSteps steps() {
        return new ArticleSteps(ports, this);
    }

    void load() {
        list.load();
        if (people.isEmpty())
            work.ask(
                    () -> ports.people().get(),
                    found -> {
                        people = found;
                        changed();
                    },
                    failure -> {});
    }

    List<StaffMember> people() {
        return people;
    }

    String name(java.util.UUID who) {
        return people.stream()
                .filter(m -> m.id().equals(who))
                .map(StaffMember::name)
                .findFirst()
                .orElse("");
    }

    Optional<ArticleId> chosen() {
        return chosen;
    }

    /** Whether this line of the list is the one at hand. */
    boolean isAtHand(ArticleLine line) {
        return switch (line) {
            case ArticleLine.Kept one -> chosen.filter(one.id()::equals).isPresent();
            case ArticleLine.Aside one ->
                aside.filter(a -> a.number() == one.number()).isPresent();
        };
    }

    /** How often another article was taken up: the same one saved for the first time, or read anew, is no other. */
    int taken() {
        return taken;
    }

    Piece piece() {
        return piece;
    }

    ArticleLife life() {
        return piece.life();
    }

    ArticleForm form() {
        return form;
    }

    String reason() {
        return reason;
    }

    Said said() {
        return said;
    }

    boolean isNew() {
        return chosen.isEmpty();
    }

    boolean isDirty() {
        return !form.equals(kept);
    }

    /** Whether something is asked of the database: nothing else is done until it is answered. */
    boolean isBusy() {
        return busy;
    }

    /** Whoever wrote it last does not publish it. */
    boolean isOwnWork() {
        return piece.open()
                .filter(m -> m.writer().equals(ports.authoring().who().id()))
                .isPresent();
    }

    /** As typed; not told to the view, which has it. */
    void typed(ArticleForm now) {
        boolean was = isDirty();
        form = now;
        if (was != isDirty()) changed();
    }

    void typedReason(String text) {
        reason = text;
    }

    void choose(ArticleLine line) {
        if (isAtHand(line)) return;
        switch (line) {
            case ArticleLine.Kept one -> choose(one.id());
            case ArticleLine.Aside one -> leaving(() -> takeUp(one));
        }
    }

    public void choose(ArticleId id) {
        if (chosen.filter(id::equals).isPresent()) return;
        leaving(() -> open(id));
    }

    /** A new one with nothing in it. */
    void begin() {
        leaving(() -> begun(ArticleForm.EMPTY));
    }

    /** A new one that answers these questions. */
    void begin(List<String> questions) {
        leaving(() ->
                begun(ArticleForm.answering(questions, ports.authoring().who().id())));
    }

    private void begun(ArticleForm empty) {
        taken(NEW, Optional.empty(), Optional.empty());
        begun = empty;
        form = empty;
        changed();
    }

    /** Goes on with one that waited in the list. */
    private void takeUp(ArticleLine.Aside one) {
        taken(NEW, Optional.empty(), Optional.of(one));
        form = one.form();
        changed();
    }

    private void open(ArticleId id) {
        // Somebody types on while it is fetched.
        ask(() -> ports.authoring().piece(id), found -> leaving(() -> taken(found, Optional.of(id), Optional.empty())));
    }

    private void taken(Piece found, Optional<ArticleId> id, Optional<ArticleLine.Aside> waited) {
        taken++;
        chosen = id;
        aside = waited;
        begun = ArticleForm.EMPTY;
        reason = "";
        said = onTheWay;
        onTheWay = new Said.Nothing();
        versions.close();
        show(found);
    }

    private void show(Piece found) {
        piece = found;
        form = ArticleForm.of(found);
        kept = form;
        versions.show(found);
    }

    /** Reads the chosen one anew, after something was done with it. */
    private void again(Said what) {
        ArticleId id = form.id();
        ask(() -> ports.authoring().piece(id), found -> {
            chosen = Optional.of(id);
            said = what;
            reason = "";
            show(found);
            load();
        });
    }

    void save() {
        if (isDirty()) keeping(() -> {});
    }

    /** Told whenever the page is left. */
    void leave() {
        if (isUnnamed()) putAside();
        else save();
    }

    /** A new one that has no id yet cannot be kept as a draft. */
    private boolean isUnnamed() {
        return isNew() && form.slug().isBlank();
    }

    /** Another article is taken up; what was typed is kept, or waits in the list. */
    private void leaving(Runnable then) {
        if (busy) return;
        if (isUnnamed()) setAside(then);
        else keeping(then, isNew() ? () -> setAside(then) : () -> {});
    }

    private void setAside(Runnable then) {
        if (putAside()) onTheWay = new Said.Aside(form.title().strip());
        then.run();
    }

    /** @return whether there is something to wait */
    private boolean putAside() {
        boolean typed = !form.equals(begun) && form.hasWords();
        if (typed) aside = Optional.of(list.putAside(aside, form));
        else takeOut();
        return typed;
    }

    private void takeOut() {
        aside.ifPresent(list::takeOut);
        aside = Optional.empty();
    }

    /** First keeps what was typed, then goes on; goes nowhere when it cannot be kept. */
    void keeping(Runnable then) {
        keeping(then, () -> {});
    }

    /** @param unkept where it cannot be kept, after that is said */
    private void keeping(Runnable then, Runnable unkept) {
        if (busy) return;
        if (!isDirty()) {
            then.run();
            return;
        }
        if (!form.hasDays()) {
            say(new Said.NoDay());
            unkept.run();
            return;
        }
        ArticleForm writing = form;
        long revision = piece.open().map(Manuscript::revision).orElse(0L);
        int seen = piece.version();
        boolean words = piece.text().filter(writing.text()::equals).isEmpty();
        ask(
                () -> {
                    Answer answer = words
                            ? ports.authoring().write(writing.text(), seen, revision)
                            : new Answer.Done(piece.open());
                    if (answer instanceof Answer.Done && !writing.steward().equals(piece.steward()))
                        ports.authoring().entrust(writing.id(), writing.steward());
                    return new Kept(answer, ports.authoring().piece(writing.id()));
                },
                result -> {
                    if (result.answer() instanceof Answer.Done) kept(writing, result, then);
                    else {
                        say(new Said.Not(Event.WRITE, result.answer()));
                        unkept.run();
                    }
                });
    }

    private record Kept(Answer answer, Piece piece) {}

    private void kept(ArticleForm written, Kept result, Runnable then) {
        ArticleForm typedSince = form;
        chosen = Optional.of(written.id());
        takeOut();
        show(result.piece());
        if (!typedSince.equals(written)) form = typedSince;
        said = new Said.Did(Event.WRITE);
        onTheWay = new Said.Nothing();
        load();
        then.run();
        changed();
    }

    /** Leaves what was typed. */
    void untype() {
        takeOut();
        form = kept;
        said = new Said.Did(Event.DROP);
        changed();
    }

    /** Shows how its texts differ, or the fields again. */
    void compare() {
        if (!isNew()) keeping(versions::toggle);
    }

    /** Does something with the chosen one and reads it anew. */
    void act(Event what, Callable<Answer> doing) {
        if (busy) return;
        ask(doing, answer -> {
            if (answer instanceof Answer.Done) again(new Said.Did(what));
            else say(new Said.Not(what, answer));
        });
    }

    void recall(Callable<Recalling.Answer> doing) {
        if (busy) return;
        ask(doing, answer -> {
            if (answer == Recalling.Answer.DONE) again(new Said.Recalled(answer));
            else say(new Said.Recalled(answer));
        });
    }

    private <T> void ask(Callable<T> question, Consumer<T> answer) {
        busy = true;
        work.ask(
                question,
                result -> {
                    busy = false;
                    answer.accept(result);
                    changed();
                },
                failure -> {
                    busy = false;
                    say(new Said.Away());
                });
    }

    private void say(Said what) {
        said = what;
        changed();
    }
}
