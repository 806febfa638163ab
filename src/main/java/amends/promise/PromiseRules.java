package amends.promise;

import static amends.promise.PromiseRefusal.IN_THE_PAST;
import static amends.promise.PromiseRefusal.NOBODY_OWNS;
import static amends.promise.PromiseRefusal.NOTHING_SAID;
import static amends.promise.PromiseRefusal.NOT_ALLOWED;
import static amends.promise.PromiseRefusal.NOT_WORKING_TIME;
import static amends.promise.PromiseRefusal.NO_AMOUNT;
import static amends.promise.PromiseRefusal.NO_SUCH_KIND;
import static amends.promise.PromiseRefusal.OVER_AUTHORITY;
import static amends.promise.PromiseRefusal.TOO_FAR;
import static amends.promise.PromiseRefusal.TOO_SOON;
import static amends.promise.PromiseRefusal.TO_NOBODY;

import amends.kernel.Money;
import amends.kernel.WorkingCalendar;
import amends.promise.PromiseKind.OfMoney;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.staff.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What can be promised, by when, and what is an empty promise. Pure.
 *
 * @param kinds what can be promised, in the order in which it is shown
 * @param departments that can keep promises
 * @param house when those at the desks work
 * @param remindBefore how much working time before it is due the owner is reminded; for a short promise half its time
 * @param suggesting how a due time is suggested
 */
public record PromiseRules(
        List<PromiseKind> kinds,
        List<Department> departments,
        WorkingCalendar house,
        Duration remindBefore,
        DueSuggesting suggesting) {
    public PromiseRules {
        kinds = List.copyOf(kinds);
        departments = List.copyOf(departments);
        if (kinds.isEmpty()) throw new IllegalArgumentException("nothing can be promised");
    }

    public Optional<PromiseKind> kind(String code) {
        return kinds.stream().filter(k -> k.code().equals(code)).findFirst();
    }

    public Optional<Department> department(String code) {
        return departments.stream().filter(d -> d.code().equals(code)).findFirst();
    }

    /** When the owner works. */
    public WorkingCalendar calendarOf(PromiseOwner owner) {
        return owner.team().flatMap(this::department).map(Department::calendar).orElse(house);
    }

    /** Why this is an empty promise, apart from what only the store knows; empty when it is none. */
    public Optional<Refused> refusal(PromiseDraft draft, PromiseAuthority authority) {
        Optional<PromiseKind> kind = kind(draft.kind());
        if (!Permission.MAKE_PROMISE.isGivenTo(draft.maker())) return refused(NOT_ALLOWED);
        if (!draft.to().isSomebody() && !authority.isOwed()) return refused(TO_NOBODY);
        if (kind.isEmpty()) return refused(NO_SUCH_KIND);
        if (draft.what().isBlank()) return refused(NOTHING_SAID);
        if (draft.owner().isEmpty() || !isKnown(draft.owner().get())) return refused(NOBODY_OWNS);
        return ofMoney(draft, kind.get(), authority).or(() -> ofTime(draft, kind.get()));
    }

    private boolean isKnown(PromiseOwner owner) {
        return owner.team().map(code -> department(code).isPresent()).orElse(true);
    }

    private static Optional<Refused> ofMoney(PromiseDraft draft, PromiseKind kind, PromiseAuthority authority) {
        if (draft.amount().isEmpty()) return kind.money() == OfMoney.NONE ? Optional.empty() : refused(NO_AMOUNT);
        Money amount = draft.amount().get();
        if (amount.isNegative() || amount.isZero()) return refused(NO_AMOUNT);
        return authority
                .most(draft.maker(), kind, amount.currency())
                .filter(most -> amount.compareTo(most) > 0)
                .map(most -> new Refused(OVER_AUTHORITY, Optional.empty(), Optional.of(most)));
    }

    private Optional<Refused> ofTime(PromiseDraft draft, PromiseKind kind) {
        WorkingCalendar calendar = calendarOf(draft.owner().get());
        Instant soonest = suggesting.rounded(calendar, calendar.plus(draft.at(), kind.soonest()), draft.at());
        if (!draft.due().isAfter(draft.at())) return refused(IN_THE_PAST, soonest);
        Instant farthest = calendar.plus(draft.at(), kind.farthest());
        if (draft.due().isAfter(farthest)) return refused(TOO_FAR, farthest);
        if (!calendar.isWorking(draft.due())) return refused(NOT_WORKING_TIME, within(calendar, draft.due(), farthest));
        if (calendar.between(draft.at(), draft.due()).compareTo(kind.soonest()) < 0) return refused(TOO_SOON, soonest);
        return Optional.empty();
    }

    private static Instant within(WorkingCalendar calendar, Instant due, Instant farthest) {
        Instant open = calendar.openAfter(due);
        return open.isAfter(farthest) ? farthest : open;
    }

    /** When the owner is reminded. */
    Instant remind(PromiseOwner owner, Instant made, Instant due) {
        WorkingCalendar calendar = calendarOf(owner);
        Duration time = calendar.between(made, due);
        Duration half = time.dividedBy(2);
        Instant remind = calendar.minus(due, half.compareTo(remindBefore) < 0 ? half : remindBefore)
                .truncatedTo(ChronoUnit.SECONDS);
        return remind.isBefore(made) ? made : remind;
    }

    private static Optional<Refused> refused(PromiseRefusal reason) {
        return Optional.of(Refused.of(reason));
    }

    private static Optional<Refused> refused(PromiseRefusal reason, Instant instead) {
        return Optional.of(new Refused(reason, Optional.of(instead), Optional.empty()));
    }
}
