package amends.compensation;

import java.util.Locale;

/** What an option is called before people, in each language of the house. */
public record OptionName(String zhCn, String zhTw, String en) {
    /** In that language; English for those the house does not speak. */
    public String in(Locale language) {
        if (!language.getLanguage().equals("zh")) return en;
        boolean traditional = language.getScript().equals("Hant")
                || language.getCountry().equals("TW")
                || language.getCountry().equals("HK");
        return traditional ? zhTw : zhCn;
    }
}
