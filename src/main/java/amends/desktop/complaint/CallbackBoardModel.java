package amends.desktop.complaint;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.recovery.CallbacksModel;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackCard;
import amends.recovery.CallbackChange;
import amends.recovery.CallbackTask;
import amends.recovery.ComplaintOffice;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Callbacks that are not ended, mine or for a lead everybody's, and what to know before the one that is looked at. */
public final class CallbackBoardModel extends PresentationModel {
    private static final Duration ANEW = Duration.ofSeconds(20);

    private record Read(List<CallbackTask> rows, Optional<CallbackCard> card, List<StaffMember> colleagues) {}

    private final StaffMember member;
    private final ComplaintOffice office;
    private final CallbacksModel mine;
    private final PostingWork work;
    private final Timekeeper time;
    private List<CallbackTask> rows = List.of();
    private List<StaffMember> colleagues = List.of();
    private Optional<UUID> chosen = Optional.empty();
    private Optional<CallbackCard> card = Optional.empty();
    private Optional<CallbackChange> outcome = Optional.empty();
    private boolean handing;
    private String words = "";
    private Optional<UUID> to = Optional.empty();
    private boolean away;
    private boolean asking;
    private boolean askAgain;
    private boolean shown;
    private long asked;

    /** @param mine by which this member's own are begun */
    public CallbackBoardModel(
            StaffMember member, ComplaintOffice office, CallbacksModel mine, PostingWork work, Timekeeper time) {
        this.member = member;
        this.office = office;
        this.mine = mine;
        this.work = work;
        this.time = time;
    }

    List<CallbackTask> rows() {
        return rows;
    }

    Optional<CallbackTask> row(UUID id) {
        return rows.stream().filter(t -> t.callback().id().equals(id)).findFirst();
    }

    boolean isLate(CallbackTask task) {
        return task.callback().isOverdue(time.now());
    }

    int late() {
        return (int) rows.stream().filter(this::isLate).count();
    }

    boolean isAway() {
        return away;
    }

    Optional<UUID> chosen() {
        return chosen;
    }

    Optional<CallbackCard> card() {
        return card;
    }

    List<StaffMember> colleagues() {
        return colleagues;
    }

    /** Who is to call; empty when not known. */
    String owner(CallbackTask task) {
        UUID owner = task.callback().owner();
        return Stream.concat(Stream.of(member), colleagues.stream())
                .filter(m -> m.id().equals(owner))
                .map(StaffMember::name)
                .findFirst()
                .orElse("");
    }

    void choose(UUID id) {
        if (chosen.equals(Optional.of(id))) return;
        chosen = Optional.of(id);
        card = Optional.empty();
        outcome = Optional.empty();
        handing = false;
        load();
        changed();
    }

    /** Whether this member can dial it now: it is theirs and nobody is calling. */
    boolean mayBegin() {
        return chosen.filter(id ->
                        mine.mine().stream().anyMatch(t -> t.callback().id().equals(id)))
                .isPresent();
    }

    boolean begin() {
        if (!mayBegin()) return false;
        mine.begin(chosen.orElseThrow());
        return true;
    }

    boolean isHanding() {
        return handing;
    }

    /** Opens the form of handing it over, or leaves it. @return whether there is one to hand over */
    boolean toggleHanding() {
        if (card.isEmpty()) return false;
        handing = !handing;
        outcome = Optional.empty();
        if (to.isEmpty()) to = colleagues.stream().map(StaffMember::id).findFirst();
        changed();
        return true;
    }

    String words() {
        return words;
    }

    void typed(String text) {
        words = text;
    }

    Optional<UUID> to() {
        return to;
    }

    void to(UUID member) {
        to = Optional.of(member);
    }

    /** @return whether there was something to hand over */
    boolean handOver() {
        if (!handing || to.isEmpty() || chosen.isEmpty()) return false;
        UUID callback = chosen.get();
        UUID next = to.get();
        String said = words;
        work.ask(() -> office.handOver(callback, next, said), this::did, e -> failed());
        return true;
    }

    void score(Optional<Integer> before, Optional<Integer> after) {
        chosen.ifPresent(id -> work.ask(() -> office.score(id, before, after), this::did, e -> failed()));
    }

    private void did(CallbackChange now) {
        outcome = Optional.of(now);
        if (now == CallbackChange.DONE) {
            handing = false;
            words = "";
        }
        load();
        changed();
    }

    private void failed() {
        away = true;
        changed();
    }

    /** What came of the last act; empty before. */
    Optional<CallbackChange> outcome() {
        return outcome;
    }

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
        Optional<UUID> wanted = chosen;
        work.ask(
                () -> new Read(office.callbacks(), wanted.flatMap(office::prepare), office.colleagues()),
                read -> loaded(read, wanted),
                e -> {
                    asking = false;
                    failed();
                });
    }

    private void loaded(Read read, Optional<UUID> wanted) {
        asking = false;
        away = false;
        rows = read.rows();
        colleagues = read.colleagues();
        if (wanted.equals(chosen)) card = read.card();
        if (chosen.isEmpty() && !rows.isEmpty())
            choose(rows.getFirst().callback().id());
        if (askAgain) {
            askAgain = false;
            load();
        }
        changed();
    }

    Instant now() {
        return time.now();
    }
}
