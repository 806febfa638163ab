package amends.quality;

import java.util.Locale;
import java.util.Set;

/** Words of the score sheet in the languages of the house. */
public record Wording(String simplified, String traditional, String english) {
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    public String in(Locale locale) {
        if (!locale.getLanguage().equals("zh")) return english;
        return TRADITIONAL.contains(locale.getCountry()) || locale.getScript().equals("Hant")
                ? traditional
                : simplified;
    }
}
