package amends.knowledge.lucene;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.LearnedPhrasing;
import amends.knowledge.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;

/** An article as the index keeps it: its terms to find it by, and all of it to show it without asking the database. */
final class ArticleDocument {
    static final String KEY = "key";
    static final String LANGUAGE = "language";
    static final String AUDIENCE = "audience";
    /** The path of the category, and those above it. */
    static final String CATEGORY = "within";

    static final String TAG = "tagged";
    static final String FROM = "from";
    static final String UNTIL = "until";
    /** How often a word counts that the author wrote; against {@link #learnedWeight} for one that was learned. */
    static final int AUTHORS_WEIGHT = 8;
    /** In Chinese characters, or three letters each. */
    private static final int LONG = 200;

    private static final FieldType TERMS = terms();

    private ArticleDocument() {}

    /** Nothing asks for the order of terms, so positions are not kept. */
    private static FieldType terms() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    static Term key(ArticleId id) {
        return new Term(KEY, id.toString());
    }

    /** @param learned how else people ask for it: found like the rest, and not shown */
    static Document of(Article article, List<LearnedPhrasing> learned, TextAnalysis analysis) {
        ArticleText text = article.text();
        var document = new Document();
        said(text, learned, analysis)
                .forEach((strand, parts) -> document.add(new Field(strand.field, new TokenList(parts), TERMS)));
        analysis.ofTitle(title(text))
                .forEach((strand, tokens) -> document.add(new Field(
                        strand.titleField(),
                        new TokenList(List.of(new TokenList.Part(tokens, AUTHORS_WEIGHT))),
                        TERMS)));
        document.add(new StringField(KEY, text.id().toString(), Field.Store.NO));
        document.add(new StringField(CATEGORY, text.category(), Field.Store.NO));
        for (int end = text.category().indexOf('/');
                end > 0;
                end = text.category().indexOf('/', end + 1))
            document.add(new StringField(CATEGORY, text.category().substring(0, end), Field.Store.NO));
        text.tags().forEach(tag -> document.add(new StringField(TAG, tag(tag), Field.Store.NO)));
        document.add(new StringField(LANGUAGE, text.id().language().tag(), Field.Store.YES));
        document.add(new StringField(AUDIENCE, text.audience().name(), Field.Store.YES));
        document.add(new IntPoint(FROM, day(text.validity().from(), Integer.MIN_VALUE)));
        document.add(new IntPoint(UNTIL, day(text.validity().until(), Integer.MAX_VALUE)));
        keep(document, article);
        return document;
    }

    static String tag(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }

    static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private static int day(Optional<LocalDate> day, int otherwise) {
        return day.map(ArticleDocument::day).orElse(otherwise);
    }

    /** The author's words, and those that were learned, each as often as it weighs. */
    private static Map<Strand, List<TokenList.Part>> said(
            ArticleText text, List<LearnedPhrasing> learned, TextAnalysis analysis) {
        var said = new EnumMap<Strand, List<TokenList.Part>>(Strand.class);
        String whole = whole(text);
        add(analysis.ofArticle(whole), AUTHORS_WEIGHT, said);
        int weight = learned.isEmpty() ? 0 : learnedWeight(whole);
        for (LearnedPhrasing one : learned) add(analysis.ofArticle(one.words()), one.weight() * weight, said);
        return said;
    }

    /**
     * What one agent confirmed counts half of what the author wrote; a quarter in a long article, which says much itself
     * and is asked for quite different things: there the words of one question stand in the way of others.
     */
    private static int learnedWeight(String whole) {
        long han = whole.chars().filter(c -> Folding.isHan((char) c)).count();
        return han + (whole.length() - han) / 3 > LONG ? AUTHORS_WEIGHT / 4 : AUTHORS_WEIGHT / 2;
    }

    private static void add(Map<Strand, List<Token>> words, int times, Map<Strand, List<TokenList.Part>> said) {
        words.forEach((strand, tokens) ->
                said.computeIfAbsent(strand, s -> new ArrayList<>()).add(new TokenList.Part(tokens, times)));
    }

    private static String title(ArticleText text) {
        return text.title() + "\n" + String.join("\n", text.questions());
    }

    private static String whole(ArticleText text) {
        return String.join("\n", title(text), String.join("\n", text.tags()), text.body());
    }

    private static void keep(Document document, Article article) {
        ArticleText text = article.text();
        document.add(new StoredField("slug", text.id().slug()));
        document.add(new StoredField("version", article.version()));
        document.add(new StoredField("change", article.change()));
        document.add(new StoredField("title", text.title()));
        text.questions().forEach(q -> document.add(new StoredField("question", q)));
        document.add(new StoredField("category", text.category()));
        text.tags().forEach(t -> document.add(new StoredField("tag", t)));
        text.validity().from().ifPresent(d -> document.add(new StoredField("first", d.toString())));
        text.validity().until().ifPresent(d -> document.add(new StoredField("last", d.toString())));
        document.add(new StoredField("body", text.body()));
        text.sms().ifPresent(s -> document.add(new StoredField("sms", s)));
    }

    static Article read(Document document) {
        var id = new ArticleId(
                document.get("slug"),
                ArticleLanguage.ofTag(document.get(LANGUAGE)).orElseThrow());
        var text = new ArticleText(
                id,
                document.get("title"),
                List.of(document.getValues("question")),
                document.get("category"),
                List.of(document.getValues("tag")),
                Audience.valueOf(document.get(AUDIENCE)),
                new Validity(date(document, "first"), date(document, "last")),
                document.get("body"),
                Optional.ofNullable(document.get("sms")));
        return new Article(
                text,
                number(document, "version").intValue(),
                number(document, "change").longValue(),
                false);
    }

    private static Number number(Document document, String name) {
        IndexableField field = document.getField(name);
        return field.numericValue();
    }

    private static Optional<LocalDate> date(Document document, String name) {
        return Optional.ofNullable(document.get(name)).map(LocalDate::parse);
    }
}
