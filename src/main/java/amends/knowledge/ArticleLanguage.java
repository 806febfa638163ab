package amends.knowledge;

import java.util.Arrays;
import java.util.Optional;

/** The languages in which articles are written. Traditional Chinese is simplified Chinese in another script. */
public enum ArticleLanguage {
    ZH_CN("zh-CN"),
    EN("en");

    private final String tag;

    ArticleLanguage(String tag) {
        this.tag = tag;
    }

    /** As files, folders and tables name it (BCP 47). */
    public String tag() {
        return tag;
    }

    public static Optional<ArticleLanguage> ofTag(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }
}
