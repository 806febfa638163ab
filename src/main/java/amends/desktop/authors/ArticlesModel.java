package amends.desktop.authors;

import amends.desktop.AuthorPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLife;
import amends.knowledge.ArticleLife.Event;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.ArticleText;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Authoring.Piece;
import amends.knowledge.Manuscript;
import amends.knowledge.Recalling;
import amends.knowledge.Stewardship;
import amends.knowledge.TextDifference;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * All articles, and the one that is being written. What was typed is kept as a draft before anything else is done with it
 * or another one is chosen: nothing that was typed is lost. One thing is asked of the database at a time.
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
    }

    /** @param number 0: what is being written */
    record Version(int number, ArticleText text) {}

    private final AuthorPorts ports;
    private final PostingWork work;
    private List<Piece> all = List.of();
    private List<StaffMember> people = List.of();
    private String filter = "";
    private Optional<ArticleId> chosen = Optional.empty();
    private Piece piece = new Piece(Optional.empty(), Optional.empty(), Stewardship.NONE);
    private ArticleForm form = ArticleForm.EMPTY;
    private ArticleForm kept = ArticleForm.EMPTY;
    private String reason = "";
    private Said said = new Said.Nothing();
    private boolean busy;
    private boolean comparing;
    private List<Version> versions = List.of();
    private int compared;
    private int taken;

    public ArticlesModel(AuthorPorts ports, PostingWork work) {
        this.ports = ports;
        this.work = work;
    }

    Authoring authoring() {
        return ports.authoring();
    }

    void load() {
        work.ask(
                () -> ports.authoring().all(),
                found -> {
                    all = found;
                    changed();
                },
                failure -> say(new Said.Away()));
        if (people.isEmpty())
            work.ask(
                    () -> ports.people().get(),
                    found -> {
                        people = found;
                        changed();
                    },
                    failure -> {});
    }

    /** What is listed: what waits for somebody first. */
    List<Piece> lines() {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(p -> fits(p, wanted)).toList();
    }

    private static boolean fits(Piece piece, String wanted) {
        ArticleText text = piece.text().orElseThrow();
        return wanted.isEmpty()
                || (text.title() + " " + text.category() + " " + text.id())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
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

    void filter(String typed) {
        filter = typed;
        changed();
    }

    Optional<ArticleId> chosen() {
        return chosen;
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

    /** Whether there is a version that can be compared with another. */
    boolean isComparing() {
        return comparing;
    }

    List<Version> versions() {
        return versions;
    }

    int compared() {
        return compared;
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

    public void choose(ArticleId id) {
        if (chosen.filter(id::equals).isPresent()) return;
        keeping(() -> open(id));
    }

    /** A new one with nothing in it. */
    void begin() {
        keeping(() -> begun(ArticleForm.EMPTY));
    }

    /** A new one that answers these questions. */
    void begin(List<String> questions) {
        keeping(() -> begun(new ArticleForm(
                "",
                ArticleForm.EMPTY.language(),
                questions.getFirst(),
                "",
                String.join("\n", questions),
                "",
                ArticleForm.EMPTY.audience(),
                "",
                "",
                "",
                "",
                Optional.of(ports.authoring().who().id()),
                "",
                List.of())));
    }

    private void begun(ArticleForm empty) {
        taken++;
        chosen = Optional.empty();
        show(new Piece(Optional.empty(), Optional.empty(), Stewardship.NONE));
        form = empty;
        said = new Said.Nothing();
        reason = "";
        changed();
    }

    private void open(ArticleId id) {
        ask(() -> ports.authoring().piece(id), found -> {
            taken++;
            chosen = Optional.of(id);
            reason = "";
            said = new Said.Nothing();
            comparing = false;
            show(found);
        });
    }

    private void show(Piece found) {
        piece = found;
        form = ArticleForm.of(found);
        kept = form;
        versions = List.of();
        compared = 0;
        if (comparing) fetchVersions();
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
        if (isDirty()) save();
    }

    /** First keeps what was typed, then goes on; goes nowhere when it cannot be kept. */
    private void keeping(Runnable then) {
        if (busy) return;
        boolean nothing =
                !isDirty() || isNew() && form.body().isBlank() && form.slug().isBlank();
        if (nothing) {
            then.run();
            return;
        }
        if (!form.hasDays()) {
            say(new Said.NoDay());
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
                result -> kept(writing, result, then));
    }

    private record Kept(Answer answer, Piece piece) {}

    private void kept(ArticleForm written, Kept result, Runnable then) {
        if (!(result.answer() instanceof Answer.Done)) {
            say(new Said.Not(Event.WRITE, result.answer()));
            return;
        }
        ArticleForm typedSince = form;
        chosen = Optional.of(written.id());
        show(result.piece());
        if (!typedSince.equals(written)) form = typedSince;
        said = new Said.Did(Event.WRITE);
        load();
        then.run();
        changed();
    }

    /** The next step of its life: given to be read, or published by who reads it. */
    void goOn() {
        keeping(() -> {
            long revision = piece.open().map(Manuscript::revision).orElse(0L);
            ArticleId id = form.id();
            if (life().work() == Work.IN_REVIEW)
                act(Event.PUBLISH, () -> ports.authoring().publish(id, revision));
            else act(Event.SUBMIT, () -> ports.authoring().submit(id, revision));
        });
    }

    void sendBack() {
        String why = reason;
        ArticleId id = form.id();
        long revision = piece.open().map(Manuscript::revision).orElse(0L);
        act(Event.SEND_BACK, () -> ports.authoring().sendBack(id, revision, why));
    }

    /** Leaves what is being written, typed or kept. */
    void drop() {
        if (piece.open().isEmpty()) {
            form = kept;
            said = new Said.Did(Event.DROP);
            changed();
            return;
        }
        ArticleId id = form.id();
        long revision = piece.open().get().revision();
        form = kept;
        act(Event.DROP, () -> ports.authoring().drop(id, revision));
    }

    void retire() {
        String why = reason;
        ArticleId id = form.id();
        act(Event.RETIRE, () -> ports.authoring().retire(id, why));
    }

    private void act(Event what, Callable<Answer> doing) {
        if (busy) return;
        ask(doing, answer -> {
            if (answer instanceof Answer.Done) again(new Said.Did(what));
            else say(new Said.Not(what, answer));
        });
    }

    /** Shows how its texts differ, or the fields again. */
    void compare() {
        if (isNew()) return;
        keeping(() -> {
            comparing = !comparing;
            if (comparing) fetchVersions();
            changed();
        });
    }

    private void fetchVersions() {
        ArticleId id = form.id();
        work.ask(
                () -> ports.authoring().versions(id),
                found -> {
                    var shown = new java.util.ArrayList<Version>();
                    piece.open().ifPresent(m -> shown.add(new Version(0, m.text())));
                    for (int i = found.size(); i > 0; i--) shown.add(new Version(i, found.get(i - 1)));
                    versions = List.copyOf(shown);
                    compared = 0;
                    changed();
                },
                failure -> say(new Said.Away()));
    }

    void compareAt(int place) {
        if (place < 0 || place >= versions.size() || place == compared) return;
        compared = place;
        changed();
    }

    /** What the chosen version changed in the one before it; all of it is new in the first. */
    Optional<TextDifference> difference() {
        if (compared >= versions.size()) return Optional.empty();
        String before = compared + 1 < versions.size()
                ? readable(versions.get(compared + 1).text())
                : "";
        return Optional.of(
                TextDifference.between(before, readable(versions.get(compared).text())));
    }

    /** All that can change, one below the other, as an author reads it. */
    private static String readable(ArticleText text) {
        String validity = text.validity().from().map(Object::toString).orElse("…") + " – "
                + text.validity().until().map(Object::toString).orElse("…");
        return text.title() + "\n" + text.category() + " · " + validity + "\n"
                + String.join("\n", text.questions().stream().map(q -> "? " + q).toList()) + "\n"
                + String.join("\n", text.tags().stream().map(t -> "# " + t).toList()) + "\n\n" + text.body() + "\n\n"
                + text.sms().map(s -> "» " + s).orElse("") + "\n\n"
                + String.join(
                        "\n", text.attachments().stream().map(AuthorWords::file).toList());
    }

    /** The chosen version's words become a draft. */
    void rollBack() {
        Optional<Version> version = comparedVersion();
        if (version.isEmpty()) return;
        ArticleId id = form.id();
        int number = version.get().number();
        long revision = piece.open().map(Manuscript::revision).orElse(0L);
        comparing = false;
        act(Event.WRITE, () -> ports.authoring().rollBack(id, number, revision));
    }

    /** The chosen version was wrong: whoever was told it is owed. */
    void markWrong() {
        Optional<Version> version = comparedVersion();
        if (version.isEmpty() || busy) return;
        ArticleId id = form.id();
        int number = version.get().number();
        String why = reason;
        ask(() -> ports.recalling().recall(id, number, why), answer -> {
            if (answer == Recalling.Answer.DONE) again(new Said.Recalled(answer));
            else say(new Said.Recalled(answer));
        });
    }

    private Optional<Version> comparedVersion() {
        return compared < versions.size()
                ? Optional.of(versions.get(compared)).filter(v -> v.number() > 0)
                : Optional.empty();
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
