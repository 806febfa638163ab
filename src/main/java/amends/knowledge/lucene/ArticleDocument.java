package amends.knowledge.lucene;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

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
    /** Language and slug, to be read without the rest. */
    private static final String NAME = "name";

    private ArticleDocument() {}

    static Term key(ArticleId id) {
        return new Term(KEY, id.toString());
    }

    /** Everything but the terms by which it is found. */
    static Document of(Article article) {
        ArticleText text = article.text();
        var document = new Document();
        document.add(new StringField(KEY, text.id().toString(), Field.Store.NO));
        document.add(new BinaryDocValuesField(NAME, new BytesRef(text.id().toString())));
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

    /** Without reading the rest of it. @param document its number in that part of the index */
    static ArticleId id(LeafReader part, int document) throws IOException {
        BinaryDocValues names = DocValues.getBinary(part, NAME);
        if (!names.advanceExact(document)) throw new IOException("an article without a name");
        String name = names.binaryValue().utf8ToString();
        int slash = name.indexOf('/');
        return new ArticleId(
                name.substring(slash + 1),
                ArticleLanguage.ofTag(name.substring(0, slash)).orElseThrow());
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
