package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.Complaint;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintClocks;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintIntake.Taken;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Failure;
import amends.recovery.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcComplaintsTest {
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

    private Complaint taken() {
        return rows.intake.received(rows.draft(Ids.next(), Severity.MODERATE)).complaint();
    }

    @Test
    void a_complaint_comes_back_as_it_was_kept() {
        Complaint kept = taken();
        assertThat(rows.complaints.byId(kept.id())).contains(kept);
        assertThat(rows.complaints.byNumber(kept.number())).contains(kept);
        assertThat(kept.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(kept.clocks().acknowledged()).contains(rows.time.now());
    }

    @Test
    void numbers_are_short_and_unique_whoever_takes_complaints_in_at_once() {
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> taken().number(), desks))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n > 1000 && n < 9999);
        }
    }

    @Test
    void the_same_complaint_twice_is_kept_once_with_one_callback() {
        ComplaintDraft draft = rows.draft(Ids.next(), Severity.MINOR);
        Taken first = rows.intake.received(draft);
        Taken again = rows.intake.received(draft);
        assertThat(again).isEqualTo(first);
        assertThat(rows.callbacks.ofComplaint(draft.id())).hasSize(1);
        assertThat(rows.duties("callback-falls-due")).hasSize(1);
    }

    @Test
    void the_same_complaint_at_two_desks_at_once_is_kept_once() {
        ComplaintDraft draft = rows.draft(Ids.next(), Severity.MINOR);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> rows.intake.received(draft).complaint().number(), desks))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .distinct()
                    .toList();
            assertThat(numbers).hasSize(1);
        }
        assertThat(rows.duties("callback-falls-due")).hasSize(1);
    }

    @Test
    void a_transaction_that_fails_after_the_intake_keeps_nothing_of_it() {
        UUID id = Ids.next();
        assertThatThrownBy(() -> database.run(() -> {
                    rows.intake.received(rows.draft(id, Severity.MINOR));
                    throw new IllegalStateException("the survey's part fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows.complaints.byId(id)).isEmpty();
        assertThat(rows.callbacks.openOf(RecoveryRows.AGENT, 9)).isEmpty();
        assertThat(rows.duties("callback-falls-due")).isEmpty();
    }

    @Test
    void without_a_number_there_is_a_complaint_and_no_callback() {
        var draft = new ComplaintDraft(
                Ids.next(),
                Complaint.Source.LOW_SCORE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "1 of 5",
                "",
                Severity.MINOR,
                RecoveryRows.AGENT,
                rows.time.now(),
                Optional.empty());
        Taken taken = rows.intake.received(draft);
        assertThat(taken.callback()).isEmpty();
        assertThat(taken.complaint().state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void it_covers_what_was_owed_at_that_moment() {
        Failure waited = Failure.of(
                new GaveUp("1.1", "support", Duration.ofMinutes(14)),
                rows.time.now(),
                Optional.empty(),
                Optional.of(RecoveryRows.MOBILE));
        rows.failures.add(waited);
        assertThat(rows.complaints.failuresOf(taken().id())).containsExactly(waited.id());
    }

    @Test
    void a_change_of_what_stands_otherwise_by_now_is_refused() {
        Complaint kept = taken();
        var answered = new Complaint(
                kept.id(),
                kept.number(),
                kept.source(),
                kept.customer(),
                kept.customerName(),
                kept.contact(),
                kept.callBack(),
                kept.subject(),
                kept.what(),
                kept.severity(),
                kept.owner(),
                kept.opened(),
                State.RESPONDED,
                new ComplaintClocks(
                        kept.clocks().acknowledgeBy(),
                        kept.clocks().respondBy(),
                        kept.clocks().acknowledged(),
                        Optional.of(rows.time.now()),
                        Optional.empty()));
        assertThat(rows.complaints.change(answered, kept)).isFalse();
        assertThat(rows.complaints.change(kept, answered)).isTrue();
        assertThat(rows.complaints.change(kept, answered)).isFalse();
        assertThat(rows.complaints.byId(kept.id()).orElseThrow().state()).isEqualTo(State.RESPONDED);
        assertThat(rows.complaints.openOf(RecoveryRows.AGENT, 9)).isEmpty();
    }

    @Test
    void a_customers_complaints_come_newest_first() {
        CustomerProfile wang = new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(), "王建国", List.of(), CustomerProfile.Tier.GOLD, "", Optional.empty(), "", 0));
        taken();
        Complaint first = ofCustomer(wang.id());
        rows.time.pass(Duration.ofHours(1));
        Complaint second = ofCustomer(wang.id());
        assertThat(rows.complaints.ofCustomer(wang.id(), 9)).containsExactly(second, first);
    }

    private Complaint ofCustomer(UUID customer) {
        return rows.intake
                .received(new ComplaintDraft(
                        Ids.next(),
                        Complaint.Source.CALL,
                        Optional.of(customer),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        Severity.MINOR,
                        RecoveryRows.AGENT,
                        rows.time.now(),
                        Optional.empty()))
                .complaint();
    }
}
