package amends.app;

import java.nio.file.Path;
import java.util.Locale;

final class WindowedDemo {
    WindowedDemo(DemoHouse house, Story story, Locale locale, Path report, int calls, boolean playAgent) {}

    void play() throws Story.Failed {
        throw new Trouble(Exit.UNAVAILABLE, "pending");
    }
}
