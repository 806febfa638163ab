package amends.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Articles for tests. */
public final class Written {
    private Written() {}

    public static ArticleText chinese(String slug, String title, String body) {
        return new ArticleText(
                new ArticleId(slug, ArticleLanguage.ZH_CN),
                title,
                List.of(title + "怎么办", title + "找谁"),
                "cards/fees",
                List.of("信用卡", "还款"),
                Audience.AGENT,
                Validity.ALWAYS,
                body,
                Optional.of("尊敬的客户，" + title + "。"));
    }

    public static ArticleText english(String slug, String title, String body) {
        return new ArticleText(
                new ArticleId(slug, ArticleLanguage.EN),
                title,
                List.of("What about " + title + "?"),
                "cards",
                List.of("card"),
                Audience.CUSTOMER,
                Validity.ALWAYS,
                body,
                Optional.empty());
    }

    public static ArticleText holding(ArticleText text, LocalDate from, LocalDate until) {
        return new ArticleText(
                text.id(),
                text.title(),
                text.questions(),
                text.category(),
                text.tags(),
                text.audience(),
                new Validity(Optional.ofNullable(from), Optional.ofNullable(until)),
                text.body(),
                text.sms());
    }

    public static ArticleText withBody(ArticleText text, String body) {
        return new ArticleText(
                text.id(),
                text.title(),
                text.questions(),
                text.category(),
                text.tags(),
                text.audience(),
                text.validity(),
                body,
                text.sms());
    }
}
