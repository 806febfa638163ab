package amends.desktop;

import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import java.util.Optional;

/**
 * How this person likes the window.
 *
 * @param textPercent 100 to 200
 * @param window where it stood; empty when it never did
 * @param maximised whether it filled the screen
 * @param miniBar where the small bar stood
 * @param caller under which number calls are made, as the phone panel writes it; empty for none of its own
 */
public record Preferences(
        Language language,
        Theme theme,
        int textPercent,
        Optional<Place> window,
        boolean maximised,
        Optional<Place> miniBar,
        String caller) {
    public Preferences {
        textPercent = Math.clamp(textPercent, 100, 200);
    }

    /** A place on the screen, in pixels of its coordinates. */
    public record Place(int x, int y, int width, int height) {}

    static Preferences standard(Language language) {
        return new Preferences(language, Theme.SYSTEM, 100, Optional.empty(), false, Optional.empty(), "");
    }

    public Preferences withLanguage(Language l) {
        return new Preferences(l, theme, textPercent, window, maximised, miniBar, caller);
    }

    public Preferences withTheme(Theme t) {
        return new Preferences(language, t, textPercent, window, maximised, miniBar, caller);
    }

    public Preferences withTextPercent(int percent) {
        return new Preferences(language, theme, percent, window, maximised, miniBar, caller);
    }

    public Preferences withWindow(Place place, boolean full) {
        return new Preferences(language, theme, textPercent, Optional.of(place), full, miniBar, caller);
    }

    public Preferences withMiniBar(Place place) {
        return new Preferences(language, theme, textPercent, window, maximised, Optional.of(place), caller);
    }

    public Preferences withCaller(String number) {
        return new Preferences(language, theme, textPercent, window, maximised, miniBar, number);
    }
}
