package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.AbandonedCallbacks;
import amends.recovery.Callback;
import amends.recovery.Callback.State;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.recovery.Complaint;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Failure;
import amends.recovery.Failures.Kept;
import amends.recovery.LateCallbacks;
import amends.recovery.Settlement;
import amends.recovery.Severity;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Callbacks as rows, what is done to them, and what happens by itself. */
@OnEachEngine
class JdbcCallbacksTest {
    private static final StaffMember LI_MIN =
            new StaffMember(RecoveryRows.AGENT, "limin", "李敏", "1001", Set.of(Role.AGENT));

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private RecoveryRows rows;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        rows = new RecoveryRows(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CallbackAttempt attempt(Callback callback, CallbackOutcome outcome) {
        return new CallbackAttempt(
                Ids.next(),
                callback.id(),
                RecoveryRows.AGENT,
                Optional.of(new UUID(8, 8)),
                rows.time.now(),
                rows.time.now().plusSeconds(30),
                outcome);
    }

    private Callback begun() {
        Callback callback = rows.promised();
        rows.acts.begin(callback.id(), rows.time.now());
        return callback;
    }

    private Duty dueDuty(Callback callback) {
        return new Duty(Ids.next(), "callback-falls-due", callback.id(), callback.due(), 1);
    }

    private DutyHandler.Result fallsDue(Callback callback) {
        rows.time.setWall(callback.due().plusSeconds(1));
        return database.call(() -> new LateCallbacks(rows.store, rows.time).carryOut(dueDuty(callback)));
    }

    @Test
    void mine_come_with_their_complaints_the_earliest_due_first() {
        Callback tomorrow = rows.promised();
        Callback soon = rows.intake
                .received(rows.draft(Ids.next(), Severity.SEVERE))
                .callback()
                .orElseThrow();
        assertThat(rows.callbacks.openOf(RecoveryRows.AGENT, 9))
                .containsExactly(
                        new CallbackTask(soon, rows.complaintOf(soon)),
                        new CallbackTask(tomorrow, rows.complaintOf(tomorrow)));
        assertThat(rows.callbacks.openOf(new UUID(4, 4), 9)).isEmpty();
    }

    @Test
    void a_change_of_what_stands_otherwise_by_now_is_refused() {
        Callback callback = rows.promised();
        rows.acts.begin(callback.id(), rows.time.now());
        Callback now = rows.now(callback);
        assertThat(rows.callbacks.change(callback, callback)).isFalse();
        assertThat(rows.callbacks.change(now, now)).isTrue();
    }

    @Test
    void a_settled_one_answers_the_complaint_and_settles_what_was_owed() {
        Failure waited = Failure.of(
                new GaveUp("1.1", "support", Duration.ofMinutes(14)),
                rows.time.now(),
                Optional.empty(),
                Optional.of(RecoveryRows.MOBILE));
        rows.failures.add(waited);
        Callback callback = begun();
        CallbackAttempt attempt = attempt(callback, CallbackOutcome.SETTLED);

        rows.acts.end(attempt);

        assertThat(rows.now(callback).state()).isEqualTo(State.REACHED);
        assertThat(rows.now(callback).outcome()).contains(CallbackOutcome.SETTLED);
        assertThat(rows.complaintOf(callback).state()).isEqualTo(Complaint.State.RESPONDED);
        assertThat(rows.failures.openOf(RecoveryRows.MOBILE)).isEmpty();
        assertThat(rows.failures.byId(waited.id()).flatMap(Kept::how).map(Settlement::by))
                .contains(RecoveryRows.AGENT);
        assertThat(rows.callbacks.attemptsOf(callback.id())).containsExactly(attempt);
        assertThat(rows.callbacks.attemptIn(new UUID(8, 8))).contains(attempt);
    }

    @Test
    void one_that_is_not_settled_is_looked_into_and_promised_again() {
        Callback callback = begun();
        rows.acts.end(attempt(callback, CallbackOutcome.NOT_SETTLED));

        assertThat(rows.complaintOf(callback).state()).isEqualTo(Complaint.State.UNDER_INVESTIGATION);
        List<CallbackTask> open = rows.callbacks.openOf(RecoveryRows.AGENT, 9);
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().callback().id()).isNotEqualTo(callback.id());
        assertThat(open.getFirst().callback().due()).isEqualTo(Instant.parse("2026-01-06T02:00:00Z"));
    }

    @Test
    void one_that_reached_nobody_is_due_again_after_a_pause() {
        Callback callback = begun();
        rows.acts.end(attempt(callback, CallbackOutcome.NOT_REACHED));

        assertThat(rows.now(callback).state()).isEqualTo(State.SCHEDULED);
        // An hour later is the same morning still: at noon somebody else may be there.
        assertThat(rows.now(callback).due()).isEqualTo(Instant.parse("2026-01-05T03:30:00Z"));
        assertThat(rows.now(callback).attempts()).isEqualTo(1);
        assertThat(rows.duties("callback-falls-due")).hasSize(2);
    }

    @Test
    void after_four_attempts_nobody_calls_any_more_and_the_lead_sees_it() {
        Callback callback = rows.promised();
        for (int i = 0; i < 4; i++) {
            rows.acts.begin(callback.id(), rows.time.now());
            rows.acts.end(attempt(callback, CallbackOutcome.NOT_REACHED));
        }
        assertThat(rows.now(callback).state()).isEqualTo(State.EXPIRED);
        assertThat(rows.callbacks.openOf(RecoveryRows.AGENT, 9)).isEmpty();
        assertThat(rows.callbacks.overdue(rows.time.now(), 9))
                .extracting(t -> t.callback().id())
                .containsExactly(callback.id());
    }

    @Test
    void the_same_attempt_told_twice_counts_once() {
        Callback callback = begun();
        CallbackAttempt attempt = attempt(callback, CallbackOutcome.NOT_REACHED);
        rows.acts.end(attempt);
        rows.acts.end(attempt);
        assertThat(rows.now(callback).attempts()).isEqualTo(1);
        assertThat(rows.callbacks.attemptsOf(callback.id())).hasSize(1);
    }

    @Test
    void a_desk_that_died_while_calling_finds_it_scheduled_again() {
        Callback callback = begun();
        assertThat(rows.now(callback).state()).isEqualTo(State.ATTEMPTING);

        rows.acts.takeBack(LI_MIN);

        assertThat(rows.now(callback).state()).isEqualTo(State.SCHEDULED);
        assertThat(rows.now(callback).due()).isEqualTo(callback.due());
    }

    @Test
    void a_desk_that_never_comes_back_loses_its_callback_to_the_watch_but_not_the_next_attempt() {
        Callback callback = begun();
        List<Duty> watch = dutiesAtTheirTime("callback-attempt-ends");
        var abandoned = new AbandonedCallbacks(rows.store);
        database.run(() -> abandoned.carryOut(watch.getFirst()));
        assertThat(rows.now(callback).state()).isEqualTo(State.SCHEDULED);

        rows.acts.begin(callback.id(), rows.time.now());
        database.run(() -> abandoned.carryOut(watch.getFirst()));
        assertThat(rows.now(callback).state()).isEqualTo(State.ATTEMPTING);
    }

    private List<Duty> dutiesAtTheirTime(String kind) {
        return database.handle(h -> h.select("select id, subject, due from duty where kind = ?", kind)
                .map((row, context) -> new Duty(
                        row.getObject("id", UUID.class),
                        kind,
                        row.getObject("subject", UUID.class),
                        row.getObject("due", java.time.OffsetDateTime.class).toInstant(),
                        1))
                .list());
    }

    @Test
    void what_ended_after_the_watch_gave_it_back_still_counts() {
        Callback callback = begun();
        rows.acts.takeBack(LI_MIN);
        rows.acts.end(attempt(callback, CallbackOutcome.SETTLED));
        assertThat(rows.now(callback).state()).isEqualTo(State.REACHED);
    }

    @Test
    void at_its_due_time_it_is_late_once_and_one_failure_more_is_owed() {
        Callback callback = rows.promised();
        assertThat(fallsDue(callback)).isInstanceOf(DutyHandler.Result.Done.class);
        assertThat(fallsDue(callback)).isInstanceOf(DutyHandler.Result.Done.class);

        assertThat(rows.now(callback).late()).isTrue();
        assertThat(rows.failures.openOf(RecoveryRows.MOBILE))
                .extracting(Failure::kind)
                .containsExactly(amends.recovery.Evidence.Kind.CALLBACK_LATE);
        assertThat(rows.callbacks.overdue(rows.time.now(), 9))
                .extracting(t -> t.callback().late())
                .containsExactly(true);
    }

    @Test
    void a_late_one_that_is_settled_owes_nothing_any_more() {
        Callback callback = rows.promised();
        fallsDue(callback);
        rows.acts.begin(callback.id(), rows.time.now());
        rows.acts.end(attempt(callback, CallbackOutcome.SETTLED));
        assertThat(rows.failures.openOf(RecoveryRows.MOBILE)).isEmpty();
    }

    @Test
    void one_that_moved_is_not_late_at_its_old_time() {
        Callback callback = rows.promised();
        rows.acts.move(callback.id(), callback.due().plus(Duration.ofHours(3)));
        assertThat(fallsDue(callback)).isInstanceOf(DutyHandler.Result.Done.class);
        assertThat(rows.now(callback).late()).isFalse();
        assertThat(rows.duties("callback-falls-due")).hasSize(2);
    }

    @Test
    void one_that_is_just_being_made_is_looked_at_again() {
        Callback callback = begun();
        assertThat(fallsDue(callback)).isInstanceOf(DutyHandler.Result.Again.class);
        assertThat(rows.now(callback).late()).isFalse();
    }

    @Test
    void one_that_is_done_is_not_late() {
        Callback callback = begun();
        rows.acts.end(attempt(callback, CallbackOutcome.SETTLED));
        assertThat(fallsDue(callback)).isInstanceOf(DutyHandler.Result.Done.class);
        assertThat(rows.failures.openOf(RecoveryRows.MOBILE)).isEmpty();
    }
}
