package amends.desktop.inspection;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.quality.Criterion;
import amends.quality.Evaluation;
import amends.quality.InspectionList.Row;
import amends.quality.Inspector;
import amends.quality.Mark;
import amends.quality.Remark;
import amends.quality.Scorecard;
import amends.quality.Total;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The score sheet of the recording at hand: filled in, stored by itself while it is, kept in the end. */
public final class SheetModel extends PresentationModel {
    /** So long after the last change it is stored. */
    static final Duration SETTLES = Duration.ofSeconds(1);

    /** A marked place. @param typed its words as they are typed, to be cleaned when they are stored */
    record Place(Duration at, String typed) {}

    /** How it is with storing. */
    public enum Storing {
        UNTOUCHED,
        TYPED,
        SAVED,
        KEPT,
        AWAY,
        /** It cannot be kept: some criteria have no mark yet. */
        INCOMPLETE
    }

    private final Inspector inspector;
    private final PostingWork work;
    private final Timekeeper time;
    private final Consumer<UUID> kept;
    private Optional<Row> row = Optional.empty();
    private Optional<Evaluation> before = Optional.empty();
    private Optional<Evaluation> draft = Optional.empty();
    private boolean filling;
    private Map<String, Mark> marks = Map.of();
    private List<Place> remarks = List.of();
    private String note = "";
    private int current;
    private Storing storing = Storing.UNTOUCHED;
    private boolean dirty;
    private boolean saving;
    private long changedAt;
    /** Drafts of recordings left meanwhile that the database has not taken yet. */
    private final Map<UUID, Evaluation> unsaved = new LinkedHashMap<>();

    /** @param kept told of a recording whose evaluation was kept */
    SheetModel(Inspector inspector, PostingWork work, Timekeeper time, Consumer<UUID> kept) {
        this.inspector = inspector;
        this.work = work;
        this.time = time;
        this.kept = kept;
    }

    Scorecard scorecard() {
        return inspector.scorecard();
    }

    /** Shows the sheet of this recording; what was typed on the one before is stored first. */
    void open(Row next) {
        save();
        row = Optional.of(next);
        fetch(next);
    }

    private void fetch(Row of) {
        draft = Optional.empty();
        before = Optional.empty();
        filling = false;
        show(Map.of(), List.of(), "");
        current = 0;
        dirty = false;
        storing = Storing.UNTOUCHED;
        changed();
        work.ask(() -> inspector.sheet(of), sheet -> fetched(of, sheet), failure -> {
            if (isAt(of)) become(Storing.AWAY);
        });
    }

    private boolean isAt(Row of) {
        return row.filter(r -> r.recording().equals(of.recording())).isPresent();
    }

    private void fetched(Row of, Inspector.Sheet sheet) {
        if (!isAt(of)) return;
        draft = Optional.of(unsaved.getOrDefault(sheet.draft().id(), sheet.draft()));
        before = sheet.before();
        Evaluation begun = unsaved.getOrDefault(sheet.draft().id(), sheet.draft());
        boolean touched = !begun.marks().isEmpty()
                || !begun.remarks().isEmpty()
                || !begun.note().isEmpty();
        filling = before.isEmpty() || touched;
        Evaluation shown = filling ? begun : before.orElseThrow();
        show(shown.marks(), shown.remarks(), shown.note());
        current = firstOpen();
        storing = filling ? touched ? Storing.SAVED : Storing.UNTOUCHED : Storing.KEPT;
        changed();
    }

    private void show(Map<String, Mark> newMarks, List<Remark> newRemarks, String newNote) {
        marks = newMarks;
        remarks = newRemarks.stream().map(r -> new Place(r.at(), r.text())).toList();
        note = newNote;
    }

    private int firstOpen() {
        List<Criterion> criteria = scorecard().criteria();
        for (int i = 0; i < criteria.size(); i++)
            if (!marks.containsKey(criteria.get(i).key())) return i;
        return 0;
    }

    /** Whether marks can be given: the sheet is there and not kept. */
    boolean isFilling() {
        return filling && draft.isPresent();
    }

    /** What was kept last; while it is shown, nothing can be changed. */
    Optional<Evaluation> before() {
        return before;
    }

    /** What is kept stays; a new evaluation that begins with its marks takes its place. */
    void correct() {
        if (filling || draft.isEmpty()) return;
        filling = true;
        touched();
    }

    Optional<Mark> mark(Criterion criterion) {
        return Optional.ofNullable(marks.get(criterion.key()));
    }

    int current() {
        return current;
    }

    void go(int criterion) {
        current = Math.clamp(criterion, 0, scorecard().criteria().size() - 1);
        changed();
    }

    void give(Criterion criterion, Mark mark) {
        if (!isFilling()) return;
        var given = new HashMap<>(marks);
        given.put(criterion.key(), mark);
        marks = Map.copyOf(given);
        current = scorecard().criteria().indexOf(criterion);
        touched();
    }

    /** A digit gives the criterion at hand its mark, {@code -} says that there was no occasion; the next one follows. */
    public boolean typed(char key) {
        if (!isFilling()) return false;
        Criterion criterion = scorecard().criteria().get(current);
        boolean digit = key >= '0' && key <= '9' && key - '0' <= criterion.steps();
        if (!digit && key != '-') return false;
        give(criterion, digit ? Mark.of(key - '0') : Mark.NOT_APPLICABLE);
        go(current + 1);
        return true;
    }

    List<Place> remarks() {
        return remarks;
    }

    /** @return the place of the new one in the list; -1 when none can be made now */
    int remark(Duration at) {
        if (!isFilling()) return -1;
        var remark = new Place(at, "");
        var all = new ArrayList<>(remarks);
        all.add(remark);
        all.sort(Comparator.comparing(Place::at));
        remarks = List.copyOf(all);
        touched();
        return all.lastIndexOf(remark);
    }

    void remarkTyped(int place, String text) {
        if (!isFilling() || place >= remarks.size()) return;
        var all = new ArrayList<>(remarks);
        all.set(place, new Place(all.get(place).at(), text));
        remarks = List.copyOf(all);
        touched();
    }

    void removeRemark(int place) {
        if (!isFilling() || place >= remarks.size()) return;
        var all = new ArrayList<>(remarks);
        all.remove(place);
        remarks = List.copyOf(all);
        touched();
    }

    String note() {
        return note;
    }

    void noteTyped(String text) {
        if (!isFilling() || text.equals(note)) return;
        note = text;
        touched();
    }

    Total total() {
        return Total.of(scorecard(), marks);
    }

    boolean isUnmarked() {
        return marks.isEmpty();
    }

    Storing storing() {
        return storing;
    }

    private void touched() {
        dirty = true;
        changedAt = time.nanos();
        become(Storing.TYPED);
    }

    private void become(Storing next) {
        storing = next;
        changed();
    }

    /** Called every half second. */
    public void tick() {
        if (saving || time.nanos() - changedAt < SETTLES.toNanos()) return;
        if (dirty) save();
        else if (!unsaved.isEmpty()) store(unsaved.values().iterator().next());
    }

    /** Stores what is not stored yet. */
    public void save() {
        if (!dirty || !isFilling()) return;
        dirty = false;
        store(filled());
    }

    private void store(Evaluation now) {
        saving = true;
        work.ask(() -> inspector.draft(now), stored -> stored(now, true), failure -> stored(now, false));
    }

    private Evaluation filled() {
        var stored = remarks.stream().map(p -> new Remark(p.at(), p.typed())).toList();
        return draft.orElseThrow().filled(scorecard(), marks, stored, note);
    }

    private void stored(Evaluation which, boolean there) {
        saving = false;
        if (there) unsaved.remove(which.id(), which);
        else {
            unsaved.put(which.id(), which);
            changedAt = time.nanos();
        }
        boolean shown = draft.filter(d -> d.id().equals(which.id())).isPresent() && filling;
        if (shown && !dirty) become(there ? Storing.SAVED : Storing.AWAY);
    }

    /** For good. Said in a line when it cannot be yet. */
    public void keep() {
        if (!isFilling()) return;
        if (!total().isComplete()) {
            current = firstOpen();
            become(Storing.INCOMPLETE);
            return;
        }
        Row of = row.orElseThrow();
        Evaluation now = filled();
        work.ask(
                () -> inspector.keep(now),
                done -> {
                    if (isAt(of)) fetch(of);
                    kept.accept(of.recording());
                },
                failure -> {
                    dirty = true;
                    if (isAt(of)) become(Storing.AWAY);
                });
    }
}
