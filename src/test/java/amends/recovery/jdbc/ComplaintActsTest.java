package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.WorkingCalendar;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.Assessment;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackRules;
import amends.recovery.Complaint;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintActs;
import amends.recovery.ComplaintClock;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintEvent.Act;
import amends.recovery.ComplaintNews;
import amends.recovery.ComplaintOutcome;
import amends.recovery.ComplaintOutcome.Reason;
import amends.recovery.ComplaintRules;
import amends.recovery.ComplaintSchemeReader;
import amends.recovery.ComplaintStore;
import amends.recovery.ComplaintWatch;
import amends.recovery.CustomerHours;
import amends.recovery.Dispatch;
import amends.recovery.DispatchActs;
import amends.recovery.Evidence;
import amends.recovery.Expectation;
import amends.recovery.HandlingRating;
import amends.recovery.LostNews;
import amends.recovery.Matter;
import amends.recovery.NewsWording;
import amends.recovery.RatingAnswers;
import amends.recovery.Severity;
import amends.recovery.StoringComplaintIntake;
import amends.sms.IncomingSms;
import amends.sms.Purpose;
import amends.sms.SmsCourse;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A complaint from its receipt to the question whether it held, with everything that follows by itself. */
@OnEachEngine
@Order(1) // It is long, and begins with the first.
class ComplaintActsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final StaffMember LI = member(1, "1001", Role.AGENT);
    private static final StaffMember WANG = member(2, "1002", Role.AGENT);
    private static final StaffMember ZHAO = member(3, "1003", Role.AGENT, Role.LEAD);
    private static final StaffMember CHEN = member(5, "1005", Role.EXPERT);
    private static final StaffMember ZHOU = member(4, "1004", Role.INSPECTOR);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private RecoveryRows rows;
    private ComplaintStore parts;
    private StoringComplaintIntake intake;
    private ComplaintActs acts;
    private DispatchActs dispatching;
    private Map<String, DutyHandler> handlers;

    private static StaffMember member(int id, String login, Role... roles) {
        return new StaffMember(new UUID(1, id), login, login, login, Set.of(roles));
    }

    @BeforeEach
    void open() {
        database = engine.open(folder);
        rows = new RecoveryRows(database);
        var staff = new JdbcStaff(database);
        for (StaffMember each : List.of(LI, WANG, ZHAO, CHEN, ZHOU)) staff.save(each);
        var duties = new JdbcDuties(database);
        var news = new ComplaintNews(
                new JdbcSmsBook(database, duties, rows.time),
                Complaint::callBack,
                NewsWording.ZH_CN,
                "云杉银行",
                WorkingCalendar.everyDay(SHANGHAI, LocalTime.of(9, 0), LocalTime.of(20, 0)));
        parts = new ComplaintStore(
                rows.store,
                new JdbcDispatches(database),
                staff,
                ComplaintSchemeReader.standard(),
                ComplaintRules.usual(SHANGHAI),
                news,
                rows.time);
        intake = new StoringComplaintIntake(
                rows.store, CallbackRules.usual(SHANGHAI), parts.rules(), news, CustomerHours.UNKNOWN);
        acts = new ComplaintActs(parts);
        dispatching = new DispatchActs(parts);
        handlers = new ComplaintWatch(parts)
                .handlers().stream().collect(Collectors.toMap(DutyHandler::kind, Function.identity()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Complaint received(Complaint.Source source) {
        return intake.received(draft(Ids.next(), source)).complaint();
    }

    private ComplaintDraft draft(UUID id, Complaint.Source source) {
        return new ComplaintDraft(
                id,
                source,
                Optional.empty(),
                "王建国",
                Optional.empty(),
                Optional.of(RecoveryRows.MOBILE),
                "重复扣款",
                "扣了两笔",
                Severity.MODERATE,
                LI.id(),
                rows.time.now(),
                Optional.empty());
    }

    private Complaint now(Complaint complaint) {
        return parts.store().complaints().byId(complaint.id()).orElseThrow();
    }

    private List<Act> history(Complaint complaint) {
        return parts.store().complaints().history(complaint.id()).stream()
                .map(e -> e.act())
                .toList();
    }

    private List<String> sent() {
        return database.handle(h -> h.select("select content from sms order by not_before, id")
                .mapTo(String.class)
                .list());
    }

    /** Carries out what is due, in order, each once, as the runner of duties does. */
    private void until(Instant then) {
        while (true) {
            Optional<Duty> next = due(then);
            if (next.isEmpty()) break;
            if (next.get().due().isAfter(rows.time.now()))
                rows.time.setWall(next.get().due());
            database.run(() -> {
                handlers.get(next.get().kind()).carryOut(next.get());
                database.handle(h -> h.execute(
                        "update duty set state = 'DONE' where id = ?",
                        next.get().id()));
            });
        }
        rows.time.setWall(then);
    }

    private Optional<Duty> due(Instant then) {
        return database.handle(h -> h.createQuery(
                        "select id, kind, subject, due from duty where state = 'OPEN' and due <= :then"
                                + " and kind in (<kinds>) order by due, id")
                .bind("then", then)
                .bindList("kinds", List.copyOf(handlers.keySet()))
                .map((r, c) -> new Duty(
                        r.getObject("id", UUID.class),
                        r.getString("kind"),
                        r.getObject("subject", UUID.class),
                        r.getObject("due", java.time.OffsetDateTime.class).toInstant(),
                        1))
                .findFirst());
    }

    private static Assessment weighed(boolean hard) {
        return new Assessment(
                Severity.SEVERE,
                "money-twice",
                Optional.of("credit-card"),
                Optional.of("card-centre"),
                Expectation.NOW,
                hard);
    }

    private static Complaint done(ComplaintOutcome outcome) {
        assertThat(outcome).isInstanceOf(ComplaintOutcome.Done.class);
        return ((ComplaintOutcome.Done) outcome).complaint();
    }

    private static ComplaintOutcome refused(Reason reason) {
        return new ComplaintOutcome.Refused(reason);
    }

    @Test
    void the_whole_way_from_a_letter_to_the_question_whether_it_held() {
        Complaint letter = received(Complaint.Source.LETTER);
        assertThat(letter.state()).isEqualTo(State.RECEIVED);
        done(acts.acknowledge(LI, letter.id()));
        done(acts.readBack(LI, letter.id()));
        done(acts.assess(LI, letter.id(), weighed(false)));
        done(acts.investigate(LI, letter.id(), "查流水"));
        done(acts.respond(LI, letter.id(), "退回 268.00 元"));
        Complaint closed = done(acts.close(LI, letter.id(), "客户同意"));
        assertThat(now(letter)).isEqualTo(closed);
        until(rows.time.now().plus(Duration.ofDays(8)));
        assertThat(now(letter).file().asking()).isTrue();
        assertThat(parts.store().complaints().inHandOf(LI.id(), 9)).hasSize(1);
        done(acts.asked(LI, letter.id(), true, ""));
        assertThat(parts.store().complaints().inHandOf(LI.id(), 9)).isEmpty();
        assertThat(history(letter))
                .containsExactly(
                        Act.RECEIVED,
                        Act.ACKNOWLEDGED,
                        Act.READ_BACK,
                        Act.ASSESSED,
                        Act.INVESTIGATED,
                        Act.RESPONDED,
                        Act.CLOSED,
                        Act.ASKING,
                        Act.HELD);
        assertThat(sent()).hasSize(3).noneMatch(text -> text.contains("268") || text.contains("重复扣款"));
    }

    @Test
    void what_does_not_fit_or_is_not_theirs_is_refused_with_the_reason() {
        Complaint complaint = received(Complaint.Source.CALL);
        assertThat(acts.close(LI, complaint.id(), "")).isEqualTo(refused(Reason.NOT_NOW));
        assertThat(acts.respond(LI, complaint.id(), " ")).isEqualTo(refused(Reason.NO_WORDS));
        assertThat(acts.respond(WANG, complaint.id(), "x")).isEqualTo(refused(Reason.NOT_ALLOWED));
        assertThat(acts.respond(ZHOU, complaint.id(), "x")).isEqualTo(refused(Reason.NOT_ALLOWED));
        assertThat(acts.close(LI, Ids.next(), "")).isEqualTo(refused(Reason.NO_SUCH));
        var strange =
                new Assessment(Severity.MINOR, "no-such", Optional.empty(), Optional.empty(), Expectation.NOW, false);
        assertThat(acts.assess(LI, complaint.id(), strange)).isEqualTo(refused(Reason.UNKNOWN_CAUSE));
        assertThat(history(complaint)).containsExactly(Act.RECEIVED);
    }

    @Test
    void without_anybody_doing_anything_the_customer_is_told_every_two_working_days_until_it_is_late() {
        Complaint complaint = received(Complaint.Source.CALL);
        until(rows.time.now().plus(Duration.ofDays(11)));
        assertThat(history(complaint).stream().filter(a -> a == Act.TOLD).count())
                .isGreaterThanOrEqualTo(4);
        assertThat(sent().stream().filter(text -> text.contains("正在处理")).count())
                .isEqualTo(
                        history(complaint).stream().filter(a -> a == Act.TOLD).count());
        assertThat(rows.failures.openOf(RecoveryRows.MOBILE))
                .extracting(f -> f.evidence())
                .singleElement()
                .isInstanceOfSatisfying(
                        Evidence.ComplaintOverdue.class,
                        late -> assertThat(late.clock()).isEqualTo("RESPOND"));
        assertThat(now(complaint).overdue(rows.time.now())).isPresent();
    }

    private UUID standingSms() {
        return database.handle(h -> h.select("select id from sms where content like '%正在处理%' order by not_before desc")
                .mapTo(UUID.class)
                .first());
    }

    private static SmsCourse ended(UUID sms, SmsCourse.State state) {
        return new SmsCourse(sms, Purpose.RECOVERY, state, false, 1, Optional.empty(), "", Instant.EPOCH);
    }

    private void becomes(UUID sms, SmsCourse.State state) {
        database.run(() -> new LostNews(parts).accept(ended(sms, state)));
    }

    private Instant newsBy(Complaint complaint) {
        return now(complaint).clocks().running().stream()
                .filter(running -> running.clock() == ComplaintClock.NEWS)
                .findFirst()
                .orElseThrow()
                .by();
    }

    private Complaint toldByTheHouse() {
        Complaint complaint = received(Complaint.Source.CALL);
        Instant by = newsBy(complaint);
        until(by.minus(Duration.ofHours(7)));
        assertThat(history(complaint)).containsExactly(Act.RECEIVED, Act.TOLD);
        assertThat(newsBy(complaint)).isAfter(by);
        return complaint;
    }

    @ParameterizedTest
    @EnumSource(
            value = SmsCourse.State.class,
            names = {"UNDELIVERABLE", "REFUSED", "EXPIRED"})
    void news_that_never_arrived_is_due_again_and_late_where_nobody_tells_it(SmsCourse.State end) {
        Complaint complaint = toldByTheHouse();
        int messages = sent().size();
        for (int i = 0; i < 2; i++) becomes(standingSms(), end);
        assertThat(history(complaint)).containsExactly(Act.RECEIVED, Act.TOLD, Act.NOT_TOLD);
        assertThat(newsBy(complaint)).isAfter(rows.time.now());
        until(newsBy(complaint).plusSeconds(2));
        assertThat(history(complaint)).contains(Act.OVERDUE);
        assertThat(sent())
                .as("the house does not write where it does not arrive")
                .hasSize(messages);
        assertThat(rows.failures.openOf(RecoveryRows.MOBILE))
                .anyMatch(f -> f.evidence() instanceof Evidence.ComplaintOverdue late
                        && late.clock().equals("NEWS"));
    }

    @Test
    void a_message_lost_after_its_day_leaves_the_customer_waiting_too_long_from_then_on() {
        Complaint complaint = toldByTheHouse();
        UUID sms = standingSms();
        until(rows.time.now().plus(Duration.ofHours(14)));
        becomes(sms, SmsCourse.State.EXPIRED);
        assertThat(newsBy(complaint)).isEqualTo(rows.time.now());
        until(rows.time.now().plusSeconds(2));
        assertThat(history(complaint)).endsWith(Act.NOT_TOLD, Act.OVERDUE);
    }

    @Test
    void what_arrives_or_was_told_otherwise_since_changes_nothing() {
        Complaint complaint = toldByTheHouse();
        UUID sms = standingSms();
        for (SmsCourse.State state : List.of(SmsCourse.State.ACCEPTED, SmsCourse.State.DELIVERED)) becomes(sms, state);
        becomes(Ids.next(), SmsCourse.State.EXPIRED);
        rows.time.pass(Duration.ofMinutes(5));
        done(acts.tell(LI, complaint.id(), "电话告知"));
        Instant by = newsBy(complaint);
        becomes(sms, SmsCourse.State.REFUSED);
        assertThat(newsBy(complaint)).isEqualTo(by);
        assertThat(history(complaint)).doesNotContain(Act.NOT_TOLD);
    }

    @Test
    void the_same_duty_carried_out_twice_says_it_once() {
        Complaint complaint = received(Complaint.Source.CALL);
        Duty news = due(rows.time.now().plus(Duration.ofDays(3)))
                .filter(d -> d.kind().equals("complaint-news") || d.kind().equals("complaint-clock"))
                .orElseThrow();
        rows.time.setWall(news.due());
        for (int i = 0; i < 3; i++) database.run(() -> handlers.get(news.kind()).carryOut(news));
        assertThat(sent().stream().filter(text -> text.contains("正在处理"))).hasSizeLessThanOrEqualTo(1);
        assertThat(history(complaint)).doesNotHaveDuplicates();
    }

    @Test
    void a_dispatch_has_its_own_clock_and_its_answer_is_news() {
        Complaint complaint = received(Complaint.Source.CALL);
        done(acts.assess(LI, complaint.id(), weighed(true)));
        var sheet = (ComplaintOutcome.Done) dispatching.prepare(LI, complaint.id(), "card-centre", "请核对流水");
        UUID dispatch = sheet.dispatch().orElseThrow().id();
        assertThat(done(dispatching.send(LI, dispatch)).state()).isEqualTo(State.UNDER_INVESTIGATION);
        Instant due = parts.dispatches().byId(dispatch).orElseThrow().due();
        until(due.plusSeconds(2));
        assertThat(parts.dispatches().byId(dispatch).orElseThrow().late()).isTrue();
        assertThat(dispatching.accept(LI, dispatch)).isEqualTo(refused(Reason.NOT_NOW));
        done(dispatching.answered(LI, dispatch, "多扣一笔，今日退回"));
        assertThat(sent()).anyMatch(text -> text.contains("经办部门已有回复"));
        done(dispatching.sendBack(LI, dispatch, "请附流水"));
        assertThat(parts.dispatches().byId(dispatch).orElseThrow().rounds()).isEqualTo(2);
        done(dispatching.answered(LI, dispatch, "已附"));
        done(dispatching.accept(LI, dispatch));
        assertThat(parts.dispatches().open(9)).isEmpty();
        assertThat(parts.dispatches().byId(dispatch).orElseThrow().state()).isEqualTo(Dispatch.Stage.ACCEPTED);
    }

    @Test
    void it_goes_to_a_colleague_once_and_then_to_a_lead_or_an_expert_with_its_callback() {
        Complaint complaint = received(Complaint.Source.CALL);
        assertThat(acts.handOver(LI, complaint.id(), ZHOU.id(), "w")).isEqualTo(refused(Reason.NOT_FOR_THEM));
        Complaint given = done(acts.handOver(LI, complaint.id(), WANG.id(), "下周休假"));
        assertThat(given.owner()).isEqualTo(WANG.id());
        assertThat(given.file().unseen()).isTrue();
        assertThat(rows.callbacks.openOf(WANG.id(), 9)).singleElement().satisfies(task -> {
            assertThat(task.callback().file().handedWith()).isEqualTo("下周休假");
            assertThat(task.callback().file().unseen()).isTrue();
        });
        assertThat(acts.handOver(LI, complaint.id(), LI.id(), "w")).isEqualTo(refused(Reason.NOT_ALLOWED));
        assertThat(acts.handOver(WANG, complaint.id(), LI.id(), "w")).isEqualTo(refused(Reason.ONLY_TO_LEAD));
        assertThat(done(acts.handOver(WANG, complaint.id(), ZHAO.id(), "w")).owner())
                .isEqualTo(ZHAO.id());
        acts.see(ZHAO, complaint.id());
        assertThat(now(complaint).file().unseen()).isFalse();
        assertThat(done(acts.escalate(ZHAO, complaint.id(), "监管来函")).owner()).isEqualTo(CHEN.id());
    }

    private Complaint answered() {
        Complaint complaint = received(Complaint.Source.CALL);
        return done(acts.respond(LI, complaint.id(), "退回"));
    }

    @Test
    void who_complains_again_soon_after_the_answer_reopens_the_old_one() {
        Complaint answered = answered();
        rows.time.pass(Duration.ofDays(3));
        var again = draft(Ids.next(), Complaint.Source.LOW_SCORE);
        assertThat(intake.received(again).complaint().number()).isEqualTo(answered.number());
        assertThat(now(answered).state()).isEqualTo(State.REOPENED);
        assertThat(intake.received(again).complaint().id()).isEqualTo(answered.id());
        assertThat(now(answered).file().timesReopened()).isEqualTo(1);
        assertThat(rows.callbacks.ofComplaint(answered.id()).stream()
                        .filter(c -> c.state().isOpen()))
                .hasSize(1);
    }

    @Test
    void another_matter_and_one_long_after_are_complaints_of_their_own() {
        Complaint answered = answered();
        rows.time.pass(Duration.ofDays(3));
        ComplaintDraft d = draft(Ids.next(), Complaint.Source.CALL);
        var other = new ComplaintDraft(
                d.id(),
                d.source(),
                d.customer(),
                d.customerName(),
                d.contact(),
                d.callBack(),
                "别的事",
                "",
                d.severity(),
                d.owner(),
                d.at(),
                d.callBackBy(),
                true,
                new Matter.New());
        Complaint taken = intake.received(other).complaint();
        assertThat(taken.number()).isNotEqualTo(answered.number());
        assertThat(taken.file().readBack()).contains(d.at());
        done(acts.respond(LI, taken.id(), "好"));
        rows.time.pass(Duration.ofDays(31));
        assertThat(received(Complaint.Source.CALL).number()).isNotIn(answered.number(), taken.number());
    }

    @Test
    void a_callback_that_settled_it_answers_it_and_a_low_score_on_it_reopens_it() {
        ComplaintDraft draft = draft(Ids.next(), Complaint.Source.CALL);
        var taken = intake.received(draft);
        UUID contact = Ids.next();
        rows.acts.begin(taken.callback().orElseThrow().id(), rows.time.now());
        rows.acts.end(new CallbackAttempt(
                Ids.next(),
                taken.callback().orElseThrow().id(),
                LI.id(),
                Optional.of(contact),
                rows.time.now(),
                rows.time.now(),
                CallbackOutcome.SETTLED));
        assertThat(now(taken.complaint()).state()).isEqualTo(State.RESPONDED);
        var low = new ComplaintDraft(
                Ids.next(),
                Complaint.Source.LOW_SCORE,
                Optional.empty(),
                Optional.of(contact),
                Optional.empty(),
                "1",
                "没解决",
                Severity.SEVERE,
                LI.id(),
                rows.time.now(),
                Optional.empty());
        assertThat(intake.received(low).complaint().id()).isEqualTo(draft.id());
        assertThat(now(taken.complaint()).state()).isEqualTo(State.REOPENED);
    }

    @Test
    void what_did_not_hold_after_a_week_begins_again() {
        Complaint complaint = answered();
        done(acts.close(LI, complaint.id(), ""));
        until(rows.time.now().plus(Duration.ofDays(8)));
        assertThat(done(acts.asked(LI, complaint.id(), false, "又扣了一次")).state()).isEqualTo(State.REOPENED);
        assertThat(now(complaint).file().held()).contains(false);
    }

    @Test
    void the_customer_rates_the_handling_by_message_once() {
        Complaint complaint = answered();
        done(acts.close(LI, complaint.id(), ""));
        var ratings = new RatingAnswers(parts);
        assertThat(ratings.test(message("谢谢"))).isFalse();
        assertThat(ratings.test(message("5 4 3"))).isTrue();
        assertThat(ratings.test(message("111"))).isFalse();
        assertThat(now(complaint).file().rating()).contains(new HandlingRating(5, 4, 3));
    }

    private IncomingSms message(String text) {
        return new IncomingSms(Ids.next(), RecoveryRows.MOBILE, "10690", text, rows.time.now());
    }

    @Test
    void the_weakest_units_and_causes_are_counted() {
        for (int i = 0; i < 3; i++) {
            ComplaintDraft d = draft(Ids.next(), Complaint.Source.LETTER);
            Complaint complaint = intake.received(d).complaint();
            done(acts.acknowledge(LI, complaint.id()));
            done(acts.assess(LI, complaint.id(), weighed(false)));
        }
        var weak = parts.store().complaints().weaknesses(rows.time.now().minusSeconds(60), rows.time.now());
        assertThat(weak).singleElement().satisfies(w -> {
            assertThat(w.unit()).isEqualTo("card-centre");
            assertThat(w.complaints()).isEqualTo(3);
        });
    }
}
