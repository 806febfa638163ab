package amends.knowledge.folder;

import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An article written as a file: always the same way, so that what did not change makes no difference. */
public final class ArticlePage {
    /** What YAML reads as it stands there. */
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\-?:,\\[\\]{}#&*!|>'\"%@`](?:(?!: | #|:$).)*(?<!\\s)");

    private ArticlePage() {}

    /** Where an article lies, from the folder on. */
    public static String place(ArticleText text) {
        ArticleId id = text.id();
        return id.language().tag() + "/" + text.category() + "/" + id.slug() + ".md";
    }

    /** The folder beside an article in which its files lie. @param page where the article lies */
    public static String files(String page) {
        return page.substring(0, page.length() - ".md".length()) + ArticleMistake.FILES;
    }

    public static String write(ArticleText text) {
        return write(new ArticleSource("", text));
    }

    /** With who answers for it, where that is said. */
    public static String write(ArticleSource source) {
        ArticleText text = source.text();
        var page = new StringBuilder("---\n");
        line(page, "id", text.id().slug());
        line(page, "language", text.id().language().tag());
        line(page, "title", scalar(text.title()));
        line(page, "category", scalar(text.category()));
        list(page, "questions", text.questions());
        list(page, "tags", text.tags());
        line(page, "audience", text.audience().name().toLowerCase(Locale.ROOT));
        day(page, "valid-from", text.validity().from());
        day(page, "valid-until", text.validity().until());
        source.owner().ifPresent(owner -> line(page, "owner", scalar(owner)));
        day(page, "review-due", source.reviewDue());
        attachments(page, text.attachments());
        page.append("---\n\n").append(text.body()).append('\n');
        text.sms()
                .ifPresent(sms -> page.append(text.id().language() == ArticleLanguage.EN ? "\n## SMS\n" : "\n## 短信\n")
                        .append(sms)
                        .append('\n'));
        return page.toString();
    }

    private static void line(StringBuilder page, String key, String value) {
        page.append(key).append(": ").append(value).append('\n');
    }

    private static void day(StringBuilder page, String key, Optional<LocalDate> day) {
        day.ifPresent(d -> line(page, key, d.toString()));
    }

    private static void list(StringBuilder page, String key, List<String> values) {
        if (values.isEmpty()) return;
        page.append(key).append(":\n");
        values.forEach(value -> page.append("  - ").append(scalar(value)).append('\n'));
    }

    private static void attachments(StringBuilder page, List<Attachment> attachments) {
        if (attachments.isEmpty()) return;
        page.append("attachments:\n");
        for (Attachment one : attachments) {
            page.append("  - file: ").append(scalar(one.name())).append('\n');
            if (!one.alt().isEmpty())
                page.append("    alt: ").append(scalar(one.alt())).append('\n');
        }
    }

    private static String scalar(String value) {
        if (PLAIN.matcher(value).matches()) return value;
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
