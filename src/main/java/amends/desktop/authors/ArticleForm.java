package amends.desktop.authors;

import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.Audience;
import amends.knowledge.Authoring.Piece;
import amends.knowledge.Stewardship;
import amends.knowledge.Validity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What stands in the fields, as typed.
 *
 * @param questions one in each line @param tags set apart by commas of either kind @param from a day, or nothing
 */
record ArticleForm(
        String slug,
        ArticleLanguage language,
        String title,
        String category,
        String questions,
        String tags,
        Audience audience,
        String from,
        String until,
        String body,
        String sms,
        Optional<UUID> owner,
        String reviewDue,
        List<Attachment> attachments) {
    static final ArticleForm EMPTY = new ArticleForm(
            "", ArticleLanguage.ZH_CN, "", "", "", "", Audience.AGENT, "", "", "", "", Optional.empty(), "", List.of());

    /** A new one that answers these questions. */
    static ArticleForm answering(List<String> questions, UUID owner) {
        return new ArticleForm(
                "",
                EMPTY.language(),
                questions.getFirst(),
                "",
                String.join("\n", questions),
                "",
                EMPTY.audience(),
                "",
                "",
                "",
                "",
                Optional.of(owner),
                "",
                List.of());
    }

    static ArticleForm of(ArticleText text, Stewardship steward) {
        return new ArticleForm(
                text.id().slug(),
                text.id().language(),
                text.title(),
                text.category(),
                String.join("\n", text.questions()),
                String.join("，", text.tags()),
                text.audience(),
                day(text.validity().from()),
                day(text.validity().until()),
                text.body(),
                text.sms().orElse(""),
                steward.owner(),
                day(steward.reviewDue()),
                text.attachments());
    }

    ArticleForm with(List<Attachment> others) {
        return new ArticleForm(
                slug,
                language,
                title,
                category,
                questions,
                tags,
                audience,
                from,
                until,
                body,
                sms,
                owner,
                reviewDue,
                List.copyOf(others));
    }

    static ArticleForm of(Piece piece) {
        return piece.text().map(t -> of(t, piece.steward())).orElse(EMPTY);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    ArticleId id() {
        return new ArticleId(slug.strip(), language);
    }

    /** Whether anything was typed, or a file given. */
    boolean hasWords() {
        return !attachments.isEmpty()
                || Stream.of(slug, title, category, questions, tags, from, until, body, sms, reviewDue)
                        .anyMatch(typed -> !typed.isBlank());
    }

    /** Whether every day can be read. */
    boolean hasDays() {
        return read(from).isPresent()
                && read(until).isPresent()
                && read(reviewDue).isPresent();
    }

    /** Only where the days can be read. */
    ArticleText text() {
        return new ArticleText(
                id(),
                title,
                questions.lines().map(String::strip).filter(q -> !q.isEmpty()).toList(),
                category.strip(),
                List.of(tags.split("[,，、\n]")).stream()
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList(),
                audience,
                new Validity(read(from).orElseThrow(), read(until).orElseThrow()),
                body,
                Optional.of(sms.strip()).filter(s -> !s.isEmpty()),
                attachments);
    }

    Stewardship steward() {
        return new Stewardship(owner, read(reviewDue).orElseThrow());
    }

    /** Empty when it is no day; a day or none otherwise. */
    private static Optional<Optional<LocalDate>> read(String typed) {
        if (typed.isBlank()) return Optional.of(Optional.empty());
        try {
            return Optional.of(Optional.of(LocalDate.parse(typed.strip().replace('/', '-'))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
