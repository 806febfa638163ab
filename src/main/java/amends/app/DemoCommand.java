package amends.app;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Plays the story: an embedded PBX, customers who call, one agent's desk.",
            "With a display the agent's window opens and you are the agent; without one the story plays by itself."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    WindowOptions window;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the steps and what was measured as JSON.")
    Path report;

    @Option(
            names = Home.OPTION,
            paramLabel = "DIR",
            description = "Where the demo leaves what it made; by default a new folder among the temporary ones.")
    Path homeFolder;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "Ends after so many calls; otherwise when the window is closed, or when the story is told.")
    int calls;

    @Option(names = "--play-agent", description = "With a window: the agent's part is played too.")
    boolean playAgent;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Plays on a PBX and a database that are there: sip, acd and database as in amends.yaml.")
    Path config;

    @Option(
            names = "--network",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.2:5060",
            description = "With --config: where that PBX expects the public network (default: ${DEFAULT-VALUE}).")
    String network;

    @Override
    public Integer call() throws Exception {
        boolean windowed = window.wanted();
        Locale locale = window.locale("system");
        Home home = Home.at(homeFolder == null ? newFolder() : homeFolder);
        Logs.to(home.logs(), false);
        Optional<DemoSite> site = Optional.ofNullable(config).map(file -> DemoSite.of(file, network));
        var time = Timekeeper.system();
        var story = new Story(time, System.out);
        System.out.println("Amends demo; everything it makes stays in " + home.folder());
        try (var house = new DemoHouse(home, spoken(locale), !windowed || playAgent, site, time)) {
            if (windowed && !playAgent) new WindowedDemo(house, story, locale, report, calls).play();
            else
                new PlayedDemo(
                                house,
                                story,
                                windowed ? Optional.of(new DemoWindow(locale, time)) : Optional.empty(),
                                calls)
                        .play();
        } catch (Story.Failed e) {
            System.out.println("The demo failed at: " + e.getMessage());
        } finally {
            if (report != null) story.write(report);
        }
        System.out.println((story.ok() ? "The story is told. " : "") + "What it left: " + home.folder());
        return story.ok() ? Exit.OK : Exit.FAILED;
    }

    private static String spoken(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory("amends-demo-");
    }
}
