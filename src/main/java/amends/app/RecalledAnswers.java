package amends.app;

import amends.care.Candidate;
import amends.care.CareCall;
import amends.care.CareCalls;
import amends.care.CareDraw;
import amends.care.Debtors;
import amends.care.FairDraw.Lot;
import amends.care.jdbc.JdbcCareCalls;
import amends.care.jdbc.JdbcDebtors;
import amends.contact.Contact;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.Recall;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import amends.knowledge.Recalling;
import amends.knowledge.Recalls;
import amends.knowledge.jdbc.JdbcRecalls;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Evidence.Named;
import amends.recovery.Failure;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import amends.survey.jdbc.JdbcSurveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What follows from a recall, in the transaction of its duty: whoever was told the wrong version is owed; whoever shall
 * be called comes on the list of calls, whoever shall be written to is. For a week it also finds those whose desk told
 * late of what it used.
 */
final class RecalledAnswers implements DutyHandler {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATE_COMERS = Duration.ofDays(7);
    private static final Duration WORTH = Duration.ofDays(2);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    /** In one transaction. */
    private static final int BATCH = 200;

    private static final int MOST_OPEN_CALLS = 5_000;
    private final StoreRoom store;
    private final Recalls recalls;
    private final CareCalls calls;
    private final Debtors debtors;
    private final JdbcSurveys refusals;
    private final String homeRegion;
    private final Timekeeper time;

    RecalledAnswers(StoreRoom store, String homeRegion, Timekeeper time) {
        this.store = store;
        recalls = new JdbcRecalls(store.database());
        calls = new JdbcCareCalls(store.database());
        debtors = new JdbcDebtors(store.database());
        refusals = new JdbcSurveys(store.database());
        this.homeRegion = homeRegion;
        this.time = time;
    }

    @Override
    public String kind() {
        return Recalling.DUTY;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public boolean isForEver() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        Optional<Recall> recall = recalls.byId(duty.subject());
        if (recall.isEmpty()) return new Result.GivenUp("no such recall");
        if (round(recall.get())) return new Result.Again(SOON, "there are more");
        boolean watches = duty.id().equals(recall.get().id())
                && time.now().isBefore(recall.get().at().plus(LATE_COMERS));
        return watches ? new Result.Again(EVERY, "looks for what comes late") : new Result.Done();
    }

    /** @return whether there is more to do */
    private boolean round(Recall recall) {
        List<Told> found = recalls.told(recall.id(), Way.FOUND, BATCH);
        found.forEach(told -> owe(recall, told));
        List<Told> toCall = recalls.told(recall.id(), Way.CALLBACK_WISHED, BATCH);
        if (!toCall.isEmpty()) call(recall, toCall);
        List<Told> toWrite = recalls.told(recall.id(), Way.SMS_WISHED, BATCH);
        toWrite.forEach(told -> write(recall, told));
        return Math.max(found.size(), Math.max(toCall.size(), toWrite.size())) == BATCH;
    }

    private void owe(Recall recall, Told told) {
        Optional<UUID> failure = owed(recall, told);
        put(recall, told, failure.isPresent() ? Way.OWED : Way.UNREACHABLE, failure);
    }

    /** Keeps what is owed for it, once, whoever saw it first; empty when nobody knows who was told. */
    private Optional<UUID> owed(Recall recall, Told told) {
        Optional<Contact> contact = store.contacts().byId(told.contact());
        Optional<PhoneNumber> number = number(contact);
        Optional<UUID> customer = contact.flatMap(Contact::customer);
        if (customer.isEmpty() && number.isEmpty()) return Optional.empty();
        var article =
                new Named(recall.article().slug(), recall.article().language().tag());
        var evidence = new AnswerCorrected(told.contact(), article, recall.version(), corrected(recall), recall.at());
        Failure failure = Failure.of(evidence, told.at(), customer, number);
        if (store.failures().byId(failure.id()).isEmpty()) store.failures().add(failure);
        return Optional.of(failure.id());
    }

    /** The first later version that is not wrong too; where none was published yet, the one that will be. */
    private int corrected(Recall recall) {
        List<Integer> wrong = recalls.wrongVersions(recall.article());
        int last = store.knowledge()
                .articles()
                .byId(recall.article())
                .map(Article::version)
                .orElse(recall.version());
        int right = recall.version() + 1;
        while (right <= last && wrong.contains(right)) right++;
        return right;
    }

    private Optional<PhoneNumber> number(Optional<Contact> contact) {
        return contact.flatMap(c -> PhoneNumber.parse(c.number(), homeRegion));
    }

    private void put(Recall recall, Told told, Way way, Optional<UUID> failure) {
        recalls.put(recall.id(), told.contact(), way, failure, Optional.empty(), time.now());
    }

    /** All of them are called, so nobody's chance is less than another's. */
    private void call(Recall recall, List<Told> wished) {
        UUID draw = Ids.next();
        Map<UUID, Told> whose = wished.stream()
                .filter(told -> customer(told).isPresent())
                .collect(Collectors.toMap(told -> customer(told).orElseThrow(), t -> t, (a, b) -> a));
        Map<UUID, Debtors.Reach> reached = debtors.reached(List.copyOf(whose.keySet()));
        var waiting =
                calls.open(MOST_OPEN_CALLS).stream().map(CareCall::customer).collect(Collectors.toSet());
        var lots = new ArrayList<Lot>();
        var called = new ArrayList<CareCall>();
        reached.forEach((customer, reach) -> {
            if (waiting.contains(customer)) return;
            double owed = Math.max(.01, store.rules().weight(store.failures().openOf(customer), time.now()));
            var lot = new Lot(new Candidate(customer, owed, Candidate.Pool.OTHERS), 1, true);
            lots.add(lot);
            called.add(careCall(recall, draw, lot, reach));
        });
        int n = lots.size();
        if (n > 0) calls.keep(new CareDraw(draw, time.now(), 0, n, 0, n, 0, n), lots, called);
        wished.forEach(told -> {
            boolean can = customer(told).filter(reached::containsKey).isPresent();
            put(recall, told, can ? Way.ON_CALL_LIST : Way.UNREACHABLE, owed(recall, told));
        });
    }

    private Optional<UUID> customer(Told told) {
        return store.contacts().byId(told.contact()).flatMap(Contact::customer);
    }

    private CareCall careCall(Recall recall, UUID draw, Lot lot, Debtors.Reach reach) {
        Candidate who = lot.candidate();
        return new CareCall(
                Ids.named("care call:" + draw + ":" + who.customer()),
                draw,
                who.customer(),
                reach.name(),
                reach.number(),
                who.weight(),
                1,
                who.pool(),
                CareCall.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                0,
                time.now(),
                Optional.empty(),
                recall.reason());
    }

    /** One message a number, however often they were told; never at night, never to those who refused. */
    private void write(Recall recall, Told told) {
        Optional<PhoneNumber> number = number(store.contacts().byId(told.contact()))
                .filter(PhoneNumber::takesShortMessages)
                .filter(n -> !refusals.isRefused(n));
        number.ifPresent(to -> {
            Instant from = notAtNight(time.now());
            UUID id = Ids.named("recall sms:" + recall.id() + ":" + to.e164());
            store.outbox().put(new OutgoingSms(id, to, recall.notice(), Purpose.RECOVERY, from, from.plus(WORTH)));
        });
        put(recall, told, number.isPresent() ? Way.SMS_PUT_OUT : Way.UNREACHABLE, owed(recall, told));
    }

    private static Instant notAtNight(Instant now) {
        ZonedDateTime there = now.atZone(ZoneId.systemDefault());
        if (there.toLocalTime().isBefore(MORNING)) return there.with(MORNING).toInstant();
        if (there.toLocalTime().isBefore(EVENING)) return now;
        return there.plusDays(1).with(MORNING).toInstant();
    }
}
