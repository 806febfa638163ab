package amends.desktop.compensation;

import amends.compensation.CompensationPolicy;
import amends.compensation.Grant;
import amends.compensation.Granting;
import amends.compensation.Pot;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/** Requests that wait, one's own and those one may decide, with the budget and the policy. */
public final class GrantsModel extends PresentationModel {
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);
    private static final Duration MINE_SINCE = Duration.ofDays(7);
    private static final int MOST = 50;
    private final DesktopPorts.Amending ports;
    private final StaffMember member;
    private final Function<UUID, String> names;
    private final PostingWork work;
    private final Timekeeper time;
    private boolean shown;
    private boolean away;
    private boolean begun;
    private boolean acting;
    private Instant asked = Instant.EPOCH;
    private Seen seen = new Seen(List.of(), List.of(), Optional.empty(), List.of(), Map.of());
    private Optional<UUID> chosen = Optional.empty();
    private String reason = "";
    private Optional<Granting.Result> last = Optional.empty();

    /** What was read last. @param names of those who asked or approved */
    private record Seen(
            List<Grant> waiting,
            List<Grant> mine,
            Optional<CompensationPolicy> policy,
            List<Pot> pots,
            Map<UUID, String> names) {}

    /** @param names of members, empty when unknown; blocks */
    public GrantsModel(
            DesktopPorts.Amending ports,
            StaffMember member,
            Function<UUID, String> names,
            PostingWork work,
            Timekeeper time) {
        this.ports = ports;
        this.member = member;
        this.names = names;
        this.work = work;
        this.time = time;
    }

    public boolean mayApprove() {
        return Permission.APPROVE_COMPENSATION.isGivenTo(member);
    }

    /** What others asked for and waits, oldest first, then what this member asked for, newest first. */
    public List<Grant> rows() {
        return Stream.concat(seen.waiting.stream().filter(g -> mayApprove() && !isMine(g)), seen.mine.stream())
                .toList();
    }

    public boolean isMine(Grant grant) {
        return grant.asker().equals(member.id());
    }

    public Optional<CompensationPolicy> policy() {
        return seen.policy;
    }

    /** Of this period; empty where nothing was spent yet. */
    public Optional<Pot> budget() {
        return seen.pots.stream().filter(pot -> pot.scope().equals(Pot.ALL)).findFirst();
    }

    public boolean isAway() {
        return away;
    }

    public String name(UUID who) {
        return seen.names.getOrDefault(who, "");
    }

    public Optional<Grant> chosen() {
        return rows().stream()
                .filter(g -> chosen.filter(g.id()::equals).isPresent())
                .findFirst();
    }

    public void choose(Optional<UUID> grant) {
        if (chosen.equals(grant)) return;
        chosen = grant;
        reason = "";
        changed();
    }

    public String reason() {
        return reason;
    }

    public void typedReason(String text) {
        boolean other = reason.isBlank() != text.isBlank();
        reason = text;
        if (other) changed();
    }

    public boolean mayDecide() {
        return mayApprove()
                && !acting
                && chosen().filter(g -> g.state().isWaiting() && !isMine(g)).isPresent();
    }

    public boolean mayWithdraw() {
        return !acting
                && chosen().filter(g -> g.state().isWaiting() && isMine(g)).isPresent();
    }

    public Optional<Granting.Result> last() {
        return last;
    }

    public void approve() {
        if (mayDecide()) act(id -> ports.granting().approve(member, id));
    }

    /** @return false when the reason is missing */
    public boolean refuse() {
        if (!mayDecide() || reason.isBlank()) return false;
        String why = reason;
        act(id -> ports.granting().refuse(member, id, why));
        return true;
    }

    public void withdraw() {
        if (mayWithdraw()) act(id -> ports.granting().withdraw(member, id));
    }

    private void act(Function<UUID, Granting.Result> act) {
        UUID id = chosen.orElseThrow();
        acting = true;
        changed();
        work.ask(
                () -> act.apply(id),
                result -> {
                    acting = false;
                    last = Optional.of(result);
                    boolean still = chosen.filter(id::equals).isPresent();
                    // No other is chosen in its place: the same key pressed again must not decide what nobody read.
                    if (still && !(result instanceof Granting.Result.Refused)) choose(Optional.empty());
                    load();
                },
                failed -> {
                    acting = false;
                    isAway(true);
                });
    }

    /** While it is in sight it asks for what is new. */
    public void show(boolean now) {
        shown = now;
        if (now) load();
    }

    public void tick() {
        boolean early = asked.plus(ASKED_AGAIN).isAfter(time.now()) && !asked.isAfter(time.now());
        if (shown && !early) load();
    }

    private void load() {
        asked = time.now();
        Callable<Seen> read = () -> {
            CompensationPolicy policy = ports.offering().policy();
            List<Grant> waiting = mayApprove() ? ports.ledger().waiting(MOST) : List.of();
            List<Grant> mine = ports.ledger().askedBy(member.id(), asked.minus(MINE_SINCE), MOST);
            var known = new HashMap<UUID, String>();
            Stream.concat(waiting.stream(), mine.stream())
                    .flatMap(g -> Stream.concat(Stream.of(g.asker()), g.approvals().stream()))
                    .forEach(who -> known.computeIfAbsent(who, names));
            return new Seen(
                    waiting, mine, Optional.of(policy), ports.ledger().pots(policy.periodAt(asked)), Map.copyOf(known));
        };
        work.ask(
                read,
                found -> {
                    boolean news = away || !found.equals(seen) || last.isPresent();
                    away = false;
                    seen = found;
                    if (chosen().isEmpty()) chosen = firstOfAll();
                    begun = true;
                    if (news) changed();
                },
                failed -> isAway(true));
    }

    /** Chosen by itself before anything was decided, never after. */
    private Optional<UUID> firstOfAll() {
        return begun ? Optional.empty() : rows().stream().findFirst().map(Grant::id);
    }

    private void isAway(boolean now) {
        away = now;
        changed();
    }
}
