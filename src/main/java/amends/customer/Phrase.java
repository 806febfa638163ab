package amends.customer;

import amends.kernel.yaml.YamlMap;
import java.util.Locale;
import java.util.Set;

/** Words of the house's own in its languages. */
public record Phrase(String simplified, String traditional, String english) {
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    public String in(Locale locale) {
        if (!locale.getLanguage().equals("zh")) return english;
        return TRADITIONAL.contains(locale.getCountry()) || locale.getScript().equals("Hant")
                ? traditional
                : simplified;
    }

    /** Three texts that must be there; what is missing is noted. */
    static Phrase read(YamlMap map, String key) {
        if (!map.has(key)) {
            map.required(key);
            return new Phrase("", "", "");
        }
        YamlMap words = map.map(key);
        return new Phrase(words.required("zh-CN"), words.required("zh-TW"), words.required("en"));
    }
}
