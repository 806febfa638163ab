package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.recovery.Callback;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What was promised is done: the apology callback goes out by one click, and what came of it is kept. */
final class AmendsChapter {
    private final PlayedAgent agent;
    private final Story story;

    AmendsChapter(PlayedAgent agent, Story story) {
        this.agent = agent;
        this.story = story;
    }

    /**
     * Calls the persona back for the complaint that waits for them.
     *
     * @param suffix of the steps' names, so that two callbacks are told apart
     * @param thanks what the customer says to the apology
     */
    void play(String suffix, Persona persona, String thanks) throws Story.Failed {
        story.step("apology-callback" + suffix, () -> {
            CallbackTask task = waitingFor(persona);
            SimulatedCall customer = callBack(task, persona);
            agent.goesOnWith(callOf(task), customer);
            return persona.name() + " is called back by one click, for complaint #"
                    + task.complaint().number();
        });
        story.step("apology" + suffix, () -> {
            String heard = agent.says("agent-apology");
            agent.hears(thanks);
            return heard;
        });
        story.step("callback-settled" + suffix, () -> settle(persona));
    }

    /** The open callback to the persona's number, once it stands on the agent's list. */
    private CallbackTask waitingFor(Persona persona) throws Exception {
        Await.until(
                "the callback on the agent's list", SOON, () -> task(persona).isPresent());
        return task(persona).orElseThrow();
    }

    private Optional<CallbackTask> task(Persona persona) {
        return agent.onLoop(() -> agent.desk.recovery.callbacks().board()).mine().stream()
                .filter(t -> t.callback().number().e164().equals(persona.number()))
                .findFirst();
    }

    private SimulatedCall callBack(CallbackTask task, Persona persona) throws Exception {
        var began = new CompletableFuture<SimulatedCall>();
        var noticed = new CompletableFuture<Void>();
        CallSteps steps = new CallSteps() {
            @Override
            public void began(SimulatedCall call) {
                began.complete(call);
            }

            /** The first that is heard is the desk's notice that the call is recorded; the agent speaks after it. */
            @Override
            public void heardSpeech() {
                noticed.complete(null);
            }
        };
        agent.house.network().answer(persona, CallPlan.whenTold(), Duration.ofMillis(300), () -> steps);
        Outcome outcome = agent.onLoop(
                () -> agent.desk.recovery.callbacks().begin(task.callback().id()));
        if (!(outcome instanceof Outcome.Accepted)) throw new IllegalStateException("the callback: " + outcome);
        noticed.get(SOON.toSeconds(), TimeUnit.SECONDS);
        return began.get();
    }

    private CallId callOf(CallbackTask task) throws Exception {
        var id = task.callback().id();
        Await.until(
                "the callback being talked on",
                SOON,
                () -> agent.onLoop(() -> agent.desk.recovery.callbacks().board())
                        .of(id)
                        .filter(hand -> hand.talked())
                        .isPresent());
        return agent.onLoop(() -> agent.desk.recovery.callbacks().board())
                .of(id)
                .orElseThrow()
                .call();
    }

    private String settle(Persona persona) throws Exception {
        CallId call = agent.call();
        CallbackTask task = agent.onLoop(() -> agent.desk.recovery.callbacks().board())
                .of(call)
                .orElseThrow()
                .task();
        agent.customerHangsUp();
        agent.does(() -> agent.desk.recovery.callbacks().outcome(task.callback().id(), CallbackOutcome.SETTLED));
        agent.wrapUp(new WrapUp(Disposition.SOLVED, "已致歉，款已退回，客户接受"));
        var room = agent.desk.complaintRoom;
        Await.until(
                "the callback being kept",
                SOON,
                () -> room.callbacks
                        .byId(task.callback().id())
                        .filter(c -> c.state() == Callback.State.REACHED)
                        .isPresent());
        var complaint = room.complaints.byId(task.complaint().id()).orElseThrow();
        return persona.name() + " was reached and is content; complaint #" + complaint.number() + " is "
                + complaint.state();
    }
}
