package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingAgentSessionTest {
    private final SettableTime time = new SettableTime();
    private final ScriptedLink link = new ScriptedLink();
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final PostingAgentSession session = new PostingAgentSession(
            new QueueAgentSession(time, time, new ScriptedPhone(), link, AgentRules.of("support")),
            loop::add,
            screen::add);

    private static void run(Queue<Runnable> tasks) {
        while (!tasks.isEmpty()) tasks.poll().run();
    }

    private void signIn() {
        session.signIn(new StaffMember(new UUID(1, 1), "limin", "Li Min", "1001", Set.of(Role.AGENT)));
    }

    @Test
    void what_is_asked_is_carried_out_on_the_sessions_thread() {
        signIn();
        assertThat(link.told).isEmpty();
        run(loop);
        assertThat(link.told).hasSize(1);
    }

    @Test
    void what_is_told_is_told_on_the_listeners_thread() {
        List<AgentState> heard = new ArrayList<>();
        session.onState(heard::add);
        signIn();
        run(loop);
        assertThat(heard).isEmpty();
        run(screen);
        assertThat(heard).containsExactly(new AgentState.NotReady(AgentState.Reason.SIGNED_IN));
    }

    @Test
    void answers_agree_with_what_the_listeners_have_heard() {
        signIn();
        run(loop);
        assertThat(session.state()).isEqualTo(new AgentState.LoggedOff());
        run(screen);
        assertThat(session.state()).isEqualTo(new AgentState.NotReady(AgentState.Reason.SIGNED_IN));
        assertThat(session.next()).contains(AgentState.Reason.SIGNED_IN);
    }

    @Test
    void offers_are_known_on_the_listeners_thread() {
        run(loop);
        var offer = new AcdEvent.QueueCallOffered(new CallId("a"), "support", "1", Duration.ZERO, false);
        link.tells(offer);
        assertThat(session.offerOf(new CallId("a"))).isEmpty();
        run(screen);
        assertThat(session.offerOf(new CallId("a"))).contains(offer);
    }
}
