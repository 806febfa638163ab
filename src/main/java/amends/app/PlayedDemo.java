package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.simulation.Persona;
import amends.telephony.LineState;
import java.util.Optional;

/** The story played by itself, the agent's part too, chapter by chapter. A step fails if it is not so. */
final class PlayedDemo {
    private final DemoHouse house;
    private final Story story;
    private final Timekeeper time = Timekeeper.system();
    private final Optional<DemoWindow> window;
    private final int calls;
    private PlayedAgent agent;

    /**
     * @param window opened beside the story, for people to look at; empty: none
     * @param calls after which the story ends; 0: all of it is told
     */
    PlayedDemo(DemoHouse house, Story story, Optional<DemoWindow> window, int calls) {
        this.calls = calls;
        this.house = house;
        this.story = story;
        this.window = window;
    }

    void play() throws Story.Failed {
        try (var screen = new PlatformLoop("demo-screen")) {
            open(screen);
            var surveys = new SurveyChapter(agent, story);
            var amends = new AmendsChapter(agent, story);
            surveys.willAnswer(Persona.WANG, "3 还在等退款");
            var first = new FirstCallChapter(agent, story, window);
            first.play();
            surveys.isAsked("", 3);
            if (calls == 1) return;
            first.promise().isKept();
            surveys.willAnswer(Persona.WANG, "5 说到做到");
            amends.callsBack(Persona.WANG, "wang-thanks");
            surveys.isAsked("-after-amends", 5);
            if (calls == 2) return;
            surveys.quietCustomer();
            if (calls == 3) return;
            surveys.willAnswer(Persona.CHEN.atMobile(), "4 谢谢还记得我");
            amends.callsBackBriefly(Persona.CHEN.atMobile(), "chen-thanks");
            surveys.isAsked("-of-the-quiet-after-amends", 4);
            new OtherCallsChapter(agent, story).play();
            new InspectionChapter(house, agent.desk.member, story).play();
            new LeadChapter(agent, story, time).play();
        }
    }

    private void open(PlatformLoop screen) throws Story.Failed {
        var voice = new DemoVoice();
        story.step("pbx", house::openPbx);
        story.step("database", house::openStore);
        story.step("sign-in", () -> {
            Desk desk = house.openDesk(house.signIn(DemoHouse.AGENT), voice);
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
}
