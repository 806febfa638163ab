package amends.desktop.speak;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.customer.CustomerProfile;
import amends.desktop.DesktopPorts;
import amends.desktop.PresentationModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.OweModel;
import amends.personality.Behaviour;
import amends.personality.Encounter;
import amends.personality.Impression;
import amends.personality.Matter;
import amends.personality.Sheet;
import amends.recovery.Severity;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the agent saw of the caller, in a call in which something had failed: behaviours, never traits. Keeps itself
 * with every tick. Once one is ticked, or that there was none of them, the others count as looked for and not seen;
 * what came of an offer counts only where one was answered.
 */
public final class TickModel extends PresentationModel {
    /** In the order in which they are offered. */
    static final List<Behaviour> OFFERED = Arrays.stream(Behaviour.values())
            .filter(b -> b.seer() == Behaviour.Seer.AGENT)
            .toList();

    private final DesktopPorts.Manner manner;
    private final StaffMember member;
    private final ContactKeeping keeping;
    private final ProfileModel profiles;
    private final SpeakModel speak;
    private final OweModel owe;
    private final Map<CallId, Ticks> ticks = new HashMap<>();
    private final Map<CallId, Severity> worst = new HashMap<>();

    private static final class Ticks {
        private final Set<Behaviour> seen = EnumSet.noneOf(Behaviour.class);
        private boolean none;
    }

    public TickModel(
            DesktopPorts.Manner manner,
            StaffMember member,
            ContactKeeping keeping,
            ProfileModel profiles,
            SpeakModel speak,
            OweModel owe) {
        this.manner = manner;
        this.member = member;
        this.keeping = keeping;
        this.profiles = profiles;
        this.speak = speak;
        this.owe = owe;
        owe.listen(this::changed);
        speak.listen(this::changed);
    }

    /** Whether there is something to tick: the caller agreed to it, and something had failed. */
    public boolean isOffered(CallId call) {
        boolean agreed = speak.of(call).filter(Impression::mayBeMarked).isPresent();
        return agreed
                && Permission.MARK_BEHAVIOUR.isGivenTo(member)
                && worst(call).isPresent();
    }

    /** The gravest of what had failed: what is settled in the call had failed all the same. */
    private Optional<Severity> worst(CallId call) {
        owe.balance(call).worst().ifPresent(f -> worst.merge(call, f.severity(), TickModel::graver));
        return Optional.ofNullable(worst.get(call)).or(() -> complained(call));
    }

    /** Who complains had something go wrong, whatever we saw of it. */
    private Optional<Severity> complained(CallId call) {
        return speak.matter(call) == Matter.COMPLAINT ? Optional.of(Severity.MODERATE) : Optional.empty();
    }

    private static Severity graver(Severity a, Severity b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    public boolean isSeen(CallId call, Behaviour behaviour) {
        return ticks.containsKey(call) && ticks.get(call).seen.contains(behaviour);
    }

    public boolean isNone(CallId call) {
        return ticks.containsKey(call) && ticks.get(call).none;
    }

    public int count(CallId call) {
        return ticks.containsKey(call) ? ticks.get(call).seen.size() : 0;
    }

    public void toggle(CallId call, Behaviour behaviour) {
        if (!isOffered(call)) return;
        Ticks of = ticks.computeIfAbsent(call, c -> new Ticks());
        of.none = false;
        if (!of.seen.remove(behaviour)) {
            of.seen.add(behaviour);
            opposite(behaviour).ifPresent(of.seen::remove);
        }
        keep(call, of);
    }

    /** None of them was seen, though they were looked for; or that is taken back. */
    public void toggleNone(CallId call) {
        if (!isOffered(call)) return;
        Ticks of = ticks.computeIfAbsent(call, c -> new Ticks());
        of.none = !of.none;
        if (of.none) of.seen.clear();
        keep(call, of);
    }

    private static Optional<Behaviour> opposite(Behaviour behaviour) {
        return switch (behaviour) {
            case ACCEPTS_FIRST_OFFER -> Optional.of(Behaviour.REJECTS_FIRST_OFFER);
            case REJECTS_FIRST_OFFER -> Optional.of(Behaviour.ACCEPTS_FIRST_OFFER);
            default -> Optional.empty();
        };
    }

    private void keep(CallId call, Ticks of) {
        Optional<Contact> contact = keeping.of(call);
        Optional<UUID> customer = profiles.profile(call).map(CustomerProfile::id);
        if (contact.isPresent() && customer.isPresent())
            manner.impressions()
                    .mark(
                            new Sheet(
                                    contact.get().id(),
                                    customer.get(),
                                    member.id(),
                                    contact.get().began(),
                                    severity(worst(call).orElse(Severity.MINOR)),
                                    marks(of)),
                            member);
        changed();
    }

    private static Map<Behaviour, Boolean> marks(Ticks of) {
        var marks = new EnumMap<Behaviour, Boolean>(Behaviour.class);
        if (of.seen.isEmpty() && !of.none) return marks;
        for (Behaviour b : OFFERED) if (of.seen.contains(b) || opposite(b).isEmpty()) marks.put(b, of.seen.contains(b));
        return marks;
    }

    private static int severity(Severity worst) {
        return switch (worst) {
            case MINOR -> Encounter.LEAST;
            case MODERATE -> Encounter.LEAST + 1;
            case SEVERE -> Encounter.GRAVEST;
        };
    }

    /** The call and its write-up are over. */
    public void leave(CallId call) {
        ticks.remove(call);
        worst.remove(call);
    }
}
