package amends.app;

import java.awt.GraphicsEnvironment;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Whether there is a window, and in which language. */
final class WindowOptions {
    @Option(
            names = "--window",
            negatable = true,
            description = "With a window, or without (--no-window); by default with one where there is a display.")
    Boolean window;

    @Option(names = "--lang", paramLabel = "zh-CN|zh-TW|en", description = "The window's language.")
    String language;

    boolean wanted() {
        boolean display = !GraphicsEnvironment.isHeadless();
        if (Boolean.TRUE.equals(window) && !display)
            throw new Trouble(
                    Exit.UNAVAILABLE, "There is no display for a window here (DISPLAY is not set); try --no-window.");
        return window == null ? display : window;
    }

    /** @param configured of the settings: zh-CN, zh-TW, en or system */
    Locale locale(String configured) {
        String tag = language != null ? language : configured;
        if (language != null && !DeskSettings.LANGUAGES.contains(language))
            throw new Trouble(Exit.USAGE, "--lang is zh-CN, zh-TW or en, not " + language);
        return tag.equals("system") ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }
}
