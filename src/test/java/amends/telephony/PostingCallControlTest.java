package amends.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PostingCallControlTest {
    private static final Call CALL = new Call(
            new CallId("a"),
            Direction.INBOUND,
            new Party("1", ""),
            ConnectionState.ALERTING,
            Instant.EPOCH,
            Optional.empty(),
            false);
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final List<Outcome> refused = new ArrayList<>();
    private final Phone phone = new Phone();
    private final PostingCallControl posting = new PostingCallControl(phone, loop::add, screen::add, refused::add);

    @Test
    void a_request_is_carried_out_on_the_loop_only() {
        assertThat(posting.answer(CALL.id())).isEqualTo(Outcome.ACCEPTED);
        assertThat(phone.asked).isEmpty();

        run(loop);
        assertThat(phone.asked).containsExactly("answer a");
    }

    @Test
    void what_the_loop_refuses_is_told_on_the_screens_thread() {
        posting.dial("?");
        run(loop);
        assertThat(refused).isEmpty();

        run(screen);
        assertThat(refused).containsExactly(new Outcome.Rejected("no number"));
    }

    @Test
    void events_and_the_list_of_calls_arrive_on_the_screens_thread() {
        var heard = new ArrayList<CallEvent>();
        posting.onCallEvent(heard::add);
        phone.calls.add(CALL);
        phone.listeners.publish(new CallEvent.Delivered(CALL));
        assertThat(posting.calls()).isEmpty();

        run(screen);
        assertThat(posting.calls()).containsExactly(CALL);
        assertThat(heard).containsExactly(new CallEvent.Delivered(CALL));
    }

    @Test
    void a_listener_that_was_cancelled_hears_nothing_more() {
        var heard = new ArrayList<CallEvent>();
        posting.onCallEvent(heard::add).cancel();
        run(loop);
        phone.listeners.publish(new CallEvent.Delivered(CALL));
        run(screen);

        assertThat(heard).isEmpty();
    }

    private static void run(Queue<Runnable> tasks) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }

    private static final class Phone implements CallControl {
        final Subscribers<CallEvent> listeners = new Subscribers<>();
        final List<String> asked = new ArrayList<>();
        final List<Call> calls = new ArrayList<>();

        private Outcome asked(String what) {
            asked.add(what);
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome answer(CallId call) {
            return asked("answer " + call);
        }

        @Override
        public Outcome reject(CallId call) {
            return asked("reject " + call);
        }

        @Override
        public Outcome hold(CallId call) {
            return asked("hold " + call);
        }

        @Override
        public Outcome retrieve(CallId call) {
            return asked("retrieve " + call);
        }

        @Override
        public Outcome clear(CallId call) {
            return asked("clear " + call);
        }

        @Override
        public Outcome mute(CallId call, boolean muted) {
            return asked("mute " + call);
        }

        @Override
        public Outcome sendDigits(CallId call, String digits) {
            return asked("digits " + call);
        }

        @Override
        public Outcome redirect(CallId call, String destination) {
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome transfer(CallId call, String destination) {
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome connect(CallId call, CallId consulted) {
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome confer(CallId one, CallId other) {
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome part(CallId call) {
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome decide(CallId call, boolean go) {
            return Outcome.ACCEPTED;
        }

        @Override
        public Outcome dial(String destination) {
            return new Outcome.Rejected("no number");
        }

        @Override
        public List<Call> calls() {
            return List.copyOf(calls);
        }

        @Override
        public Cancellable onCallEvent(Consumer<CallEvent> listener) {
            return listeners.add(listener);
        }
    }
}
