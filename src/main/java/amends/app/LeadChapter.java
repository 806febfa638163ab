package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.acd.AgentState;
import amends.acd.Board;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackTask;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import java.util.List;

/** The lead's seat: the queue while somebody waits in it, the agents, what is overdue. */
final class LeadChapter {
    private final PlayedAgent agent;
    private final Story story;
    private final Timekeeper time;

    LeadChapter(PlayedAgent agent, Story story, Timekeeper time) {
        this.agent = agent;
        this.story = story;
        this.time = time;
    }

    void play() throws Story.Failed {
        try (var lead = LeadRoom.open(agent.house.settings(), time)) {
            story.step("lead-sees-queue", () -> seesQueue(lead));
            story.step("lead-sees-overdue", this::seesOverdue);
        }
    }

    private String seesQueue(LeadRoom lead) throws Exception {
        var member = agent.house.signIn(DemoHouse.LEAD);
        agent.does(() -> agent.desk.session.notReady(AgentState.Reason.BREAK));
        Await.until("the break", SOON, () -> agent.stage.state() instanceof AgentState.NotReady);
        var waits = agent.house.callsSupport(Persona.CLARKE, CallPlan.whenTold(), CallSteps.UNHEARD);
        Await.until(
                "one who waits",
                SOON,
                () -> lead.supervision().board().waiting().size() == 1);
        Board board = lead.supervision().board();
        var queue = board.queues().getFirst();
        waits.hangUp();
        Await.until(
                "one who gave up",
                SOON,
                () -> lead.supervision().board().queues().getFirst().abandoned() > queue.abandoned());
        agent.ready();
        return member.name() + " sees " + queue.waiting() + " waiting, " + queue.answered() + " answered, "
                + queue.abandoned() + " abandoned, then one more; "
                + board.agent(agent.desk.member.extension()).orElseThrow().name() + " on a break";
    }

    private String seesOverdue() throws Exception {
        var callbacks = agent.desk.complaintRoom.callbacks;
        Await.until(
                "what is overdue",
                SOON,
                () -> !callbacks.overdue(time.now(), 10).isEmpty());
        List<CallbackTask> overdue = callbacks.overdue(time.now(), 10);
        var first = overdue.getFirst();
        return overdue.size() + " overdue: complaint #" + first.complaint().number() + ", due "
                + first.callback().due();
    }
}
