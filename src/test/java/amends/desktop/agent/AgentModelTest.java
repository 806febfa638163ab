package amends.desktop.agent;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.acd.AgentState;
import amends.acd.AgentState.Reason;
import amends.acd.QueueStatus;
import amends.desktop.FakeSession;
import amends.kernel.SettableTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgentModelTest {
    private final SettableTime time = new SettableTime();
    private final FakeSession session = new FakeSession();
    private final AgentModel model = new AgentModel(session, time);

    @Test
    void one_key_goes_from_not_ready_to_ready_and_to_a_break() {
        model.toggleReady();
        model.toggleReady();
        assertThat(session.asked).containsExactly("ready", "notReady BREAK");
    }

    @Test
    void in_a_call_the_key_changes_what_comes_afterwards() {
        session.becomes(new AgentState.Busy());
        model.toggleReady();
        assertThat(model.next()).contains(Reason.BREAK);
        model.toggleReady();
        assertThat(model.next()).isEmpty();
    }

    @Test
    void the_write_up_counts_down_and_stops_at_nothing() {
        session.becomes(new AgentState.WorkingAfterCall(time.now().plusSeconds(25)));
        time.pass(Duration.ofSeconds(5));
        assertThat(model.writeUpLeft()).contains(Duration.ofSeconds(20));
        time.pass(Duration.ofSeconds(60));
        assertThat(model.writeUpLeft()).contains(Duration.ZERO);
    }

    @Test
    void more_time_for_the_write_up_does_not_restart_its_clock() {
        session.becomes(new AgentState.WorkingAfterCall(time.now().plusSeconds(25)));
        time.pass(Duration.ofSeconds(5));
        session.becomes(new AgentState.WorkingAfterCall(time.now().plusSeconds(50)));
        assertThat(model.inState()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_longest_wait_grows_between_the_queue_s_words() {
        session.tells(new AcdEvent.QueueChanged(new QueueStatus("support", 2, Duration.ofSeconds(10), 1, 3)));
        time.pass(Duration.ofSeconds(7));
        assertThat(model.queues())
                .singleElement()
                .extracting(QueueStatus::longestWait)
                .isEqualTo(Duration.ofSeconds(17));
    }
}
