package amends.desktop.compensation;

import amends.compensation.CompensationPolicy;
import amends.compensation.FailureKind;
import amends.compensation.Grant;
import amends.compensation.GrantWish;
import amends.compensation.GrantWish.Stated;
import amends.compensation.Granting;
import amends.compensation.Offer;
import amends.compensation.OfferList;
import amends.customer.CustomerProfile.Tier;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.OweModel;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Failure;
import amends.recovery.Severity;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Offers in two keystrokes: the first opens what may be given for what is owed, the best chosen; the second gives it, or
 * asks whoever may. What became of it is told in a line, also when somebody decides later.
 */
public final class OfferModel extends PresentationModel {
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(4);
    private final DesktopPorts.Amending ports;
    private final StaffMember member;
    private final OweModel owe;
    private final ProfileModel profiles;
    private final Function<CallId, Optional<UUID>> contactOf;
    private final PostingWork work;
    private final Timekeeper time;
    private final Map<CallId, Form> forms = new HashMap<>();
    private Instant asked = Instant.EPOCH;

    /** What is known of the offers. */
    public enum Standing {
        LOOKING,
        KNOWN,
        /** The database does not answer. */
        AWAY
    }

    /** How far a wish has come. */
    public sealed interface Progress {
        record Asking() implements Progress {}

        record Made(Grant grant) implements Progress {}

        record Refused(Granting.Reason reason) implements Progress {}

        /** The database did not answer: nothing is known to be given. */
        record Unsure() implements Progress {}
    }

    private static final class Form {
        boolean open;
        Standing standing = Standing.LOOKING;
        Optional<OfferList> list = Optional.empty();
        Optional<CompensationPolicy> policy = Optional.empty();
        Optional<FailureKind> kind = Optional.empty();
        Severity severity = Severity.MODERATE;
        int chosen;
        /** What is chosen when it is among the offers: a plan's prepared one. */
        String wanted = "";

        UUID wish = Ids.next();
        Optional<Progress> progress = Optional.empty();
    }

    /** @param contactOf in which contact a call's customer is given something */
    public OfferModel(
            DesktopPorts.Amending ports,
            StaffMember member,
            OweModel owe,
            ProfileModel profiles,
            Function<CallId, Optional<UUID>> contactOf,
            PostingWork work,
            Timekeeper time) {
        this.ports = ports;
        this.member = member;
        this.owe = owe;
        this.profiles = profiles;
        this.contactOf = contactOf;
        this.work = work;
        this.time = time;
    }

    public boolean mayGive() {
        return Permission.GRANT_COMPENSATION.isGivenTo(member);
    }

    public boolean isOpen(CallId call) {
        return forms.containsKey(call) && forms.get(call).open;
    }

    /** Opens the offers of this call, or leaves them. */
    public void toggle(CallId call) {
        if (!mayGive()) return;
        Form form = form(call);
        form.open = !form.open;
        if (form.open) look(call);
        changed();
    }

    /** Opens the offers with this one chosen, where the policy gives it for what is owed; else with the best. */
    public void open(CallId call, String option) {
        if (!mayGive()) return;
        Form form = form(call);
        form.open = true;
        form.wanted = option;
        look(call);
        changed();
    }

    public void cancel(CallId call) {
        if (!isOpen(call)) return;
        forms.get(call).open = false;
        changed();
    }

    private Form form(CallId call) {
        return forms.computeIfAbsent(call, c -> new Form());
    }

    private void look(CallId call) {
        Form form = form(call);
        form.standing = Standing.LOOKING;
        form.list = Optional.empty();
        form.chosen = 0;
        List<Failure> failures = failures(call);
        Optional<Stated> stated = stated(call);
        Tier tier = tier(call);
        work.ask(
                () -> new Found(ports.offering().policy(), ports.offering().offers(failures, stated, tier)),
                found -> {
                    form.policy = Optional.of(found.policy());
                    form.list = found.list();
                    form.chosen = place(found.list(), form.wanted);
                    form.standing = Standing.KNOWN;
                    changed();
                },
                failed -> {
                    form.standing = Standing.AWAY;
                    changed();
                });
    }

    private static int place(Optional<OfferList> list, String wanted) {
        List<Offer> offers = list.map(OfferList::offers).orElse(List.of());
        for (int i = 0; i < offers.size(); i++) if (offers.get(i).option().key().equals(wanted)) return i;
        return 0;
    }

    private record Found(CompensationPolicy policy, Optional<OfferList> list) {}

    /** What somebody states stands alone: what is owed besides stays owed. */
    private List<Failure> failures(CallId call) {
        return form(call).kind.isPresent() ? List.of() : owe.balance(call).open();
    }

    private Optional<Stated> stated(CallId call) {
        Form form = form(call);
        return form.kind.map(kind -> new Stated(kind, form.severity));
    }

    private Tier tier(CallId call) {
        return profiles.profile(call).map(p -> p.tier()).orElse(Tier.REGULAR);
    }

    public Standing standing(CallId call) {
        return form(call).standing;
    }

    public Optional<OfferList> list(CallId call) {
        return form(call).list;
    }

    public List<Offer> offers(CallId call) {
        return list(call).map(OfferList::offers).orElse(List.of());
    }

    /** How many things are paid for together. */
    public int owed(CallId call) {
        return owe.balance(call).count();
    }

    /** What people can find went wrong, beside what is owed. */
    public List<FailureKind> kinds(CallId call) {
        return form(call).policy.stream()
                .flatMap(p -> p.kinds().stream())
                .filter(kind -> !kind.isSeen())
                .sorted()
                .toList();
    }

    public Optional<FailureKind> kind(CallId call) {
        return form(call).kind;
    }

    public Severity severity(CallId call) {
        return form(call).severity;
    }

    /** @param kind empty: what is owed */
    public void state(CallId call, Optional<FailureKind> kind, Severity severity) {
        Form form = form(call);
        if (form.kind.equals(kind) && form.severity == severity) return;
        form.kind = kind;
        form.severity = severity;
        look(call);
        changed();
    }

    /** How many others must approve this offer when this member asks for it. */
    public int approvals(CallId call, Offer offer) {
        return form(call)
                .policy
                .map(p -> p.approvalsFor(member, offer.option().value()))
                .orElse(0);
    }

    public int chosen(CallId call) {
        return form(call).chosen;
    }

    public Optional<Offer> chosenOffer(CallId call) {
        List<Offer> offers = offers(call);
        int chosen = chosen(call);
        return chosen < offers.size() ? Optional.of(offers.get(chosen)) : Optional.empty();
    }

    public void choose(CallId call, int offer) {
        if (offer < 0 || offer >= offers(call).size() || form(call).chosen == offer) return;
        form(call).chosen = offer;
        changed();
    }

    public Optional<Progress> progress(CallId call) {
        return Optional.ofNullable(forms.get(call)).flatMap(f -> f.progress);
    }

    /** Gives what is chosen, or asks for it. @return false when nothing can be given */
    public boolean give(CallId call) {
        Optional<Offer> offer = isOpen(call) ? chosenOffer(call) : Optional.empty();
        if (offer.isEmpty()) return false;
        Form form = form(call);
        var wish = new GrantWish(
                form.wish,
                failures(call),
                stated(call),
                profiles.profile(call).map(p -> p.id()),
                tier(call),
                contactOf.apply(call),
                offer.get().option().key(),
                "");
        form.open = false;
        form.progress = Optional.of(new Progress.Asking());
        changed();
        work.ask(() -> ports.granting().ask(member, wish), result -> told(call, result), failed -> {
            form.progress = Optional.of(new Progress.Unsure());
            changed();
        });
        return true;
    }

    private void told(CallId call, Granting.Result result) {
        Form form = form(call);
        // The next wish of this call is another one; one whose answer was lost is asked again under the same id.
        form.wish = Ids.next();
        form.progress = Optional.of(
                switch (result) {
                    case Granting.Result.Given(var grant) -> new Progress.Made(grant);
                    case Granting.Result.Waiting(var grant, var many) -> new Progress.Made(grant);
                    case Granting.Result.Ended(var grant) -> new Progress.Made(grant);
                    case Granting.Result.Refused(var reason) -> new Progress.Refused(reason);
                });
        if (result instanceof Granting.Result.Given(var grant)) ports.given().accept(call, grant);
        changed();
    }

    /** Called every half second: what somebody decided meanwhile shows. */
    public void tick() {
        if (asked.plus(ASKED_AGAIN).isAfter(time.now()) && !asked.isAfter(time.now())) return;
        asked = time.now();
        forms.forEach((call, form) -> form.progress.ifPresent(progress -> {
            if (progress instanceof Progress.Made(var grant) && grant.state().isWaiting()) follow(call, grant);
        }));
    }

    private void follow(CallId call, Grant waiting) {
        work.ask(
                () -> ports.ledger().byId(waiting.id()),
                found -> found.filter(now -> now.state() != waiting.state()).ifPresent(now -> {
                    form(call).progress = Optional.of(new Progress.Made(now));
                    if (now.state() == Grant.State.GRANTED) ports.given().accept(call, now);
                    changed();
                }),
                failed -> {});
    }

    /** What is given, by the policy's name of it. */
    public String name(CallId call, Grant grant, java.util.Locale language) {
        return form(call)
                .policy
                .flatMap(p -> p.option(grant.option()))
                .map(o -> o.name().in(language))
                .orElse(grant.option());
    }

    /** The call and its write-up are over. */
    public void leave(CallId call) {
        forms.remove(call);
    }
}
