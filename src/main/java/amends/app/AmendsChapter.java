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
    private static final Duration RINGS = Duration.ofMillis(300);
    private final PlayedAgent agent;
    private final Story story;

    AmendsChapter(PlayedAgent agent, Story story) {
        this.agent = agent;
        this.story = story;
    }

    /** The callback for a complaint that was made in a call, as a talk. @param thanks to the apology */
    void callsBack(Persona persona, String thanks) throws Story.Failed {
        story.step("apology-callback", () -> {
            var customer = new Answering();
            agent.house.network().answer(persona, CallPlan.whenTold(), RINGS, () -> customer);
            CallbackTask task = begin(persona);
            customer.noticed.get(SOON.toSeconds(), TimeUnit.SECONDS);
            agent.goesOnWith(callOf(task), customer.call.get());
            return persona.name() + " is called back by one click, for complaint #"
                    + task.complaint().number();
        });
        story.step("apology", () -> {
            String heard = agent.says("agent-apology");
            agent.hears(thanks);
            agent.customer().hangUp();
            return heard;
        });
        story.step("callback-settled", () -> settle(persona));
    }

    /** The callback for a complaint that nobody had heard but the survey. @param thanks before the customer hangs up */
    void callsBackBriefly(Persona persona, String thanks) throws Story.Failed {
        story.step("callback-to-the-quiet", () -> {
            var customer = new Answering();
            agent.house.network().answer(persona, CallPlan.statement(thanks), RINGS, () -> customer);
            CallbackTask task = begin(persona);
            customer.call.get(SOON.toSeconds(), TimeUnit.SECONDS);
            agent.goesOnWith(callOf(task), customer.call.get());
            return persona.name() + " is called, who would not have called: "
                    + task.complaint().subject() + " – " + task.complaint().what();
        });
        new CompensationChapter(agent, story).grants("-for-the-quiet");
        story.step("quiet-settled", () -> settle(persona));
    }

    /** A customer who is called, and what of it has to be waited for. */
    private static final class Answering implements CallSteps {
        final CompletableFuture<SimulatedCall> call = new CompletableFuture<>();
        final CompletableFuture<Void> noticed = new CompletableFuture<>();

        @Override
        public void began(SimulatedCall begun) {
            call.complete(begun);
        }

        /** The first that is heard is the desk's notice that the call is recorded; the agent speaks after it. */
        @Override
        public void heardSpeech() {
            noticed.complete(null);
        }
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

    private CallbackTask begin(Persona persona) throws Exception {
        CallbackTask task = waitingFor(persona);
        Outcome outcome = agent.onLoop(
                () -> agent.desk.recovery.callbacks().begin(task.callback().id()));
        if (!(outcome instanceof Outcome.Accepted)) throw new IllegalStateException("the callback: " + outcome);
        return task;
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
        agent.awaitEnd();
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
