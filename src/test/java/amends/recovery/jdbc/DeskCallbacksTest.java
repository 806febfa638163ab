package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.contact.ContactKeeping.ContactEvent.ContactClosed;
import amends.contact.WrapUp;
import amends.desktop.FakePhone;
import amends.kernel.Cancellable;
import amends.kernel.Ids;
import amends.kernel.StoreQueue;
import amends.kernel.Subscribers;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.Callback;
import amends.recovery.Callback.State;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.recovery.Complaint;
import amends.recovery.DeskCallbacks;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One member's callbacks at one desk: the phone is the test's, the rows are real. */
class DeskCallbacksTest {
    private static final CallId CALL = new CallId("out-" + RecoveryRows.MOBILE.e164());

    @TempDir
    Path folder;

    private final StoreQueue queue = new StoreQueue("test", 100);
    private final OpenContacts contacts = new OpenContacts();
    private Database database;
    private RecoveryRows rows;
    private FakePhone phone;
    private Callback promised;
    private DeskCallbacks desk;

    @BeforeEach
    void open() {
        database = TestEngine.H2.open(folder);
        rows = new RecoveryRows(database);
        phone = new FakePhone(rows.time);
        promised = rows.promised();
        desk = desk(Role.AGENT);
        desk.open();
        stored();
    }

    @AfterEach
    void close() {
        queue.close();
        database.close();
    }

    private DeskCallbacks desk(Role role) {
        return new DeskCallbacks(
                new StaffMember(RecoveryRows.AGENT, "limin", "李敏", "1001", Set.of(role)),
                phone,
                contacts,
                rows.callbacks,
                rows.acts,
                new DeskCallbacks.Threads(rows.time, Runnable::run, queue),
                "CN");
    }

    private void stored() {
        assertThat(queue.flush(Duration.ofSeconds(20))).isTrue();
    }

    private void calls() {
        assertThat(desk.begin(promised.id())).isEqualTo(Outcome.ACCEPTED);
        contacts.opens(CALL);
        stored();
    }

    private void talksAndEnds() {
        calls();
        phone.farEndAnswers(CALL);
        phone.farEndClears(CALL, ClearCause.REMOTE_HANGUP);
    }

    @Test
    void mine_are_on_the_board() {
        assertThat(desk.board().mine()).extracting(CallbackTask::callback).containsExactly(promised);
        assertThat(desk.board().away()).isFalse();
    }

    @Test
    void one_act_dials_the_customer_and_puts_the_callback_in_hand() {
        calls();
        assertThat(phone.asked).containsExactly("dial " + RecoveryRows.MOBILE.e164());
        assertThat(desk.board().of(CALL).orElseThrow().task().callback().id()).isEqualTo(promised.id());
        assertThat(rows.now(promised).state()).isEqualTo(State.ATTEMPTING);
    }

    @Test
    void there_is_no_second_call_beside_the_first() {
        phone.rings("c1", "100", "");
        assertThat(desk.begin(promised.id())).isInstanceOf(Outcome.Rejected.class);
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void a_phone_that_cannot_dial_leaves_it_as_it_was() {
        phone.next = new Outcome.Unreachable("no line");
        assertThat(desk.begin(promised.id())).isInstanceOf(Outcome.Unreachable.class);
        phone.next = Outcome.ACCEPTED;
        phone.dial(RecoveryRows.MOBILE.e164());
        assertThat(desk.board().inHand()).isEmpty();
    }

    @Test
    void a_customer_who_does_not_answer_is_called_again_later() {
        calls();
        phone.farEndClears(CALL, ClearCause.NO_ANSWER);
        stored();
        assertThat(rows.now(promised).state()).isEqualTo(State.SCHEDULED);
        assertThat(rows.callbacks.attemptsOf(promised.id()))
                .extracting(CallbackAttempt::outcome)
                .containsExactly(CallbackOutcome.NOT_REACHED);
        assertThat(desk.board().inHand()).isEmpty();
        assertThat(desk.board().mine()).extracting(t -> t.callback().attempts()).containsExactly(1);
    }

    @Test
    void a_customer_who_is_content_has_their_answer_once_the_contact_is_closed() {
        talksAndEnds();
        desk.outcome(promised.id(), CallbackOutcome.NOT_SETTLED);
        desk.outcome(promised.id(), CallbackOutcome.SETTLED);
        assertThat(rows.now(promised).state()).isEqualTo(State.ATTEMPTING);
        contacts.closes(CALL);
        stored();
        assertThat(rows.complaintOf(promised).state()).isEqualTo(Complaint.State.RESPONDED);
        assertThat(rows.callbacks.attemptIn(contacts.of(CALL).orElseThrow().id()))
                .isPresent();
        assertThat(desk.board().mine()).isEmpty();
    }

    @Test
    void a_talk_of_which_nobody_said_that_it_settled_anything_did_not() {
        talksAndEnds();
        contacts.closes(CALL);
        stored();
        assertThat(rows.now(promised).outcome()).contains(CallbackOutcome.NOT_SETTLED);
        assertThat(desk.board().mine()).extracting(t -> t.callback().state()).containsExactly(State.SCHEDULED);
    }

    @Test
    void an_agent_who_leaves_in_the_write_up_leaves_nothing_in_hand() {
        talksAndEnds();
        desk.leave();
        stored();
        assertThat(rows.now(promised).state()).isEqualTo(State.REACHED);
    }

    @Test
    void the_next_run_of_a_desk_that_died_finds_it_due_again() {
        calls();
        var restarted = desk(Role.AGENT);
        phone.farEndClears(CALL, ClearCause.UNREACHABLE);
        stored();
        rows.acts.begin(promised.id(), rows.time.now());
        restarted.open();
        stored();
        assertThat(rows.now(promised).state()).isEqualTo(State.SCHEDULED);
        assertThat(restarted.board().mine())
                .extracting(t -> t.callback().state())
                .containsExactly(State.SCHEDULED);
    }

    @Test
    void others_changes_come_by_themselves() {
        rows.promised();
        rows.time.pass(Duration.ofSeconds(20));
        assertThat(desk.board().mine()).hasSize(2);
    }

    @Test
    void a_seat_without_the_right_makes_none() {
        var inspector = desk(Role.INSPECTOR);
        inspector.open();
        assertThat(inspector.board().mine()).isEmpty();
        assertThat(inspector.begin(promised.id())).isInstanceOf(Outcome.Rejected.class);
    }

    /** Contacts that open and close as the test says. */
    private final class OpenContacts implements ContactKeeping {
        private final Subscribers<ContactEvent> events = new Subscribers<>();
        private final Map<CallId, Contact> open = new HashMap<>();

        void opens(CallId call) {
            open.put(
                    call,
                    new Contact(
                            Ids.next(),
                            call.value(),
                            Direction.OUTBOUND,
                            RecoveryRows.AGENT,
                            RecoveryRows.MOBILE.e164(),
                            Optional.empty(),
                            "",
                            Duration.ZERO,
                            rows.time.now(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Contact.State.OPEN));
        }

        void closes(CallId call) {
            events.publish(new ContactClosed(open.get(call)));
        }

        @Override
        public Optional<Contact> of(CallId call) {
            return Optional.ofNullable(open.get(call));
        }

        @Override
        public void note(CallId call, String note) {}

        @Override
        public void finish(CallId call, WrapUp wrapUp) {}

        @Override
        public Cancellable onContact(Consumer<ContactEvent> listener) {
            return events.add(listener);
        }
    }
}
