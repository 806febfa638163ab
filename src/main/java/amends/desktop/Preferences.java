package amends.desktop;

import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the window is liked at this desk.
 *
 * @param textPercent 100 to 200
 * @param window where it stood; empty when it never did
 * @param maximised whether it filled the screen
 * @param miniBar where the small bar stood
 * @param callers under which number each extension calls, as the phone panel writes it; people share desks
 */
public record Preferences(
        Language language,
        Theme theme,
        int textPercent,
        Optional<Place> window,
        boolean maximised,
        Optional<Place> miniBar,
        Map<String, String> callers) {
    public Preferences {
        textPercent = Math.clamp(textPercent, 100, 200);
        callers = Map.copyOf(callers);
    }

    /** A place on the screen, in pixels of its coordinates. */
    public record Place(int x, int y, int width, int height) {}

    static Preferences standard(Language language) {
        return new Preferences(language, Theme.SYSTEM, 100, Optional.empty(), false, Optional.empty(), Map.of());
    }

    public Preferences withLanguage(Language l) {
        return new Preferences(l, theme, textPercent, window, maximised, miniBar, callers);
    }

    public Preferences withTheme(Theme t) {
        return new Preferences(language, t, textPercent, window, maximised, miniBar, callers);
    }

    public Preferences withTextPercent(int percent) {
        return new Preferences(language, theme, percent, window, maximised, miniBar, callers);
    }

    public Preferences withWindow(Place place, boolean full) {
        return new Preferences(language, theme, textPercent, Optional.of(place), full, miniBar, callers);
    }

    public Preferences withMiniBar(Place place) {
        return new Preferences(language, theme, textPercent, window, maximised, Optional.of(place), callers);
    }

    /** Empty where none was chosen. */
    public String caller(String extension) {
        return callers.getOrDefault(extension, "");
    }

    public Preferences withCaller(String extension, String number) {
        var others = new HashMap<>(callers);
        others.put(extension, number);
        return new Preferences(language, theme, textPercent, window, maximised, miniBar, others);
    }
}
