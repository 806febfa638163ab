package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.telephony.LineState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The story played by itself, the agent's part too, chapter by chapter. A step fails if it is not so. */
final class PlayedDemo {
    private final DemoHouse house;
    private final Story story;
    private final Timekeeper time = Timekeeper.system();
    private final Optional<DemoWindow> window;
    private PlayedAgent agent;

    /** @param window opened beside the story, for people to look at; empty: none */
    PlayedDemo(DemoHouse house, Story story, Optional<DemoWindow> window) {
        this.house = house;
        this.story = story;
        this.window = window;
    }

    void play() throws Story.Failed {
        try (var screen = new PlatformLoop("demo-screen")) {
            open(screen);
            new FirstCallChapter(agent, story, window).play();
            new AmendsChapter(agent, story).play("", Persona.WANG, "wang-thanks");
            new OtherCallsChapter(agent, story).play();
            callOut();
        }
    }

    private void open(PlatformLoop screen) throws Story.Failed {
        var voice = new DemoVoice();
        story.step("pbx", house::openPbx);
        story.step("database", house::openStore);
        story.step("sign-in", () -> {
            Desk desk = house.openDesk(house.signIn(), voice);
            agent = new PlayedAgent(house, desk, voice, screen, time);
            return desk.member.name() + ", extension " + desk.member.extension();
        });
        if (window.isPresent())
            story.step("window", () -> {
                window.get().open(house, agent.desk, voice);
                return "the agent's window is open";
            });
        story.step("register", () -> {
            Await.until("the registration", SOON, () -> agent.stage.line() instanceof LineState.Registered);
            return "registered with digest authentication";
        });
        story.step("ready", () -> {
            agent.ready();
            return "in the queue";
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
            agent.does(() -> agent.desk.phone.dial(Persona.CHEN.number()));
            Await.until("the customer answering", SOON, heard::get);
            Await.until(
                    "the end of the call",
                    Duration.ofSeconds(20),
                    () -> agent.desk.phone.calls().isEmpty());
            return Persona.CHEN.name() + " is called back over the public network, says something, hangs up";
        });
    }
}
