package amends.desktop.speak;

import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.profile.PortraitModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.ComplaintModel;
import amends.desktop.recovery.OweModel;
import amends.kernel.Timekeeper;
import amends.personality.Advice;
import amends.personality.CustomerType;
import amends.personality.Estimate;
import amends.personality.Impression;
import amends.personality.Impressions.Heard;
import amends.personality.Matter;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How to speak to the caller: looked up once the caller is known; neutral until then, and when nothing may or can be
 * thought of them.
 */
public final class SpeakModel extends PresentationModel {
    private final DesktopPorts.Manner manner;
    private final StaffMember member;
    private final Function<UUID, String> names;
    private final ProfileModel profiles;
    private final OweModel owe;
    private final ComplaintModel complaints;
    private final PostingWork work;
    private final Map<CallId, Look> looks = new HashMap<>();
    private final Map<CallId, CustomerType> objected = new HashMap<>();

    /** @param names of those who objected; blocks */
    public SpeakModel(
            DesktopPorts.Manner manner,
            StaffMember member,
            Function<UUID, String> names,
            ProfileModel profiles,
            OweModel owe,
            ComplaintModel complaints,
            PostingWork work) {
        this.manner = manner;
        this.member = member;
        this.names = names;
        this.profiles = profiles;
        this.owe = owe;
        this.complaints = complaints;
        this.work = work;
        owe.listen(this::changed);
        complaints.listen(this::changed);
        profiles.listen(this::changed);
    }

    /** @param found empty while it is looked up, and when it could not be */
    private record Look(UUID customer, Optional<Found> found, boolean away) {}

    /** @param names of the members who objected */
    private record Found(Impression impression, boolean hasComplaint, Map<UUID, String> names) {}

    /** What is thought of the caller; empty until it is known. */
    public Optional<Impression> of(CallId call) {
        return look(call).flatMap(Look::found).map(Found::impression);
    }

    /** The estimate, where there is enough for one. */
    public Optional<Estimate.Shown> shown(CallId call) {
        return of(call).map(i -> i.estimate() instanceof Estimate.Shown shown ? shown : null);
    }

    /** Whether it could not be looked up. */
    public boolean isAway(CallId call) {
        return look(call).filter(Look::away).isPresent();
    }

    public String nameOf(CallId call, UUID who) {
        return look(call).flatMap(Look::found).map(f -> f.names().get(who)).orElse("");
    }

    private Optional<Look> look(CallId call) {
        Optional<UUID> customer = profiles.profile(call).map(CustomerProfile::id);
        if (customer.isEmpty()) return Optional.empty();
        Look before = looks.get(call);
        if (before == null || !before.customer().equals(customer.get())) fetch(call, customer.get());
        return Optional.ofNullable(looks.get(call));
    }

    private void fetch(CallId call, UUID customer) {
        looks.put(call, new Look(customer, Optional.empty(), false));
        work.ask(
                () -> find(customer),
                found -> found(call, new Look(customer, Optional.of(found), false)),
                failure -> found(call, new Look(customer, Optional.empty(), true)));
    }

    private Found find(UUID customer) {
        Impression impression = manner.impressions().impressionOf(customer);
        Map<UUID, String> who = impression.objections().stream()
                .map(o -> o.who())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), names));
        return new Found(impression, manner.hasComplaint().test(customer), who);
    }

    private void found(CallId call, Look look) {
        if (!looks.containsKey(call)) return;
        looks.put(call, look);
        changed();
    }

    /** The gravest that lies open between the caller and us. */
    public Matter matter(CallId call) {
        boolean earlier =
                look(call).flatMap(Look::found).filter(Found::hasComplaint).isPresent();
        if (earlier || complaints.progress(call).isPresent()) return Matter.COMPLAINT;
        return owe.balance(call).isEmpty() ? Matter.NOTHING : Matter.OWED;
    }

    /** Three lines. */
    public List<Advice> advice(CallId call) {
        return Advice.on(shown(call).map(Estimate.Shown::type), matter(call));
    }

    /** The member thinks the caller is of the other type. @return what became of it, at once */
    public Optional<Heard> object(CallId call, String reason) {
        Optional<UUID> customer = profiles.profile(call).map(CustomerProfile::id);
        Optional<CustomerType> other = shown(call).map(s -> s.type().other());
        if (customer.isEmpty() || other.isEmpty()) return Optional.empty();
        Heard heard = manner.impressions().object(customer.get(), other.get(), reason, member);
        if (heard == Heard.KEPT) objected.put(call, other.get());
        changed();
        return Optional.of(heard);
    }

    /** What the member said the caller is, in this call. */
    public Optional<CustomerType> objected(CallId call) {
        return Optional.ofNullable(objected.get(call));
    }

    public boolean mayObject(CallId call) {
        return Permission.MARK_BEHAVIOUR.isGivenTo(member)
                && shown(call).isPresent()
                && objected(call).isEmpty();
    }

    /** When a customer agrees to be estimated in the call, or takes that back, it counts at once. */
    public void heed(PortraitModel portrait, Timekeeper time) {
        portrait.listen(() -> portrait.shown().ifPresent(profile -> {
            boolean agrees = profile.consents().stream()
                    .anyMatch(c -> c.purpose() == ConsentPurpose.PERSONALISATION && c.holdsAt(time.now()));
            agrees(profile.profile().id(), agrees);
        }));
    }

    private void agrees(UUID customer, boolean agrees) {
        for (var entry : Map.copyOf(looks).entrySet()) {
            Look look = entry.getValue();
            boolean isOther = look.found()
                    .filter(f -> f.impression().mayBeMarked() != agrees)
                    .isPresent();
            if (look.customer().equals(customer) && isOther) fetch(entry.getKey(), customer);
        }
    }

    /** The call and its write-up are over. */
    public void leave(CallId call) {
        looks.remove(call);
        objected.remove(call);
    }
}
