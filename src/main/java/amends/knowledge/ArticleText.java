package amends.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What an author writes.
 *
 * @param questions how people ask for it
 * @param category a path such as {@code cards/fees}
 * @param body Markdown, the answer first
 * @param sms the part that may be sent to a customer, at most {@value #MOST_SMS} characters
 * @param attachments pictures and files, in the order in which they are shown
 */
public record ArticleText(
        ArticleId id,
        String title,
        List<String> questions,
        String category,
        List<String> tags,
        Audience audience,
        Validity validity,
        String body,
        Optional<String> sms,
        List<Attachment> attachments) {
    public static final int MOST_TITLE = 120;
    public static final int MOST_BODY = 20_000;
    /** Two short messages of Chinese. */
    public static final int MOST_SMS = 140;

    public ArticleText {
        questions = List.copyOf(questions);
        tags = List.copyOf(tags);
        attachments = List.copyOf(attachments);
    }

    /** Without pictures or files. */
    public ArticleText(
            ArticleId id,
            String title,
            List<String> questions,
            String category,
            List<String> tags,
            Audience audience,
            Validity validity,
            String body,
            Optional<String> sms) {
        this(id, title, questions, category, tags, audience, validity, body, sms, List.of());
    }

    /** The same words with these. */
    public ArticleText with(List<Attachment> others) {
        return new ArticleText(id, title, questions, category, tags, audience, validity, body, sms, others);
    }
}
