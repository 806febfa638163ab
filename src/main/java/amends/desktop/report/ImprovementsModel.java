package amends.desktop.report;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Ids;
import amends.staff.Improvement;
import amends.staff.ImprovementBox;
import amends.staff.ImprovementBox.Outcome;
import amends.staff.ImprovementBox.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What employees suggest: a form that can be opened anywhere, mine with its answers, and everybody's for a lead. */
public final class ImprovementsModel extends PresentationModel {
    /** What stands below the form or the list. */
    public sealed interface Said {
        record Nothing() implements Said {}

        record Filed() implements Said {}

        record Refused(Reason reason) implements Said {}

        /** The database does not answer; nothing that was typed is lost. */
        record Away() implements Said {}
    }

    private final ImprovementBox box;
    private final PostingWork work;
    private final Function<UUID, String> names;
    private List<Improvement> rows = List.of();
    private Map<UUID, String> filers = Map.of();
    private Optional<UUID> chosen = Optional.empty();
    private Said said = new Said.Nothing();
    private String tab = "";
    private boolean writing;
    private boolean sending;
    private UUID next = Ids.next();
    private String screen = "";
    private Optional<UUID> contact = Optional.empty();
    private boolean withContact;
    private String what = "";
    private String answer = "";

    /** @param names of colleagues; blocks */
    public ImprovementsModel(ImprovementBox box, PostingWork work, Function<UUID, String> names) {
        this.box = box;
        this.work = work;
        this.names = names;
    }

    public boolean mayDecide() {
        return box.mayDecide();
    }

    public List<Improvement> rows() {
        return rows;
    }

    public String filer(Improvement improvement) {
        return filers.getOrDefault(improvement.by(), "");
    }

    public Optional<Improvement> chosen() {
        return rows.stream()
                .filter(i -> chosen.filter(i.id()::equals).isPresent())
                .findFirst();
    }

    public Said said() {
        return said;
    }

    /** Which tab of the page is open. */
    public String tab() {
        return tab;
    }

    void open(String name) {
        tab = name;
    }

    public boolean isWriting() {
        return writing;
    }

    public String what() {
        return what;
    }

    public String screen() {
        return screen;
    }

    /** Whether there is a call that the suggestion can stand beside. */
    public boolean hasContact() {
        return contact.isPresent();
    }

    public boolean isWithContact() {
        return withContact;
    }

    public String answer() {
        return answer;
    }

    /** Opens the form. @param at which place of the window it is about @param call the contact at hand */
    public void write(String at, Optional<UUID> call) {
        if (what.isBlank() || !writing) {
            screen = at;
            contact = call;
            withContact = false;
        }
        writing = true;
        said = new Said.Nothing();
        changed();
    }

    public void leave() {
        writing = false;
        changed();
    }

    public void typed(String text) {
        what = text;
    }

    public void withContact(boolean now) {
        withContact = now;
    }

    public void typedAnswer(String text) {
        answer = text;
    }

    /** Sends what is typed, once, however often it is asked. */
    public void send() {
        if (sending) return;
        sending = true;
        UUID id = next;
        String at = screen;
        String words = what;
        Optional<UUID> call = withContact ? contact : Optional.empty();
        ask(() -> box.file(id, at, words, call), this::sent);
    }

    private void sent(Outcome outcome) {
        sending = false;
        if (outcome instanceof Outcome.Kept) {
            next = Ids.next();
            what = "";
            writing = false;
            said = new Said.Filed();
            load();
        } else if (outcome instanceof Outcome.Refused(var reason)) said = new Said.Refused(reason);
        changed();
    }

    public void load() {
        work.ask(
                () -> {
                    List<Improvement> found = box.mayDecide() ? box.all() : box.mine();
                    var known = new HashMap<UUID, String>();
                    found.forEach(i -> known.computeIfAbsent(i.by(), names));
                    return new Loaded(found, known);
                },
                loaded -> {
                    rows = loaded.rows();
                    filers = loaded.names();
                    changed();
                },
                failure -> away());
    }

    private record Loaded(List<Improvement> rows, Map<UUID, String> names) {}

    public void choose(UUID id) {
        if (chosen.filter(id::equals).isPresent()) return;
        chosen = Optional.of(id);
        answer = "";
        changed();
    }

    public void consider() {
        decide(box::consider);
    }

    public void accept() {
        decide(box::accept);
    }

    public void finish() {
        decide(box::finish);
    }

    public void decline() {
        decide(box::decline);
    }

    private interface Decision {
        Outcome of(UUID id, String words);
    }

    private void decide(Decision decision) {
        chosen().ifPresent(improvement -> ask(() -> decision.of(improvement.id(), answer), outcome -> {
            said = outcome instanceof Outcome.Refused(var reason) ? new Said.Refused(reason) : new Said.Nothing();
            if (outcome instanceof Outcome.Kept) answer = "";
            load();
            changed();
        }));
    }

    private void ask(Callable<Outcome> act, java.util.function.Consumer<Outcome> told) {
        work.ask(act, told, failure -> {
            sending = false;
            away();
        });
    }

    private void away() {
        said = new Said.Away();
        changed();
    }
}
