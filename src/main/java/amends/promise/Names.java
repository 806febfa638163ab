package amends.promise;

import amends.kernel.PlainText;
import java.util.Locale;

/** What something is called, in each language of the house. */
public record Names(String zhCn, String zhTw, String en) {
    public static final int MOST = 20;

    public Names {
        zhCn = PlainText.line(zhCn, MOST);
        zhTw = PlainText.line(zhTw, MOST);
        en = PlainText.line(en, MOST);
    }

    /** The same in every language, as a settings file has it. */
    public static Names of(String name) {
        return new Names(name, name, name);
    }

    public String in(Locale language) {
        if (!language.getLanguage().equals("zh")) return en;
        return isTraditional(language) ? zhTw : zhCn;
    }

    static boolean isTraditional(Locale language) {
        return language.getCountry().equals("TW")
                || language.getCountry().equals("HK")
                || language.getScript().equals("Hant");
    }
}
