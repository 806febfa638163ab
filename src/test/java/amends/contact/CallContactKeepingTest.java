package amends.contact;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact.State;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.ContactKeeping.ContactEvent.CallOver;
import amends.contact.ContactKeeping.ContactEvent.ContactClosed;
import amends.contact.ContactKeeping.ContactEvent.ContactOpened;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallContactKeepingTest {
    private static final UUID AGENT = new UUID(1, 1);
    private static final String NUMBER = "13800138000";
    private final SettableTime time = new SettableTime();
    private final CallScript phone = new CallScript(time);
    private final ContactMemory memory = new ContactMemory();
    private final StoreQueue queue = new StoreQueue("test", 1000);
    private final ContactWriting writing = new ContactWriting(memory, memory, queue);
    private final List<ContactEvent> told = new CopyOnWriteArrayList<>();
    private Optional<UUID> agent = Optional.of(AGENT);
    private CallContactKeeping keeping;

    @BeforeEach
    void build() {
        keeping = new CallContactKeeping(phone, writing, () -> agent, "CN", time, time);
        keeping.onContact(told::add);
    }

    @AfterEach
    void close() {
        memory.away = false;
        queue.close();
    }

    private Contact row(CallId call) {
        assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        return memory.byId(keeping.of(call).orElseThrow().id()).orElseThrow();
    }

    private CallId talked() {
        CallId call = phone.rings("1", NUMBER);
        time.pass(Duration.ofSeconds(3));
        phone.isAnswered(call);
        time.pass(Duration.ofSeconds(60));
        return call;
    }

    @Test
    void who_is_put_through_is_whose_contact_it_is() {
        CallId call = phone.rings("1", "1001");
        phone.isAnswered(call);
        assertThat(row(call).number()).isEqualTo("1001");

        phone.isConnectedWith(call, "13900001111");
        assertThat(row(call).number()).isEqualTo("+8613900001111");
    }

    private CallId over() {
        CallId call = talked();
        phone.ends(call, ClearCause.REMOTE_HANGUP);
        return call;
    }

    @Test
    void a_ringing_call_opens_a_row_with_what_is_known() {
        CallId call = phone.rings("1", NUMBER);

        assertThat(row(call)).satisfies(contact -> {
            assertThat(contact.state()).isEqualTo(State.OPEN);
            assertThat(contact.agent()).isEqualTo(AGENT);
            assertThat(contact.number()).isEqualTo("+8613800138000");
            assertThat(contact.direction()).isEqualTo(Direction.INBOUND);
            assertThat(contact.began()).isEqualTo(time.now());
        });
        assertThat(told).singleElement().isInstanceOf(ContactOpened.class);
    }

    @Test
    void the_row_grows_when_the_call_is_answered() {
        CallId call = talked();

        assertThat(row(call).answered()).contains(Instant.parse("2026-01-05T01:00:03Z"));
    }

    @Test
    void an_answered_call_that_ends_waits_for_its_write_up() {
        CallId call = over();

        assertThat(row(call).state()).isEqualTo(State.WRAP_UP);
        assertThat(row(call).cause()).contains(ClearCause.REMOTE_HANGUP);
        assertThat(told.getLast()).isInstanceOf(CallOver.class);
    }

    @Test
    void a_call_that_nobody_answered_closes_without_write_up() {
        CallId call = phone.rings("1", NUMBER);
        phone.ends(call, ClearCause.CANCELLED);

        assertThat(row(call).state()).isEqualTo(State.CLOSED);
        assertThat(told.getLast()).isInstanceOf(ContactClosed.class);
    }

    @Test
    void finishing_closes_the_contact_with_the_agent_s_words() {
        CallId call = over();
        keeping.finish(call, new WrapUp(Disposition.SOLVED, "done\u0000 \r\nall"));

        assertThat(row(call).wrapUp()).contains(new WrapUp(Disposition.SOLVED, "done \nall"));
        assertThat(told.getLast()).isInstanceOf(ContactClosed.class);
    }

    @Test
    void what_an_agent_who_leaves_did_not_write_up_is_closed_with_the_note_as_typed() {
        CallId call = over();
        keeping.note(call, "wants a call");
        keeping.leave();

        assertThat(row(call).wrapUp()).contains(new WrapUp(Disposition.FOLLOW_UP, "wants a call"));
        assertThat(row(call).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_call_that_goes_on_is_left_open_by_an_agent_who_leaves() {
        CallId call = talked();
        keeping.leave();

        assertThat(row(call).state()).isEqualTo(State.OPEN);
    }

    @Test
    void finishing_before_the_call_is_over_is_ignored() {
        CallId call = talked();
        keeping.finish(call, new WrapUp(Disposition.SOLVED, ""));

        assertThat(row(call).state()).isEqualTo(State.OPEN);
    }

    @Test
    void finishing_twice_keeps_the_first() {
        CallId call = over();
        keeping.finish(call, new WrapUp(Disposition.SOLVED, "first"));
        keeping.finish(call, new WrapUp(Disposition.COMPLAINT, "second"));

        assertThat(row(call).wrapUp().orElseThrow().note()).isEqualTo("first");
    }

    @Test
    void a_typed_note_is_saved_within_two_seconds() {
        CallId call = talked();
        keeping.note(call, "half");
        keeping.note(call, "half a note");
        time.pass(Duration.ofSeconds(2));

        Contact contact = row(call);
        assertThat(memory.noteOf(contact.id())).isEqualTo("half a note");
        assertThat(memory.writes).filteredOn("draft"::equals).hasSize(1);
    }

    @Test
    void what_is_told_before_the_call_rings_is_joined_to_it() {
        var call = new CallId("1");
        keeping.cameFromQueue(call, "support", Duration.ofSeconds(40));
        keeping.recordedAs(call, new UUID(5, 5));
        phone.rings("1", NUMBER);

        assertThat(row(call).queue()).isEqualTo("support");
        assertThat(row(call).waited()).isEqualTo(Duration.ofSeconds(40));
        assertThat(row(call).recording()).contains(new UUID(5, 5));
    }

    @Test
    void the_customer_found_later_is_joined_to_the_contact() {
        CallId call = talked();
        keeping.isCustomer(call, new UUID(6, 6));

        assertThat(row(call).customer()).contains(new UUID(6, 6));
    }

    @Test
    void what_the_line_was_like_is_kept_before_the_write_up_and_after_it() {
        var line = new CallLine(290, 120, 80, Optional.of(12), Optional.empty());
        CallId before = talked();
        keeping.heardOver(before, line);
        phone.ends(before, ClearCause.REMOTE_HANGUP);
        keeping.finish(before, new WrapUp(Disposition.SOLVED, "done"));
        CallId after = phone.rings("2", NUMBER);
        phone.ends(after, ClearCause.CANCELLED);
        keeping.heardOver(after, line);

        assertThat(row(before).line()).contains(line);
        assertThat(row(before).wrapUp().orElseThrow().note()).isEqualTo("done");
        assertThat(row(after).line()).contains(line);
        assertThat(row(after).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void what_is_told_twice_is_written_once() {
        CallId call = talked();
        keeping.isCustomer(call, new UUID(6, 6));
        int events = told.size();
        keeping.isCustomer(call, new UUID(6, 6));

        assertThat(told).hasSize(events);
    }

    @Test
    void while_the_database_is_away_everything_is_held_and_stored_when_it_is_back() {
        memory.away = true;
        CallId call = over();
        keeping.note(call, "typed meanwhile");
        time.pass(Duration.ofSeconds(2));
        keeping.finish(call, new WrapUp(Disposition.FOLLOW_UP, "final"));
        assertThat(told).noneMatch(ContactClosed.class::isInstance);

        memory.away = false;
        queue.nudge();
        assertThat(row(call).state()).isEqualTo(State.CLOSED);
        assertThat(memory.noteOf(row(call).id())).isEqualTo("final");
        assertThat(told.getLast()).isInstanceOf(ContactClosed.class);
    }

    @Test
    void who_listens_at_the_closing_joins_its_transaction() {
        var joined = new ArrayList<Contact>();
        writing.onClosing(contact -> {
            assertThat(memory.byId(contact.id()).orElseThrow().state()).isEqualTo(State.CLOSED);
            joined.add(contact);
        });
        CallId call = over();
        keeping.finish(call, new WrapUp(Disposition.SOLVED, ""));

        assertThat(joined).containsExactly(row(call));
    }

    @Test
    void a_listener_that_fails_at_the_closing_never_costs_the_contact() {
        writing.onClosing(contact -> {
            throw new IllegalStateException("a bug");
        });
        CallId call = over();
        keeping.finish(call, new WrapUp(Disposition.SOLVED, "kept"));

        assertThat(row(call).state()).isEqualTo(State.CLOSED);
        assertThat(told.getLast()).isInstanceOf(ContactClosed.class);
    }

    @Test
    void a_contact_in_hand_shows_signs_of_life_until_it_is_closed() {
        CallId call = over();
        time.pass(Duration.ofSeconds(10));
        queue.flush(Duration.ofSeconds(30));
        assertThat(memory.writes).contains("alive");

        keeping.finish(call, new WrapUp(Disposition.SOLVED, ""));
        row(call);
        memory.writes.clear();
        time.pass(Duration.ofMinutes(1));
        queue.flush(Duration.ofSeconds(30));
        assertThat(memory.writes).isEmpty();
    }

    @Test
    void what_a_dead_desk_left_open_is_found_as_interrupted_with_its_note() {
        memory.save(ContactCourseTest.contact(State.OPEN, true));
        memory.draft(new UUID(0, 1), "half a note");
        var found = new CopyOnWriteArrayList<Contacts.LeftOpen>();
        keeping.recover(new UUID(0, 2), found::addAll);
        queue.flush(Duration.ofSeconds(30));

        assertThat(found).singleElement().satisfies(left -> {
            assertThat(left.contact().state()).isEqualTo(State.INTERRUPTED);
            assertThat(left.note()).isEqualTo("half a note");
        });
        assertThat(memory.byId(new UUID(0, 1)).orElseThrow().state()).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void the_contact_in_hand_is_not_taken_for_a_dead_desk_s() {
        CallId call = talked();
        keeping.recover(AGENT, left -> assertThat(left).isEmpty());

        assertThat(row(call).state()).isEqualTo(State.OPEN);
    }

    @Test
    void calls_while_nobody_is_signed_in_are_not_kept() {
        agent = Optional.empty();
        CallId call = phone.rings("1", NUMBER);

        assertThat(keeping.of(call)).isEmpty();
    }

    @Test
    void a_hundred_calls_do_not_stay_in_memory() {
        for (int i = 0; i < 100; i++) phone.ends(phone.rings("call " + i, NUMBER), ClearCause.CANCELLED);

        assertThat(keeping.of(new CallId("call 0"))).isEmpty();
        assertThat(keeping.of(new CallId("call 99"))).isPresent();
    }

    @Test
    void the_decorator_asks_on_the_loop_and_tells_on_the_listeners_thread() {
        var loop = new ConcurrentLinkedQueue<Runnable>();
        var listeners = new ConcurrentLinkedQueue<Runnable>();
        var posting = new PostingContactKeeping(keeping, loop::add, listeners::add);
        var heard = new ArrayList<ContactEvent>();
        posting.onContact(heard::add);
        CallId call = over();

        assertThat(posting.of(call).orElseThrow().state()).isEqualTo(State.WRAP_UP);
        assertThat(heard).isEmpty();
        posting.finish(call, new WrapUp(Disposition.SOLVED, ""));
        assertThat(keeping.of(call).orElseThrow().state()).isEqualTo(State.WRAP_UP);
        loop.remove().run();
        assertThat(keeping.of(call).orElseThrow().state()).isEqualTo(State.CLOSED);
        listeners.remove().run();
        assertThat(heard).singleElement().isInstanceOf(ContactOpened.class);
    }
}
