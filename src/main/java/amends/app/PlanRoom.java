package amends.app;

import amends.acd.AcdEvent;
import amends.contact.ContactKeeping.ContactEvent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.PopState;
import amends.kernel.DutyHandler;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.knowledge.Cue;
import amends.readiness.CallFacts;
import amends.readiness.Plan;
import amends.readiness.PlanNotices;
import amends.readiness.PlanSwitching;
import amends.readiness.PlanWatch;
import amends.readiness.jdbc.JdbcPlans;
import amends.staff.StaffMember;
import amends.survey.jdbc.JdbcSurveys;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contingency plans at one desk: read every few seconds, laid beside its calls. On its call loop. */
final class PlanRoom {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRoom.class);
    /** Every desk knows of a plan within it. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    final PlanWatch watch;
    private final Desk desk;
    private final StoreRoom store;
    private final String homeRegion;
    private final JdbcPlans plans;
    private final Set<CallId> hinted = new HashSet<>();

    PlanRoom(Desk desk, StoreRoom store, String homeRegion, Timekeeper time) {
        this.desk = desk;
        this.store = store;
        this.homeRegion = homeRegion;
        plans = new JdbcPlans(store.database());
        watch = new PlanWatch(plans, store.queue(), desk.member.id(), PhoneNumber.callingCodeOf(homeRegion), time);
        desk.session.onAcdEvent(event -> {
            if (event instanceof AcdEvent.QueueCallOffered offer)
                watch.knows(offer.call(), facts -> facts.from(offer.queue()));
        });
        desk.pop.onPop(this::popped);
        desk.contacts.onContact(event -> {
            if (event instanceof ContactEvent.ContactClosed closed)
                over(new CallId(closed.contact().call()));
        });
        watch.onState(this::hint);
    }

    /** Begins to ask which plans are on. On the call loop. */
    void open() {
        desk.background.execute(() -> {
            try {
                List<Plan> on = plans.on();
                desk.loop.execute(() -> watch.read(on));
            } catch (StoreUnavailable e) {
                LOG.debug("which plans are on is not known just now: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("which plans are on could not be read: {}", e.toString());
            }
        });
        desk.loop.after(EVERY, this::open);
    }

    private void popped(PopState state) {
        switch (state) {
            case PopState.Known known -> {
                watch.knows(known.call(), facts -> known(facts, known, homeRegion));
                lookUp(known.call(), known.profile());
            }
            case PopState.Unknown(var call, var caller, var number) ->
                watch.knows(call, facts -> facts.of(facts.customer(), number, facts.region()));
            case PopState.Looking looking -> {}
            case PopState.Colleague colleague -> {}
            case PopState.Unavailable away -> {}
        }
    }

    /** A customer may have many numbers: what a plan goes by, and writes to, is the one that calls. */
    static CallFacts known(CallFacts facts, PopState.Known known, String homeRegion) {
        CustomerProfile profile = known.profile();
        Optional<PhoneNumber> calling = known.caller().number(homeRegion).or(facts::number);
        return facts.of(Optional.of(profile.id()), calling, profile.region()).with(List.of(profile.note()));
    }

    /** Products and the like come when they come. */
    private void lookUp(CallId call, CustomerProfile profile) {
        desk.background.execute(() -> {
            try {
                var words = new ArrayList<String>();
                store.profile().portraits().of(profile.id()).products().forEach(words::add);
                store.contacts().ofCustomer(profile.id(), 1).stream()
                        .flatMap(c -> c.wrapUp().stream())
                        .forEach(w -> words.add(w.note()));
                desk.loop.execute(() -> watch.learns(call, words));
            } catch (RuntimeException e) {
                LOG.info("call {}: what the customer has of us could not be read: {}", call, e.toString());
            }
        });
    }

    private void over(CallId call) {
        hinted.remove(call);
        watch.over(call);
    }

    /** The prepared article stands among the answers. */
    private void hint(PlanWatch.State state) {
        state.matches().forEach((call, match) -> {
            if (!hinted.add(call)) return;
            String words = (match.plan().article().replace('-', ' ') + " "
                            + match.plan().title())
                    .strip();
            desk.suggestions.cues(call.value(), "plan", List.of(new Cue.Note(words)));
        });
    }

    /** What a member may do with plans. */
    static PlanSwitching switching(StoreRoom store, StaffMember member, Timekeeper time) {
        return new PlanSwitching(
                new PlanSwitching.Store(
                        new JdbcPlans(store.database()), store.duties(), store.audit(), store.database()),
                member,
                time);
    }

    /** Nobody who refused our messages is written to; what advertises goes to those who agreed to it only. */
    static DutyHandler notices(StoreRoom store, String homeRegion, Timekeeper time) {
        var refusals = new JdbcSurveys(store.database());
        var consents = store.profile().consents();
        return new PlanNotices(
                new JdbcPlans(store.database()),
                store.outbox(),
                (number, customer, advertises) -> !refusals.isRefused(number)
                        && (!advertises
                                || customer.filter(c -> consents.holds(c, ConsentPurpose.COMMERCIAL_SMS))
                                        .isPresent()),
                new PlanNotices.Place(ZoneId.systemDefault(), PhoneNumber.callingCodeOf(homeRegion)),
                time);
    }
}
