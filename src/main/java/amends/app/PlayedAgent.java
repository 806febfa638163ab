package amends.app;

import amends.acd.AgentState;
import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.media.Pcm;
import amends.rtp.Halving;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Clip;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SpeechMatch;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The demo's agent where nobody sits there: does through the desk's ports what a person does with the window. */
final class PlayedAgent {
    /** How long something may take that usually takes no time: a machine that has other things to do is no failure. */
    static final Duration SOON = Duration.ofSeconds(60);
    /** Correlation of loudness over time above which what was heard is what was said. */
    static final double SAME = 0.9;

    private static final int MOST_TRIES = 4;
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);
    /** Comparing what was heard costs milliseconds. */
    private static final Duration LISTENS = Duration.ofMillis(100);

    final DemoHouse house;
    final Desk desk;
    final DemoStage stage;
    private final DemoVoice voice;
    private final String language;
    private final Timekeeper time;
    private SimulatedCall customer;
    private CallId call;

    /** @param voice what the desk has for microphone and loudspeaker */
    PlayedAgent(DemoHouse house, Desk desk, DemoVoice voice, PlatformLoop screen, Timekeeper time) {
        this.house = house;
        this.desk = desk;
        this.voice = voice;
        this.time = time;
        stage = new DemoStage(desk, screen, time);
        language = house.language.equals("en") ? "en" : "zh";
    }

    /** The call in hand. */
    CallId call() {
        return call;
    }

    /** Who is at the other end of {@link #call}, where that one called in. */
    SimulatedCall customer() {
        return customer;
    }

    /** A sentence of the agent's, in the demo's language. @param name without its language, such as agent-greeting */
    short[] words(String name) {
        return Clip.load(name + "-" + language);
    }

    void does(Runnable act) {
        stage.onLoop(act);
    }

    /** What the desk answers where such things are asked. */
    <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, desk.loop).join();
    }

    void ready() throws Exception {
        does(desk.session::ready);
        Await.until("the agent being ready", SOON, () -> stage.state() instanceof AgentState.Ready);
    }

    /** Lets the persona call the queue, and waits until it rings here. */
    void callIn(Persona persona) throws Exception {
        stage.expectCall();
        customer = house.callsSupport(persona, CallPlan.whenTold(), CallSteps.UNHEARD);
        Await.until(
                "the call ringing at the desk",
                Duration.ofSeconds(25),
                () -> stage.newest().isPresent());
        call = stage.newest().orElseThrow();
    }

    /** The agent's own call from here on. */
    void goesOnWith(CallId outbound, SimulatedCall called) {
        call = outbound;
        customer = called;
    }

    String answer() throws Exception {
        voice.forgetHeard();
        does(() -> desk.phone.answer(call));
        Await.until("the call being established", SOON, () -> stage.is(call, ConnectionState.CONNECTED));
        return "established";
    }

    /**
     * Says the sentence until the customer has heard it: where the desk has to tell that the call is recorded, what is
     * said into that is not heard.
     */
    String says(String name) throws Exception {
        short[] words = words(name);
        double[] match = new double[1];
        for (int tries = 1; tries <= MOST_TRIES && match[0] <= SAME; tries++) {
            voice.say(Halving.wide(words));
            Await.until("the agent having said it", Duration.ofSeconds(15), voice::silent);
            long until = time.nanos() + ON_ITS_WAY.toNanos();
            Await.until("the words on their way", SOON, LISTENS, () -> {
                match[0] = SpeechMatch.best(customer.heard(), words);
                return match[0] > SAME || time.nanos() > until;
            });
        }
        if (match[0] <= SAME)
            throw new IllegalStateException(
                    "the customer did not hear the agent: correlation %.3f".formatted(match[0]));
        return "what came is what was said: correlation %.3f".formatted(match[0]);
    }

    /** The customer says the clip until the agent has heard it: a machine with other things to do may tear a sentence. */
    String hears(String clip) throws Exception {
        short[] words = Halving.wide(Clip.load(clip));
        Duration spoken = Duration.ofMillis(words.length * 1000L / Pcm.RATE);
        double[] match = new double[1];
        for (int tries = 1; tries <= MOST_TRIES && match[0] <= SAME; tries++) {
            voice.forgetHeard();
            customer.say(clip);
            long until = time.nanos() + spoken.plus(ON_ITS_WAY).toNanos();
            Await.until("the agent hearing the customer", SOON, LISTENS, () -> {
                short[] heard = voice.heard();
                if (heard.length >= words.length) match[0] = SpeechMatch.best(heard, words);
                return match[0] > SAME || time.nanos() > until;
            });
        }
        if (match[0] <= SAME)
            throw new IllegalStateException(
                    "the agent did not hear the customer: correlation %.3f".formatted(match[0]));
        return "what came is what was said: correlation %.3f".formatted(match[0]);
    }

    String holdAndRetrieve() throws Exception {
        does(() -> desk.phone.hold(call));
        Await.until("hold", SOON, () -> stage.is(call, ConnectionState.HOLD));
        customerHearsMusic("hold music");
        does(() -> desk.phone.retrieve(call));
        Await.until("retrieve", SOON, () -> stage.is(call, ConnectionState.CONNECTED));
        return "the customer heard music meanwhile";
    }

    void customerHearsMusic(String what) throws Exception {
        int before = customer.heard().length;
        Await.until(what, SOON, () -> loud(customer.heard(), before));
    }

    private static boolean loud(short[] heard, int from) {
        long energy = 0;
        for (int i = from; i < heard.length; i++) energy += (long) heard[i] * heard[i];
        int length = heard.length - from;
        return length > 4000 && energy / length > 100 * 100;
    }

    void customerHangsUp() throws Exception {
        customer.hangUp();
        awaitEnd();
    }

    void awaitEnd() throws Exception {
        Await.until("the end of the call", SOON, () -> stage.is(call, ConnectionState.NULL));
        Await.until("after-call work", SOON, () -> stage.state() instanceof AgentState.WorkingAfterCall);
    }

    /** Finishes the write-up and waits until the contact is stored and the agent is ready again. */
    String wrapUp(WrapUp wrapUp) throws Exception {
        does(() -> {
            desk.contacts.finish(call, wrapUp);
            desk.session.finishAfterCallWork();
        });
        Await.until("the contact being closed", SOON, () -> stage.closed(call));
        Await.until("the contact in the database", SOON, () -> contact().state() == Contact.State.CLOSED);
        Contact stored = contact();
        Await.until("the agent being ready", SOON, () -> stage.state() instanceof AgentState.Ready);
        return "contact stored: " + stored.wrapUp().map(WrapUp::disposition).orElseThrow() + ", queue "
                + stored.queue() + ", waited " + stored.waited().toMillis() + " ms, customer "
                + (stored.customer().isPresent() ? "known" : "unknown");
    }

    /** The contact of the call in hand, as the database has it. */
    Contact contact() {
        var id = stage.contact(call).orElseThrow().id();
        return house.store().contacts().byId(id).orElseThrow();
    }
}
