package amends.desktop.look;

import java.util.Locale;
import java.util.Optional;

/** The languages of the window. */
public enum Language {
    ZH_CN(Locale.SIMPLIFIED_CHINESE, "简体中文", "中"),
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

    /** @param tag a language tag (BCP 47) such as {@code zh-CN} or {@code en} */
    public static Optional<Language> ofTag(String tag) {
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        for (Language l : values()) if (l.locale.getLanguage().equals(language)) return Optional.of(l);
        return Optional.empty();
    }

    /** English where the locale's language is none of ours. */
    public static Language of(Locale locale) {
        return ofTag(locale.toLanguageTag()).orElse(EN);
    }
}
