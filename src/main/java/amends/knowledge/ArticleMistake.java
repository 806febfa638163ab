package amends.knowledge;

import amends.kernel.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keeps a text from being an article: the same here as in a file of {@code kb-content}. */
public enum ArticleMistake {
    /** Small letters, digits and hyphens. */
    ID,
    TITLE,
    CATEGORY,
    /** More than {@value ArticleMistake#MOST_QUESTIONS}, or a long one. */
    QUESTIONS,
    TAGS,
    NO_ANSWER,
    ANSWER_TOO_LONG,
    /** The part for customers stands in a field of its own. */
    SMS_IN_ANSWER,
    SMS_TOO_LONG,
    DATES,
    /** More than {@value Attachment#MOST_OF_ONE}, or one with a name that is not safe or taken, or too long a text. */
    ATTACHMENTS,
    /** What one holds is not there: it was put in long ago and never named by a text. */
    ATTACHMENT_GONE;

    public static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    /** No part begins with a dot: a category is a folder, and no way out of one. */
    public static final Pattern PATH = Pattern.compile("[^\\s/\\\\:.][^\\s/\\\\:]*(/[^\\s/\\\\:.][^\\s/\\\\:]*){0,5}");

    /** Words of the heading below which the part for customers stands in a file. */
    public static final Set<String> SMS_HEADINGS = Set.of("短信", "短信模板", "sms");

    /** What the folder is called that holds the files of an article: its id with this. No category ends so. */
    public static final String FILES = ".files";

    public static final int MOST_QUESTION = 200;
    public static final int MOST_QUESTIONS = 40;
    public static final int MOST_TAG = 60;
    public static final int MOST_TAGS = 30;
    public static final int MOST_CATEGORY = 200;

    /** The text as it is kept: one line where one is meant, nothing hidden, no blank ends, no empty line of a list. */
    public static ArticleText tidy(ArticleText raw) {
        return new ArticleText(
                raw.id(),
                PlainText.line(raw.title(), 1000),
                lines(raw.questions()),
                raw.category().strip(),
                lines(raw.tags()),
                raw.audience(),
                raw.validity(),
                PlainText.lines(raw.body(), 2 * ArticleText.MOST_BODY),
                raw.sms().map(s -> PlainText.line(s, 1000)).filter(s -> !s.isBlank()),
                AttachmentName.settled(raw.attachments()).stream()
                        .map(a -> a.saying(a.alt()))
                        .toList());
    }

    private static List<String> lines(List<String> raw) {
        return raw.stream()
                .map(q -> PlainText.line(q, 1000))
                .filter(q -> !q.isBlank())
                .distinct()
                .toList();
    }

    public static List<ArticleMistake> of(ArticleText text) {
        var found = new ArrayList<ArticleMistake>();
        if (!SLUG.matcher(text.id().slug()).matches()) found.add(ID);
        if (text.title().isBlank() || text.title().length() > ArticleText.MOST_TITLE) found.add(TITLE);
        if (!isCategory(text.category())) found.add(CATEGORY);
        if (tooMuch(text.questions(), MOST_QUESTIONS, MOST_QUESTION)) found.add(QUESTIONS);
        if (tooMuch(text.tags(), MOST_TAGS, MOST_TAG)) found.add(TAGS);
        if (text.body().isBlank()) found.add(NO_ANSWER);
        if (text.body().length() > ArticleText.MOST_BODY) found.add(ANSWER_TOO_LONG);
        if (text.body().lines().anyMatch(ArticleMistake::isSmsHeading)) found.add(SMS_IN_ANSWER);
        if (text.sms().filter(s -> s.length() > ArticleText.MOST_SMS).isPresent()) found.add(SMS_TOO_LONG);
        if (isBackwards(text.validity())) found.add(DATES);
        if (!areFit(text.attachments())) found.add(ATTACHMENTS);
        return found;
    }

    /** Whether it is a path whose parts can be folders beside the articles' own. */
    public static boolean isCategory(String category) {
        boolean beside = Stream.of(category.split("/"))
                .noneMatch(part -> part.toLowerCase(Locale.ROOT).endsWith(FILES));
        return category.length() <= MOST_CATEGORY && PATH.matcher(category).matches() && beside;
    }

    private static boolean areFit(List<Attachment> attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            Attachment one = attachments.get(i);
            boolean safe =
                    AttachmentName.isSafe(one.name(), one.kind()) && one.alt().length() <= Attachment.MOST_ALT;
            if (!safe || AttachmentName.isTaken(one.name(), attachments.subList(0, i))) return false;
        }
        return attachments.size() <= Attachment.MOST_OF_ONE;
    }

    private static boolean tooMuch(List<String> texts, int most, int longest) {
        return texts.size() > most || texts.stream().anyMatch(t -> t.length() > longest);
    }

    private static boolean isBackwards(Validity validity) {
        Optional<java.time.LocalDate> until = validity.until();
        return validity.from().filter(f -> until.filter(f::isAfter).isPresent()).isPresent();
    }

    public static boolean isSmsHeading(String line) {
        return line.startsWith("## ")
                && SMS_HEADINGS.contains(line.substring(3).strip().toLowerCase(Locale.ROOT));
    }
}
