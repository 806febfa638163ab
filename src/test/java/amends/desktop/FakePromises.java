package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.Subscribers;
import amends.kernel.WorkingCalendar;
import amends.promise.DueSuggesting.Suggestion;
import amends.promise.Promise;
import amends.promise.PromiseActs;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseBoard;
import amends.promise.PromiseDraft;
import amends.promise.PromiseEvent;
import amends.promise.PromiseGate;
import amends.promise.PromiseHandling;
import amends.promise.PromiseKind;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.promise.PromiseOverview;
import amends.promise.PromiseOwner;
import amends.promise.PromiseProgress;
import amends.promise.PromiseRules;
import amends.promise.PromiseRulesFile;
import amends.promise.PromiseStep;
import amends.promise.PromiseTally;
import amends.promise.PromiseWish;
import amends.promise.PromisedTo;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Promises that a test fills, by the shipped rules. */
public final class FakePromises implements PromiseHandling, PromiseGate {
    public static final StaffMember WANG_FANG =
            new StaffMember(new UUID(1, 1002), "wangfang", "王芳", "1002", Set.of(Role.AGENT));
    private final Subscribers<PromiseBoard> subscribers = new Subscribers<>();
    private final PromiseRules rules = PromiseRulesFile.shipped(WorkingCalendar.usual(ZoneId.systemDefault()));
    private final SettableTime time;
    private final StaffMember member;
    private PromiseBoard board = PromiseBoard.EMPTY;
    public final List<PromiseWish> wished = new ArrayList<>();
    public final List<String> stepped = new ArrayList<>();
    public Optional<PromiseOverview> all = Optional.empty();
    public Answer answer = new Answer.NoCode();

    FakePromises(SettableTime time, StaffMember member) {
        this.time = time;
        this.member = member;
    }

    DesktopPorts.Promising port() {
        return new DesktopPorts.Promising(this, this, () -> List.of(member, WANG_FANG), all);
    }

    public Promise promise(int n, String code, String kind, String what, String name, Instant due) {
        boolean refund = kind.equals("refund");
        return new Promise(
                new UUID(27, n),
                code,
                kind,
                what,
                refund ? Optional.of(new Money(26800, Currency.getInstance("CNY"))) : Optional.empty(),
                new PromisedTo(
                        Optional.of(FakeDesk.WANG.id()),
                        name,
                        Optional.of(new PhoneNumber(FakeDesk.NUMBER)),
                        Optional.empty(),
                        Optional.empty()),
                member.id(),
                refund ? new PromiseOwner.Team("accounts") : new PromiseOwner.Person(member.id()),
                due.minusSeconds(20_000),
                due,
                due.minusSeconds(7200),
                due.isBefore(time.now()) ? Promise.State.OVERDUE : Promise.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    public void shows(Promise... promises) {
        becomes(new PromiseBoard(List.of(promises), board.given(), board.refused(), false));
    }

    public void isAway() {
        becomes(new PromiseBoard(board.mine(), board.given(), board.refused(), true));
    }

    public void refuses(PromiseActs.Reason reason) {
        becomes(new PromiseBoard(board.mine(), board.given(), Optional.of(reason), board.away()));
    }

    public void tells(PromiseProgress progress) {
        var given = new ArrayList<>(board.given());
        given.removeIf(p -> p.id().equals(progress.id()));
        given.add(progress);
        becomes(new PromiseBoard(board.mine(), given, board.refused(), board.away()));
    }

    private void becomes(PromiseBoard now) {
        board = now;
        subscribers.publish(now);
    }

    /** Everybody's promises, for a lead. */
    public void overview(List<Promise> open, List<PromiseTally> tallies) {
        all = Optional.of(new PromiseOverview() {
            @Override
            public List<Promise> open(int most) {
                return open;
            }

            @Override
            public List<Promise> overdue(int most) {
                return open.stream().filter(p -> p.isOverdue(time.now())).toList();
            }

            @Override
            public List<PromiseTally> tallies(Instant from, Instant until) {
                return tallies;
            }

            @Override
            public List<PromiseEvent> courseOf(Promise promise) {
                return List.of();
            }
        });
    }

    @Override
    public PromiseBoard board() {
        return board;
    }

    @Override
    public PromiseRules rules() {
        return rules;
    }

    @Override
    public Suggestion suggest(PromiseKind kind, PromiseOwner owner) {
        return rules.suggesting().suggest(kind, rules.calendarOf(owner), List.of(), time.now());
    }

    @Override
    public Optional<Refused> refusal(PromiseWish wish) {
        var to =
                new PromisedTo(wish.customer(), wish.customerName(), wish.number(), Optional.empty(), Optional.empty());
        return rules.refusal(
                new PromiseDraft(
                        wish.id(),
                        wish.kind(),
                        wish.what(),
                        wish.amount(),
                        to,
                        member,
                        wish.owner(),
                        wish.due(),
                        time.now(),
                        wish.receipt(),
                        Optional.empty()),
                PromiseAuthority.ofKinds());
    }

    @Override
    public void make(PromiseWish wish) {
        wished.add(wish);
        tells(new PromiseProgress.Keeping(wish.id(), wish.call()));
    }

    @Override
    public void step(UUID promise, PromiseStep step) {
        stepped.add(promise.getLeastSignificantBits() + " " + step.act() + " " + step.words());
    }

    @Override
    public void refresh() {
        stepped.add("refresh");
    }

    @Override
    public Answer find(String typed, StaffMember who) {
        return answer;
    }

    @Override
    public Cancellable onChange(Consumer<PromiseBoard> listener) {
        return subscribers.add(listener);
    }
}
