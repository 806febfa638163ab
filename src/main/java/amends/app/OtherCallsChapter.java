package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.acd.AgentState;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.simulation.Persona;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A caller nobody knows is written down; a call that nobody answers makes the agent not ready. */
final class OtherCallsChapter {
    private final PlayedAgent agent;
    private final Story story;

    OtherCallsChapter(PlayedAgent agent, Story story) {
        this.agent = agent;
        this.story = story;
    }

    void play() throws Story.Failed {
        unknownCustomer();
        nobodyAnswers();
    }

    private void unknownCustomer() throws Story.Failed {
        story.step("unknown-caller", () -> {
            agent.callIn(Persona.UNKNOWN);
            Await.until(
                    "the empty profile",
                    SOON,
                    () -> agent.stage.pop(agent.call()).orElse(null) instanceof PopState.Unknown);
            return "an empty profile for " + Persona.UNKNOWN.number();
        });
        story.step("profile-filled-in", () -> {
            agent.answer();
            var saved = new AtomicBoolean();
            var filled = new ScreenPop.Filled("刘洋", Tier.REGULAR, "上海", "第一次来电", Optional.empty());
            agent.does(() ->
                    agent.desk.pop.save(agent.call(), filled, result -> saved.set(result == ScreenPop.Saved.KEPT)));
            Await.until("the profile being kept", SOON, saved::get);
            agent.customerHangsUp();
            return agent.wrapUp(new WrapUp(Disposition.SOLVED, ""));
        });
    }

    private void nobodyAnswers() throws Story.Failed {
        story.step("ring-no-answer", () -> {
            agent.callIn(Persona.REED);
            Await.until(
                    "not ready",
                    Duration.ofSeconds(20),
                    () -> agent.stage.state() instanceof AgentState.NotReady(var reason)
                            && reason == AgentState.Reason.RING_NO_ANSWER);
            return "the agent is not ready, the caller waits on";
        });
        story.step("hold-music", () -> {
            agent.customerHearsMusic("hold music in the queue");
            agent.customer().hangUp();
            Await.until("the caller having gone", SOON, agent.customer()::hasEnded);
            return "the caller hears music while waiting, and gives up";
        });
        story.step("ready-again", () -> {
            agent.ready();
            return "by one click";
        });
    }
}
