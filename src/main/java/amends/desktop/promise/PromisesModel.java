package amends.desktop.promise;

import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.promise.Promise;
import amends.promise.PromiseActs;
import amends.promise.PromiseGate.Answer;
import amends.promise.PromiseOverview;
import amends.promise.PromiseOwner;
import amends.promise.PromiseStep;
import amends.promise.PromiseTally;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** This agent's promises, the one that is found by its code, and for a lead everybody's with how they are kept. */
public final class PromisesModel extends PresentationModel {
    private static final int MOST = 200;
    /** How far back promises are counted for a lead. */
    private static final Duration COUNTED = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofSeconds(30);
    private final DesktopPorts.Promising ports;
    private final StaffMember member;
    private final PostingWork work;
    private final Timekeeper time;
    private List<StaffMember> people;
    private List<Promise> all = List.of();
    private List<PromiseTally> tallies = List.of();
    private boolean showsAll;
    private boolean allAway;
    private boolean watched;
    private long asked;
    private List<String> marked = List.of();
    private Optional<Answer> answer = Optional.empty();
    private boolean searching;

    public PromisesModel(DesktopPorts.Promising ports, StaffMember member, PostingWork work, Timekeeper time) {
        this.ports = ports;
        this.member = member;
        this.work = work;
        this.time = time;
        people = List.of(member);
        showsAll = ports.all().isPresent();
        ports.promises().onChange(board -> changed());
    }

    /** Those that I keep or gave for a department, the earliest due first. */
    public List<Promise> mine() {
        return ports.promises().board().mine();
    }

    /** Whether the list may be old, because the database does not answer. */
    public boolean isAway() {
        return showsAll ? allAway : ports.promises().board().away();
    }

    Optional<PromiseActs.Reason> refused() {
        return ports.promises().board().refused();
    }

    boolean mayShowAll() {
        return ports.all().isPresent();
    }

    boolean showsAll() {
        return showsAll;
    }

    void showAll(boolean wanted) {
        showsAll = wanted && mayShowAll();
        fetch();
        changed();
    }

    /** What the tab lists: everybody's for a lead who wants that, else mine. */
    List<Promise> listed() {
        return showsAll ? all : mine();
    }

    List<PromiseTally> tallies() {
        return tallies;
    }

    public boolean isOverdue(Promise promise) {
        return promise.isOverdue(time.now());
    }

    boolean isSoon(Promise promise) {
        return promise.isSoon(time.now());
    }

    PromiseNames names() {
        return new PromiseNames(ports.promises().rules(), member, people);
    }

    /** Everybody and every department that can keep this promise instead. */
    List<PromiseOwner> others(Promise promise) {
        var owners = new ArrayList<PromiseOwner>();
        people.forEach(p -> owners.add(new PromiseOwner.Person(p.id())));
        ports.promises().rules().departments().forEach(d -> owners.add(new PromiseOwner.Team(d.code())));
        owners.remove(promise.owner());
        return owners;
    }

    /** It is done. */
    public void keep(Promise promise) {
        ports.promises().step(promise.id(), new PromiseStep.Keep(time.now()));
        fetch();
    }

    /** Keeps the one that is due first. @return false when there is none */
    public boolean keepFirst() {
        var first = mine().stream().findFirst();
        first.ifPresent(this::keep);
        return first.isPresent();
    }

    /** @param why not blank */
    void giveUp(Promise promise, String why) {
        ports.promises().step(promise.id(), new PromiseStep.Break(time.now(), why));
        fetch();
    }

    /** @param consent how the customer agreed; not blank */
    void withdraw(Promise promise, String consent) {
        ports.promises().step(promise.id(), new PromiseStep.Withdraw(time.now(), consent));
        fetch();
    }

    void handOver(Promise promise, PromiseOwner to, String why) {
        ports.promises().step(promise.id(), new PromiseStep.HandOver(time.now(), to, why));
        fetch();
    }

    /** Looks for the promise of a customer who tells its code; the look is logged. */
    public void find(String typed) {
        if (typed.isBlank() || searching) return;
        searching = true;
        work.ask(
                () -> ports.gate().find(typed, member),
                found -> {
                    searching = false;
                    answer = Optional.of(found);
                    changed();
                },
                failure -> {
                    searching = false;
                    answer = Optional.empty();
                    changed();
                });
    }

    void forget() {
        answer = Optional.empty();
        changed();
    }

    Optional<Answer> answer() {
        return answer;
    }

    /** Somebody looks at the tab from now on, or not any more. */
    void watch(boolean now) {
        watched = now;
        if (!now) return;
        work.ask(ports.people()::get, this::known, failure -> {});
        ports.promises().refresh();
        fetch();
    }

    private void known(List<StaffMember> found) {
        if (found.isEmpty()) return;
        people = found;
        changed();
    }

    private record Seen(List<Promise> open, List<PromiseTally> tallies) {}

    private void fetch() {
        if (!watched || ports.all().isEmpty()) return;
        asked = time.nanos();
        PromiseOverview overview = ports.all().get();
        Instant now = time.now();
        work.ask(
                () -> new Seen(overview.open(MOST), overview.tallies(now.minus(COUNTED), now.plusSeconds(1))),
                this::seen,
                failure -> {
                    allAway = true;
                    changed();
                });
    }

    private void seen(Seen seen) {
        allAway = false;
        all = seen.open;
        tallies = seen.tallies.stream()
                .sorted(Comparator.comparingDouble(t -> t.keptRate().orElse(2)))
                .toList();
        changed();
    }

    /** Called every half second: what falls due in the meantime shows. */
    public void tick() {
        List<String> now = listed().stream()
                .filter(this::isSoon)
                .map(p -> p.id() + (isOverdue(p) ? " overdue" : " soon"))
                .toList();
        if (!now.equals(marked)) {
            marked = now;
            changed();
        }
        if (watched && time.nanos() - asked > EVERY.toNanos()) fetch();
    }

    Instant now() {
        return time.now();
    }
}
