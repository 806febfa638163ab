package amends.knowledge.lucene;

import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.LearnedPhrasing;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The terms by which an article is found. For one article after another; one thread at a time. */
final class ArticleTerms {
    /**
     * How often a word counts that the author wrote; half as much in what a file beside the article is called and says.
     * Against {@link #learnedWeight} for one that was learned.
     */
    static final int AUTHORS_WEIGHT = 8;
    /** In Chinese characters, or three letters each. */
    private static final int LONG = 200;

    private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    /** Where the article's number among those that are gathered stands until it is written. */
    static final String NUMBER = "gathered";

    static final List<String> FIELDS = Stream.concat(
                    Stream.of(Strand.values()).map(strand -> strand.field),
                    Stream.of(Strand.values())
                            .filter(strand -> strand.title > 0)
                            .map(Strand::titleField))
            .toList();

    private static final FieldType TERMS = terms(true);
    private static final FieldType NUMBERED = terms(false);

    private final TextAnalysis analysis;
    private final Tally[] said = some();
    private final Tally[] titles = some();

    ArticleTerms(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    private static Tally[] some() {
        var tallies = new Tally[Strand.values().length];
        for (int i = 0; i < tallies.length; i++) tallies[i] = new Tally();
        return tallies;
    }

    /** Nothing asks for the order of terms, so positions are not kept. */
    private static FieldType terms(boolean lengths) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(!lengths);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** @param learned how else people ask for it: found like the rest */
    void read(ArticleText text, List<LearnedPhrasing> learned) {
        for (Strand strand : Strand.values()) {
            said[strand.ordinal()].clear();
            titles[strand.ordinal()].clear();
        }
        String whole = whole(text);
        times(AUTHORS_WEIGHT);
        analysis.ofArticle(whole, strand -> said[strand.ordinal()]);
        analysis.ofTitle(title(text), strand -> titles[strand.ordinal()]);
        times(AUTHORS_WEIGHT / 2);
        for (Attachment one : text.attachments())
            analysis.ofBeside(words(one), Runs.isChinese(whole), strand -> said[strand.ordinal()]);
        if (learned.isEmpty()) return;
        int weight = learnedWeight(whole);
        for (LearnedPhrasing one : learned) {
            times(one.weight() * weight);
            analysis.ofArticle(one.words(), strand -> said[strand.ordinal()]);
        }
    }

    private Stream<Tally> tallies() {
        return Stream.concat(
                Stream.of(said),
                Stream.of(Strand.values()).filter(strand -> strand.title > 0).map(strand -> titles[strand.ordinal()]));
    }

    private void times(int times) {
        for (Strand strand : Strand.values()) {
            said[strand.ordinal()].times(times);
            titles[strand.ordinal()].times(times);
        }
    }

    /**
     * What one agent confirmed counts half of what the author wrote; a quarter in a long article, which says much itself
     * and is asked for quite different things: there the words of one question stand in the way of others.
     */
    private static int learnedWeight(String whole) {
        long han = whole.chars().filter(c -> Folding.isHan((char) c)).count();
        return han + (whole.length() - han) / 3 > LONG ? AUTHORS_WEIGHT / 4 : AUTHORS_WEIGHT / 2;
    }

    /** A name's words stand by themselves, whatever holds them together; its ending tells what kind of file it is. */
    private static String words(Attachment file) {
        return JOINTS.matcher(file.name()).replaceAll(" ") + "\n" + file.alt();
    }

    static String title(ArticleText text) {
        return text.title() + "\n" + String.join("\n", text.questions());
    }

    static String whole(ArticleText text) {
        return String.join("\n", title(text), String.join("\n", text.tags()), text.body());
    }

    /** What was read, in the order of {@link #FIELDS}. */
    List<Counted> counted() {
        return tallies().map(Tally::counted).toList();
    }

    /**
     * Has Lucene know in which fields the article has terms, and how many; the terms themselves it gets when it writes.
     *
     * @param number the article's in the gathering
     */
    static void add(int number, List<Counted> counted, Document document) {
        document.add(new Field(NUMBER, new SingleTerm(number), NUMBERED));
        for (int i = 0; i < counted.size(); i++)
            if (counted.get(i).length() > 0)
                document.add(
                        new Field(FIELDS.get(i), new SingleTerm(counted.get(i).length()), TERMS));
    }
}
