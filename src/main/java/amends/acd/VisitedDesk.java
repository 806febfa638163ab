package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.Staff;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Reception;
import amends.telephony.Transfer;
import amends.telephony.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets leads into this desk's live calls by their grants, one at a time: what {@link GuestCourse} decides. Call loop. */
public final class VisitedDesk implements Reception, GuestFeed {
    private static final Logger LOG = LoggerFactory.getLogger(VisitedDesk.class);
    /** How long a guest may be silent before the key is whole. */
    private static final Duration PROVING = Duration.ofSeconds(8);
    /** Keys last a quarter of a second and go with the call: the guest is to have heard the last one. */
    private static final Duration SAYING = Duration.ofMillis(600);
    /** Grants older than this are no longer of any effect. */
    private static final Duration LOOKED_BACK = Duration.ofHours(12);

    private final CallControl calls;
    private final Visits visits;
    private final VisitGrants grants;
    private final Staff staff;
    private final UUID agent;
    private final Loop loop;
    private final Executor background;
    private final Consumer<Runnable> writes;
    private final Timekeeper time;
    private final Subscribers<Optional<GuestSeen>> listeners = new Subscribers<>();
    private GuestPhase phase = GuestPhase.EMPTY;
    private String caller = "";
    private String lead = "";
    private Optional<GuestSeen> seen = Optional.empty();
    private Cancellable patience = () -> {};

    /** To be made on the call loop. The parameters are those of {@link LeadVisits}. */
    public VisitedDesk(
            CallControl calls,
            Visits visits,
            VisitGrants grants,
            Staff staff,
            UUID agent,
            Loop loop,
            Executor background,
            Consumer<Runnable> writes,
            Timekeeper time) {
        this.calls = calls;
        this.visits = visits;
        this.grants = grants;
        this.staff = staff;
        this.agent = agent;
        this.loop = loop;
        this.background = background;
        this.writes = writes;
        this.time = time;
        visits.receivedBy(this);
        visits.onVisit(this::heardGuest);
        calls.onCallEvent(this::heardHost);
    }

    @Override
    public Cancellable onGuest(Consumer<Optional<GuestSeen>> listener) {
        return listeners.add(listener);
    }

    @Override
    public void calledBy(Party party, CallId call, Waiting waiting) {
        if (!isExtension(party.user())) {
            waiting.answer(Answer.RING);
            return;
        }
        background.execute(() -> {
            List<VisitGrant> known = known();
            loop.execute(() -> receive(party.user(), call, known, waiting));
        });
    }

    /** Only those who sit in the house are looked up: a customer's call waits for nothing. */
    private static boolean isExtension(String user) {
        return user.matches("[A-Za-z0-9*#_.-]{1,8}");
    }

    private List<VisitGrant> known() {
        try {
            return grants.into(agent, time.now().minus(LOOKED_BACK));
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.info("grants cannot be looked up: {}", e.getMessage());
            return List.of();
        }
    }

    private void receive(String from, CallId call, List<VisitGrant> known, Waiting waiting) {
        if (!waiting.isOpen()) {
            // It rings as any call by now, and is not to be hung up as a guest who proves nothing.
            LOG.info("call {}: {} was looked up too late", call, from);
            return;
        }
        boolean occupied = !(phase instanceof GuestPhase.Empty);
        Answer verdict = VisitDoor.of(known, from, live(), occupied, time.now());
        if (verdict == Answer.REFUSE) LOG.warn("call {}: {} has no good grant to be in a call here", call, from);
        if (verdict == Answer.LET_IN) {
            caller = from;
            happened(new GuestEvent.LetIn(call));
            patience = loop.after(PROVING, () -> happened(new GuestEvent.Late()));
        }
        waiting.answer(verdict);
    }

    private Set<CallId> live() {
        return calls.calls().stream()
                .filter(c -> c.answered().isPresent())
                .map(Call::id)
                .collect(Collectors.toSet());
    }

    private void heardGuest(CallEvent event) {
        if (phase.who().filter(event.call().id()::equals).isEmpty()) return;
        switch (event) {
            case CallEvent.DigitPressed(var c, char key) -> happened(new GuestEvent.Pressed(key));
            case CallEvent.ConnectionCleared c -> happened(new GuestEvent.GuestGone());
            default -> {}
        }
    }

    private void heardHost(CallEvent event) {
        CallId call = event.call().id();
        boolean host = phase.right().filter(g -> g.call().equals(call.value())).isPresent();
        if (!host) return;
        switch (event) {
            case CallEvent.ConnectionCleared c -> happened(new GuestEvent.HostGone(call));
            case CallEvent.MarksChanged(var c) when failed(c) -> happened(new GuestEvent.NotHandedOver());
            default -> {}
        }
    }

    private static boolean failed(Call call) {
        return call.marks()
                .transfer()
                .filter(t -> t.stage() == Transfer.Stage.FAILED)
                .isPresent();
    }

    private void happened(GuestEvent event) {
        GuestPhase before = phase;
        var step = GuestCourse.next(before, event);
        step.ignored().ifPresent(reason -> LOG.info("a guest: {}", reason));
        phase = step.next();
        if (!(phase instanceof GuestPhase.Proving)) patience.cancel();
        step.effects().forEach(effect -> perform(effect, before, event));
        tell();
    }

    private void perform(GuestEffect effect, GuestPhase before, GuestEvent event) {
        switch (effect) {
            case JUDGE -> judge((GuestPhase.Judging) phase);
            case CLOSE -> before.right().ifPresent(g -> end(g, event.getClass().getSimpleName()));
            case PLACE -> place((GuestPhase.Inside) phase);
            case HAND_OVER -> handOverWhenSaid((GuestPhase.Inside) phase);
            case SAY_YES -> say(phase.who(), VisitKey.YES);
            case SAY_NO -> say(before.who(), VisitKey.NO);
            case HANG_UP -> before.who().ifPresent(calls::clear);
        }
    }

    private void say(Optional<CallId> guest, char key) {
        guest.ifPresent(g -> calls.sendDigits(g, String.valueOf(key)));
    }

    private void judge(GuestPhase.Judging now) {
        var key = new VisitKey(now.keys().substring(1));
        Set<CallId> live = live();
        String from = caller;
        background.execute(() -> {
            Optional<Admitted> admitted = admitted(key, from, live);
            loop.execute(() -> {
                if (phase.equals(now)) judged(admitted);
                else admitted.ifPresent(a -> end(a.grant(), "too late"));
            });
        });
    }

    private record Admitted(VisitGrant grant, StaffMember lead) {}

    /** Looked up, held against who the caller is and what they may do, and used up. */
    private Optional<Admitted> admitted(VisitKey key, String from, Set<CallId> live) {
        try {
            Instant now = time.now();
            return VisitDoor.opened(grants.into(agent, now.minus(VisitGrant.LIFE)), from, live, key, now)
                    .flatMap(grant -> staff.byId(grant.lead())
                            .filter(who -> Permission.SUPERVISE_CALL.isGivenTo(who))
                            .filter(who -> who.extension().equals(from))
                            .map(who -> new Admitted(grant, who)))
                    .filter(a -> grants.use(a.grant().id(), now));
        } catch (StoreUnavailable | StoreRefused e) {
            LOG.warn("a grant cannot be looked up: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void judged(Optional<Admitted> admitted) {
        admitted.ifPresentOrElse(
                a -> {
                    lead = a.lead().name();
                    LOG.info(
                            "call {}: {} may {}",
                            a.grant().call(),
                            caller,
                            a.grant().mode());
                },
                () -> LOG.warn("{} does not prove a grant", caller));
        happened(new GuestEvent.Judged(admitted.map(Admitted::grant)));
    }

    private void place(GuestPhase.Inside now) {
        VisitGrant grant = now.grant();
        Outcome placed =
                visits.place(now.guest(), new CallId(grant.call()), grant.mode().part());
        if (!(placed instanceof Outcome.Accepted))
            loop.execute(() -> happened(new GuestEvent.HostGone(new CallId(grant.call()))));
    }

    private void handOverWhenSaid(GuestPhase.Inside now) {
        loop.after(SAYING, () -> {
            if (phase.right().equals(Optional.of(now.grant()))) handOver(now);
        });
    }

    private void handOver(GuestPhase.Inside now) {
        Outcome handed = visits.handOver(new CallId(now.grant().call()), now.guest());
        if (!(handed instanceof Outcome.Accepted)) loop.execute(() -> happened(new GuestEvent.NotHandedOver()));
    }

    private void end(VisitGrant grant, String outcome) {
        Instant now = time.now();
        writes.accept(() -> grants.end(grant.id(), now, outcome));
    }

    private void tell() {
        Optional<GuestSeen> now = phase.right().map(g -> new GuestSeen(lead, g.call(), g.mode()));
        if (now.equals(seen)) return;
        seen = now;
        listeners.publish(now);
    }
}
