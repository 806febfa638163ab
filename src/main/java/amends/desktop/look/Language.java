package amends.desktop.look;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages of the window. */
public enum Language {
    ZH_CN(Locale.SIMPLIFIED_CHINESE, "简体中文", "中"),
    ZH_TW(Locale.TRADITIONAL_CHINESE, "繁體中文", "繁"),
    EN(Locale.ENGLISH, "English", "EN");

    private final Locale locale;
    private final String ownName;
    private final String sign;

    Language(Locale locale, String ownName, String sign) {
        this.locale = locale;
        this.ownName = ownName;
        this.sign = sign;
    }

    public Locale locale() {
        return locale;
    }

    /** As its readers call it. */
    public String ownName() {
        return ownName;
    }

    /** Its shortest sign, for the title bar. */
    public String sign() {
        return sign;
    }

    /**
     * Chinese is read in the script that the tag names or that its region writes; simplified where it names neither.
     *
     * @param tag a language tag (BCP 47) such as {@code zh-CN}, {@code zh-Hant-HK} or {@code en}
     */
    public static Optional<Language> ofTag(String tag) {
        Locale asked = Locale.forLanguageTag(tag.replace('_', '-'));
        if (asked.getLanguage().equals("zh")) return Optional.of(isTraditional(asked) ? ZH_TW : ZH_CN);
        return asked.getLanguage().equals("en") ? Optional.of(EN) : Optional.empty();
    }

    private static boolean isTraditional(Locale chinese) {
        if (!chinese.getScript().isEmpty()) return chinese.getScript().equals("Hant");
        return Set.of("TW", "HK", "MO").contains(chinese.getCountry());
    }

    /** English where the locale's language is none of ours. */
    public static Language of(Locale locale) {
        return ofTag(locale.toLanguageTag()).orElse(EN);
    }
}
