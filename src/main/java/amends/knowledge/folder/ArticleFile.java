package amends.knowledge.folder;

import amends.kernel.PlainText;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One article as text: a YAML header between two lines of three hyphens, then Markdown, the answer first. A section
 * {@code ## 短信} or {@code ## SMS} is the part for customers.
 */
final class ArticleFile {
    private static final String FENCE = "---";

    private final String name;
    private final List<String> lines;

    private ArticleFile(String name, String text) {
        this.name = name;
        lines = text.lines().toList();
    }

    /** @param name how mistakes call it */
    static ArticleText parse(String name, String text) throws YamlMistakes {
        return read(name, text).source().text();
    }

    /** @param source without what lies in its folder of files @param named what is said to lie there, in order */
    record Read(ArticleSource source, List<Named> named) {}

    /** @param alt may be empty @param line where it is named */
    record Named(String file, String alt, int line) {}

    /** With who answers for it, and its files. */
    static Read read(String name, String text) throws YamlMistakes {
        return new ArticleFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text).parse();
    }

    private Read parse() throws YamlMistakes {
        int end = endOfHeader();
        // An empty line stands for the first fence, so that lines are counted as in the file.
        YamlDocument header = YamlDocument.of(name, "\n" + String.join("\n", lines.subList(1, end)) + "\n");
        var mistakes = new ArrayList<Mistake>();
        ArticleText head = head(header.root());
        ArticleText whole = withBody(head, end + 1, mistakes);
        Optional<String> owner = Optional.of(header.root().text("owner", "")).filter(o -> !o.isBlank());
        Optional<LocalDate> reviewDue = day(header.root(), "review-due");
        List<Named> named = header.root().maps("attachments").stream()
                .map(ArticleFile::named)
                .toList();
        try {
            header.check();
        } catch (YamlMistakes e) {
            mistakes.addAll(0, e.mistakes());
        }
        if (!mistakes.isEmpty()) throw new YamlMistakes(Path.of(name), mistakes);
        return new Read(new ArticleSource(name, whole, owner, reviewDue, ArticleSource.Contents.NONE), named);
    }

    private static Named named(YamlMap one) {
        String alt = one.text("alt", "");
        if (alt.length() > Attachment.MOST_ALT)
            one.mistake("alt", "is longer than " + Attachment.MOST_ALT + " characters");
        return new Named(one.required("file"), PlainText.line(alt, Attachment.MOST_ALT), one.line());
    }

    private int endOfHeader() throws YamlMistakes {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE))
            throw mistaken(1, "should begin with a line '---', then the header");
        for (int i = 1; i < lines.size(); i++) if (lines.get(i).stripTrailing().equals(FENCE)) return i;
        throw mistaken(1, "the header that begins here has no end: a second line '---' is missing");
    }

    private YamlMistakes mistaken(int line, String text) {
        return new YamlMistakes(Path.of(name), List.of(new Mistake(line, 1, text)));
    }

    private static ArticleText head(YamlMap header) {
        return new ArticleText(
                new ArticleId(slug(header), language(header)),
                bounded(header, "title", ArticleText.MOST_TITLE),
                list(header, "questions", ArticleMistake.MOST_QUESTIONS, ArticleMistake.MOST_QUESTION),
                category(header),
                list(header, "tags", ArticleMistake.MOST_TAGS, ArticleMistake.MOST_TAG),
                header.choice("audience", Audience.AGENT),
                validity(header),
                "",
                Optional.empty());
    }

    private static String slug(YamlMap header) {
        String slug = header.required("id");
        if (!slug.isBlank() && !ArticleMistake.SLUG.matcher(slug).matches())
            header.mistake("id", "should be small letters, digits and hyphens, not '" + slug + "'");
        return slug;
    }

    private static ArticleLanguage language(YamlMap header) {
        if (!header.has("language")) header.required("language");
        return header.parsed(
                "language",
                ArticleLanguage.ZH_CN,
                "zh-CN or en",
                tag -> ArticleLanguage.ofTag(tag).orElseThrow(IllegalArgumentException::new));
    }

    private static String category(YamlMap header) {
        String category = header.required("category").strip();
        if (!category.isEmpty() && !ArticleMistake.isCategory(category))
            header.mistake("category", "should be a path such as cards/fees, not '" + category + "'");
        return category;
    }

    private static Validity validity(YamlMap header) {
        Optional<LocalDate> from = day(header, "valid-from");
        Optional<LocalDate> until = day(header, "valid-until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
            header.mistake("valid-until", "is before 'valid-from'");
        return new Validity(from, until);
    }

    private static Optional<LocalDate> day(YamlMap header, String key) {
        return header.parsed(key, Optional.empty(), "a day such as 2026-12-31", text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException();
            }
        });
    }

    private static String bounded(YamlMap header, String key, int most) {
        String text = header.required(key);
        if (text.length() > most) header.mistake(key, "is longer than " + most + " characters");
        return PlainText.line(text, most);
    }

    private static List<String> list(YamlMap header, String key, int most, int longest) {
        List<String> texts = header.texts(key, List.of());
        if (texts.size() > most) header.mistake(key, "holds more than " + most);
        for (String text : texts) {
            if (text.isBlank()) header.mistake(key, "holds an empty one");
            if (text.length() > longest) header.mistake(key, "holds one longer than " + longest + " characters");
        }
        return texts.stream().map(t -> PlainText.line(t, longest)).toList();
    }

    private ArticleText withBody(ArticleText head, int first, List<Mistake> mistakes) {
        int from = first;
        int to = lines.size();
        for (int i = first; i < lines.size(); i++) {
            if (from > first && to == lines.size() && isHeading(lines.get(i))) to = i;
            if (from == first && ArticleMistake.isSmsHeading(lines.get(i))) from = i + 1;
        }
        boolean hasSms = from > first;
        String sms = hasSms ? text(from, to) : "";
        String body = hasSms ? (text(first, from - 1) + "\n\n" + text(to, lines.size())).strip() : text(first, to);
        if (body.isEmpty()) mistakes.add(new Mistake(Math.max(1, first), 1, "there is no answer below the header"));
        if (body.length() > ArticleText.MOST_BODY)
            mistakes.add(
                    new Mistake(first + 1, 1, "the answer is longer than " + ArticleText.MOST_BODY + " characters"));
        if (hasSms && sms.isEmpty()) mistakes.add(new Mistake(from, 1, "nothing stands below this heading"));
        if (sms.length() > ArticleText.MOST_SMS)
            mistakes.add(new Mistake(
                    from,
                    1,
                    "the short message is " + sms.length() + " characters long; it may have " + ArticleText.MOST_SMS));
        return new ArticleText(
                head.id(),
                head.title(),
                head.questions(),
                head.category(),
                head.tags(),
                head.audience(),
                head.validity(),
                body,
                Optional.of(sms).filter(s -> !s.isEmpty()));
    }

    private String text(int from, int to) {
        return PlainText.lines(String.join("\n", lines.subList(from, to)), Integer.MAX_VALUE);
    }

    private static boolean isHeading(String line) {
        return line.startsWith("# ") || line.startsWith("## ");
    }
}
