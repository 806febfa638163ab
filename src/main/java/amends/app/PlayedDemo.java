package amends.app;

import amends.acd.AgentState;
import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.recording.CheckResult;
import amends.recording.Recording;
import amends.recording.RecordingCheck;
import amends.recording.WavExport;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Clip;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SpeechMatch;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.LineState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The story played by itself, the agent's part too. A step fails if it is not so. */
final class PlayedDemo {
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Correlation of loudness over time above which what was heard is what was said. */
    private static final double SAME = 0.9;

    private final DemoHouse house;
    private final Story story;
    private final Timekeeper time = Timekeeper.system();
    private final DemoVoice voice = new DemoVoice();
    private final short[] greeting;
    private final Optional<DemoWindow> window;
    private Desk desk;
    private DemoStage stage;
    private SimulatedCall customer;
    private CallId call;

    /** @param window opened beside the story, for people to look at; empty: none */
    PlayedDemo(DemoHouse house, Story story, Optional<DemoWindow> window) {
        this.house = house;
        this.story = story;
        this.window = window;
        greeting = Clip.load(house.language.equals("en") ? Clip.AGENT_GREETING_EN : Clip.AGENT_GREETING_ZH);
    }

    void play() throws Story.Failed {
        try (var screen = new PlatformLoop("demo-screen")) {
            open(screen);
            knownCustomer();
            unknownCustomer();
            nobodyAnswers();
            callOut();
        }
    }

    private void open(PlatformLoop screen) throws Story.Failed {
        story.step("pbx", house::openPbx);
        story.step("database", house::openStore);
        story.step("sign-in", () -> {
            desk = house.openDesk(house.signIn(), voice);
            stage = new DemoStage(desk, screen, time);
            return desk.member.name() + ", extension " + desk.member.extension();
        });
        if (window.isPresent())
            story.step("window", () -> {
                window.get().open(house, desk, voice);
                return "the agent's window is open";
            });
        story.step("register", () -> {
            Await.until("the registration", SOON, () -> stage.line() instanceof LineState.Registered);
            return "registered with digest authentication";
        });
        story.step("ready", () -> {
            ready();
            return "in the queue";
        });
    }

    private void ready() throws Exception {
        stage.onLoop(() -> desk.session.ready());
        Await.until("the agent being ready", SOON, () -> stage.state() instanceof AgentState.Ready);
    }

    private void knownCustomer() throws Story.Failed {
        story.step("call", () -> {
            callIn(Persona.WANG, CallPlan.whenTold());
            return Persona.WANG.name() + " dials the queue, from " + Persona.WANG.number();
        });
        story.step("ring", () -> {
            story.measure("invite_to_ring_ms", rounded(stage.ringMillis(call)));
            return "the desk rings, %.1f ms after its INVITE".formatted(stage.ringMillis(call));
        });
        story.step("screen-pop", () -> {
            Await.until("the profile", SOON, () -> stage.pop(call).orElse(null) instanceof PopState.Known);
            double millis = popMillis();
            story.measure("invite_to_pop_ms", rounded(millis));
            var known = (PopState.Known) stage.pop(call).orElseThrow();
            return known.profile().name() + ", " + known.profile().tier() + ", "
                    + known.profile().region() + ", %.1f ms after the INVITE".formatted(stage.popMillis(call));
        });
        story.step("answer", this::answer);
        story.step("customer-hears-agent", this::customerHearsAgent);
        story.step("agent-hears-customer", this::agentHearsCustomer);
        story.step("hold-and-retrieve", this::holdAndRetrieve);
        story.step("hang-up", () -> {
            customer.hangUp();
            Await.until("the end of the call", SOON, () -> stage.is(call, ConnectionState.NULL));
            Await.until("after-call work", SOON, () -> stage.state() instanceof AgentState.WorkingAfterCall);
            return "by the customer; after-call work counts down";
        });
        story.step("wrap-up", () -> wrapUp(new WrapUp(Disposition.FOLLOW_UP, "重复扣款，今天 18:00 前退回 268.00")));
        story.step("recording", () -> recording("wang-opening"));
    }

    /** To the painted profile where there is a window, to the model being ready to paint where there is none. */
    private double popMillis() throws Exception {
        if (window.isEmpty()) return stage.popMillis(call);
        Await.until(
                "the profile on the screen",
                SOON,
                () -> window.get().paintedMillis(call).isPresent());
        return window.get().paintedMillis(call).orElseThrow();
    }

    private void callIn(Persona persona, CallPlan plan) throws Exception {
        stage.expectCall();
        customer = house.callsSupport(persona, plan, CallSteps.UNHEARD);
        Await.until(
                "the call ringing at the desk",
                Duration.ofSeconds(25),
                () -> stage.newest().isPresent());
        call = stage.newest().orElseThrow();
    }

    private String answer() throws Exception {
        voice.forgetHeard();
        stage.onLoop(() -> desk.phone.answer(call));
        Await.until("the call being established", SOON, () -> stage.is(call, ConnectionState.CONNECTED));
        return "established";
    }

    private String customerHearsAgent() throws Exception {
        voice.say(greeting);
        double[] match = new double[1];
        Await.until("the customer hearing the agent", Duration.ofSeconds(15), () -> {
            if (!voice.silent()) return false;
            match[0] = SpeechMatch.best(customer.heard(), greeting);
            return match[0] > SAME;
        });
        return "what came is what was said: correlation %.3f".formatted(match[0]);
    }

    private String agentHearsCustomer() throws Exception {
        short[] words = Clip.load("wang-opening");
        customer.say("wang-opening");
        double[] match = new double[1];
        long enough = words.length;
        voice.forgetHeard();
        Await.until("the agent hearing the customer", Duration.ofSeconds(20), () -> {
            short[] heard = voice.heard();
            if (heard.length < enough) return false;
            match[0] = SpeechMatch.best(heard, words);
            return match[0] > SAME;
        });
        return "what came is what was said: correlation %.3f".formatted(match[0]);
    }

    private String holdAndRetrieve() throws Exception {
        stage.onLoop(() -> desk.phone.hold(call));
        Await.until("hold", SOON, () -> stage.is(call, ConnectionState.HOLD));
        int before = customer.heard().length;
        Await.until("hold music", SOON, () -> loud(customer.heard(), before));
        stage.onLoop(() -> desk.phone.retrieve(call));
        Await.until("retrieve", SOON, () -> stage.is(call, ConnectionState.CONNECTED));
        return "the customer heard music meanwhile";
    }

    private static boolean loud(short[] heard, int from) {
        long energy = 0;
        for (int i = from; i < heard.length; i++) energy += (long) heard[i] * heard[i];
        int length = heard.length - from;
        return length > 4000 && energy / length > 100 * 100;
    }

    private String wrapUp(WrapUp wrapUp) throws Exception {
        stage.onLoop(() -> {
            desk.contacts.finish(call, wrapUp);
            desk.session.finishAfterCallWork();
        });
        Await.until("the contact being closed", SOON, () -> stage.closed(call));
        var id = stage.contact(call).orElseThrow().id();
        Await.until(
                "the contact in the database",
                SOON,
                () -> house.store()
                        .contacts()
                        .byId(id)
                        .map(c -> c.state() == Contact.State.CLOSED)
                        .orElse(false));
        Contact stored = house.store().contacts().byId(id).orElseThrow();
        Await.until("the agent being ready", SOON, () -> stage.state() instanceof AgentState.Ready);
        return "contact stored: " + stored.wrapUp().map(WrapUp::disposition).orElseThrow() + ", queue "
                + stored.queue() + ", waited " + stored.waited().toMillis() + " ms, customer "
                + (stored.customer().isPresent() ? "known" : "unknown");
    }

    /** The newest recording is verified, exported, and holds what the customer said on the left. */
    private String recording(String said) throws Exception {
        var vault = house.vault();
        Await.until(
                "the recording being sealed",
                SOON,
                () -> vault.recordings().latest(1).stream()
                        .anyMatch(r ->
                                r.state() == Recording.State.SEALED && r.call().equals(call.value())));
        Recording facts = vault.recordings().latest(1).getFirst();
        Path file = vault.vault().path(facts.file());
        story.measure("recording", file.toString());
        var result = new RecordingCheck(vault.vault(), vault.sealing(), vault.format()).verify(file);
        if (!(result instanceof CheckResult.SealedAndWhole)) throw new IllegalStateException(result.inWords());
        Path wav = house.home.folder().resolve("recording.wav");
        new WavExport(vault.sealing(), vault.format()).export(file, wav);
        var sound = vault.library().open(facts.id());
        double left = SpeechMatch.best(sound.customer(), Clip.load(said));
        double right = SpeechMatch.best(sound.agent(), greeting);
        if (left < SAME || right < SAME)
            throw new IllegalStateException("left %.3f, right %.3f of %.1f".formatted(left, right, SAME));
        return result.inWords() + "; customer left %.3f, agent right %.3f".formatted(left, right);
    }

    private void unknownCustomer() throws Story.Failed {
        story.step("unknown-caller", () -> {
            callIn(Persona.UNKNOWN, CallPlan.whenTold());
            Await.until("the empty profile", SOON, () -> stage.pop(call).orElse(null) instanceof PopState.Unknown);
            return "an empty profile for " + Persona.UNKNOWN.number();
        });
        story.step("profile-filled-in", () -> {
            answer();
            var saved = new AtomicBoolean();
            var filled = new ScreenPop.Filled("刘洋", Tier.REGULAR, "上海", "第一次来电", Optional.empty());
            stage.onLoop(() -> desk.pop.save(call, filled, result -> saved.set(result == ScreenPop.Saved.KEPT)));
            Await.until("the profile being kept", SOON, saved::get);
            customer.hangUp();
            Await.until("the end of the call", SOON, () -> stage.is(call, ConnectionState.NULL));
            return wrapUp(new WrapUp(Disposition.SOLVED, ""));
        });
    }

    private void nobodyAnswers() throws Story.Failed {
        story.step("ring-no-answer", () -> {
            callIn(Persona.CHEN, CallPlan.whenTold());
            Await.until(
                    "not ready",
                    Duration.ofSeconds(20),
                    () -> stage.state() instanceof AgentState.NotReady(var reason)
                            && reason == AgentState.Reason.RING_NO_ANSWER);
            return "the agent is not ready, the caller waits on";
        });
        story.step("hold-music", () -> {
            int before = customer.heard().length;
            Await.until("hold music in the queue", SOON, () -> loud(customer.heard(), before));
            customer.hangUp();
            Await.until("the caller having gone", SOON, customer::hasEnded);
            return "the caller hears music while waiting, and gives up";
        });
        story.step("ready-again", () -> {
            ready();
            return "by one click";
        });
    }

    private void callOut() throws Story.Failed {
        story.step("call-out", () -> {
            var heard = new AtomicBoolean();
            house.network()
                    .answer(
                            Persona.CHEN,
                            CallPlan.statement("chen-opening"),
                            Duration.ofMillis(500),
                            () -> new CallSteps() {
                                @Override
                                public void answered() {
                                    heard.set(true);
                                }
                            });
            stage.onLoop(() -> desk.phone.dial(Persona.CHEN.number()));
            Await.until("the customer answering", SOON, heard::get);
            Await.until(
                    "the end of the call",
                    Duration.ofSeconds(20),
                    () -> desk.phone.calls().isEmpty());
            return Persona.CHEN.name() + " is called back over the public network, says something, hangs up";
        });
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
