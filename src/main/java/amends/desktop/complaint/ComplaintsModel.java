package amends.desktop.complaint;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.recovery.Complaint;
import amends.recovery.ComplaintClocks.Running;
import amends.recovery.ComplaintDeed;
import amends.recovery.ComplaintDetail;
import amends.recovery.ComplaintOffice;
import amends.recovery.ComplaintOutcome;
import amends.recovery.ComplaintScheme;
import amends.recovery.Complaints.Weakness;
import amends.recovery.Dispatch;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** The complaints that this person handles, or everybody's for who sees all; and the one that is looked at. */
public final class ComplaintsModel extends PresentationModel {
    private static final Duration ANEW = Duration.ofSeconds(20);
    private static final Duration WEAK_SINCE = Duration.ofDays(90);

    /** How far the list is. */
    enum Listing {
        LOADING,
        LISTED,
        UNAVAILABLE
    }

    /** What is wished to be listed. Empty and false: everything. */
    record Wish(Optional<Complaint.State> state, String unit, String cause, boolean late) {
        static final Wish ALL = new Wish(Optional.empty(), "", "", false);

        boolean takes(Complaint complaint, Instant now) {
            return state.filter(s -> s != complaint.state()).isEmpty()
                    && (unit.isEmpty() || unit.equals(unitOf(complaint)))
                    && (cause.isEmpty() || cause.equals(causeOf(complaint)))
                    && (!late || complaint.overdue(now).isPresent());
        }
    }

    private record Read(
            List<Complaint> rows,
            Optional<ComplaintDetail> detail,
            List<Weakness> weak,
            List<StaffMember> colleagues) {}

    private final ComplaintOffice office;
    private final PostingWork work;
    private final Timekeeper time;
    private boolean all;
    private Wish wish = Wish.ALL;
    private List<Complaint> rows = List.of();
    private List<Weakness> weak = List.of();
    private List<StaffMember> colleagues = List.of();
    private Listing listing = Listing.LOADING;
    private Optional<UUID> chosen = Optional.empty();
    private Optional<ComplaintDetail> detail = Optional.empty();
    private Optional<DeedForm> form = Optional.empty();
    private Optional<ComplaintOutcome> outcome = Optional.empty();
    private boolean failed;
    private boolean asking;
    private boolean askAgain;
    private boolean shown;
    private long asked;

    public ComplaintsModel(ComplaintOffice office, PostingWork work, Timekeeper time) {
        this.office = office;
        this.work = work;
        this.time = time;
        all = office.seesAll();
    }

    boolean seesAll() {
        return office.seesAll();
    }

    boolean isAll() {
        return all;
    }

    void showAll(boolean now) {
        if (now == all || !office.seesAll()) return;
        all = now;
        listing = Listing.LOADING;
        load();
        changed();
    }

    Wish wish() {
        return wish;
    }

    void wish(Wish other) {
        if (other.equals(wish)) return;
        wish = other;
        changed();
    }

    ComplaintScheme scheme() {
        return office.scheme();
    }

    Listing listing() {
        return listing;
    }

    /** Those that are wished, the late ones first. */
    List<Complaint> rows() {
        Instant now = time.now();
        return rows.stream()
                .filter(c -> wish.takes(c, now))
                .sorted(Comparator.comparing(
                                (Complaint c) -> due(c).map(Running::by).orElse(Instant.MAX))
                        .thenComparing(Complaint::number))
                .toList();
    }

    Optional<Complaint> row(UUID id) {
        return rows.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** What it waits for next. A week after closing counts only when it is time to ask. */
    Optional<Running> due(Complaint complaint) {
        boolean resting =
                complaint.state() == Complaint.State.CLOSED && !complaint.file().asking();
        return resting ? Optional.empty() : complaint.clocks().next();
    }

    boolean isLate(Complaint complaint) {
        return due(complaint).filter(r -> r.isOverdue(time.now())).isPresent();
    }

    int late() {
        return (int) rows.stream().filter(this::isLate).count();
    }

    Set<String> units() {
        return keys(ComplaintsModel::unitOf);
    }

    Set<String> causes() {
        return keys(ComplaintsModel::causeOf);
    }

    private Set<String> keys(Function<Complaint, String> of) {
        var keys = new TreeSet<String>();
        rows.stream().map(of).filter(k -> !k.isEmpty()).forEach(keys::add);
        return keys;
    }

    static String unitOf(Complaint complaint) {
        return complaint.file().assessment().flatMap(a -> a.unit()).orElse("");
    }

    static String causeOf(Complaint complaint) {
        return complaint.file().assessment().map(a -> a.cause()).orElse("");
    }

    /** Of the last months, those with the most complaints first; empty for who does not see all. */
    List<Weakness> weak() {
        return weak;
    }

    List<StaffMember> colleagues() {
        return colleagues;
    }

    /** By whom somebody may be named; empty while not known. */
    String name(UUID member) {
        return detail.map(d -> d.names().getOrDefault(member, "")).orElse("");
    }

    Optional<ComplaintDetail> detail() {
        return detail;
    }

    Optional<UUID> chosen() {
        return chosen;
    }

    void choose(UUID id) {
        if (chosen.equals(Optional.of(id))) return;
        chosen = Optional.of(id);
        form = Optional.empty();
        outcome = Optional.empty();
        detail = Optional.empty();
        load();
        changed();
    }

    Set<Deed> deeds() {
        return detail.map(Deed::possible).orElseGet(() -> EnumSet.noneOf(Deed.class));
    }

    Optional<DeedForm> form() {
        return form;
    }

    /** What came of the last deed; empty before and while another is being filled in. */
    Optional<ComplaintOutcome> outcome() {
        return outcome;
    }

    /** Whether the last deed did not reach the database: what was typed is still there. */
    boolean failed() {
        return failed;
    }

    /** Begins a deed: what needs nothing filled in is done at once. @return whether it can be done */
    boolean begin(Deed deed) {
        if (!deeds().contains(deed)) return false;
        outcome = Optional.empty();
        failed = false;
        form = Optional.of(filled(deed));
        if (deed.isAtOnce()) keep();
        else changed();
        return true;
    }

    private DeedForm filled(Deed deed) {
        var filled = new DeedForm(deed);
        Complaint complaint = detail.orElseThrow().complaint();
        filled.severity = complaint.severity();
        complaint.file().assessment().ifPresent(as -> {
            filled.cause = as.cause();
            filled.business = as.business().orElse("");
            filled.unit = as.unit().orElse("");
            filled.expectation = as.expectation();
            filled.hard = as.hard();
        });
        if (filled.cause.isEmpty())
            filled.cause = office.scheme().leaves().getFirst().key();
        if (deed == Deed.DISPATCH) {
            filled.words = complaint.what();
            if (filled.unit.isEmpty() && !office.scheme().units().isEmpty())
                filled.unit = office.scheme().units().getFirst().key();
        }
        filled.to = colleagues.stream().map(StaffMember::id).findFirst();
        return filled;
    }

    void cancel() {
        if (form.isEmpty()) return;
        form = Optional.empty();
        failed = false;
        changed();
    }

    /** Does what is filled in. @return false when something must be filled in first */
    boolean keep() {
        if (form.isEmpty() || chosen.isEmpty()) return false;
        DeedForm filled = form.get();
        if (filled.deed.needsWords() && filled.words.isBlank()) return false;
        Optional<ComplaintDeed> deed = DeedReading.of(filled, detail.flatMap(ComplaintDetail::openDispatch));
        if (deed.isEmpty()) return false;
        UUID complaint = chosen.get();
        work.ask(() -> office.handle(complaint, deed.get()), this::kept, e -> {
            failed = true;
            changed();
        });
        return true;
    }

    private void kept(ComplaintOutcome now) {
        outcome = Optional.of(now);
        failed = false;
        if (now instanceof ComplaintOutcome.Done) form = Optional.empty();
        load();
        changed();
    }

    /** The dispatch whose sheet can be sent. */
    Optional<Dispatch> dispatch() {
        return detail.flatMap(ComplaintDetail::openDispatch);
    }

    /** The page is looked at, or is not any more. */
    void show(boolean now) {
        if (now && !shown) load();
        shown = now;
    }

    /** Called every half second. */
    public void tick() {
        if (shown && !asking && time.nanos() - asked > ANEW.toNanos()) load();
    }

    private void load() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        asked = time.nanos();
        boolean everybodys = all;
        Optional<UUID> wanted = chosen;
        work.ask(() -> read(everybodys, wanted), read -> loaded(read, wanted), e -> unavailable());
    }

    private Read read(boolean everybodys, Optional<UUID> wanted) {
        return new Read(
                everybodys ? office.all() : office.mine(),
                wanted.flatMap(office::look),
                office.weaknesses(WEAK_SINCE),
                office.colleagues());
    }

    private void loaded(Read read, Optional<UUID> wanted) {
        asking = false;
        boolean same = read.rows().equals(rows)
                && listing == Listing.LISTED
                && read.weak().equals(weak)
                && wanted.equals(chosen)
                && read.detail().equals(detail);
        rows = read.rows();
        weak = read.weak();
        colleagues = read.colleagues();
        listing = Listing.LISTED;
        if (wanted.equals(chosen)) detail = read.detail();
        // Of everybody's none is opened by itself: to look at one is a look at a customer, and stands in the trail.
        if (chosen.isEmpty() && !all && !rows().isEmpty())
            choose(rows().getFirst().id());
        again();
        if (!same) changed();
    }

    private void unavailable() {
        asking = false;
        listing = Listing.UNAVAILABLE;
        again();
        changed();
    }

    private void again() {
        if (!askAgain) return;
        askAgain = false;
        load();
    }

    Timekeeper time() {
        return time;
    }

    /** Runs away from the screen. */
    void begin(Runnable task) {
        work.begin(task);
    }

    Instant now() {
        return time.now();
    }
}
