package amends.knowledge.lucene;

import amends.knowledge.ArticleId;
import amends.knowledge.ArticleText;
import amends.knowledge.LearnedPhrasing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all confirmed questions together say of a new one: ridge regression from the words of a question to articles, by
 * the likeness of questions. A question speaks for its article, and, less, for those that say nearly the same: so what
 * people call a matter in one place is understood in others, and words that stand in the questions of many articles speak
 * for none. Unchangeable; any thread.
 */
final class ConfirmedQuestions {
    /** So many are learned from at most: making it takes time by the cube, asking it by the number. */
    static final int MOST = 2_000;

    /** So many articles at most, those that most was confirmed of: room is taken by the square. */
    static final int MOST_ARTICLES = 1_000;

    static final ConfirmedQuestions NONE = new ConfirmedQuestions(new TermVectors(List.of(), 1), Map.of(), 0);

    /** How little one question is trusted that one agent stands behind. */
    private static final double DOUBT = 0.5;
    /** How much an article is spoken for that is like the one meant: by all that it says, and by its title once more. */
    private static final float KIN = 2;
    /** Of what a question says, where very much was confirmed. */
    private static final float WORTH = 0.38f;
    /** With so many questions altogether, half of that: one agent alone may have said them all. */
    private static final float LITTLE = 50;
    /** What speaks for no article as clearly as this is listened to less. */
    private static final float CLEAR = 0.3f;

    private static final Set<Strand> SAID = Set.of(Strand.CHARACTERS, Strand.STEMS, Strand.MEANINGS);

    private final TermVectors questions;
    /** Of each article how much each of the questions counts for it. */
    private final Map<ArticleId, float[]> counts;

    private final float worth;

    private ConfirmedQuestions(TermVectors questions, Map<ArticleId, float[]> counts, float worth) {
        this.questions = questions;
        this.counts = counts;
        this.worth = worth;
    }

    /** Where each article was asked for once, nothing tells what is common to its questions. */
    private static float worth(List<Taught> taught) {
        float all = taught.stream().mapToInt(one -> one.phrasings().size()).sum();
        float repeated = all == 0 ? 0 : (all - taught.size()) / (all + taught.size());
        return WORTH * Math.max(0, repeated) * all / (all + LITTLE);
    }

    private static List<Taught> most(List<Taught> taught) {
        if (taught.size() <= MOST_ARTICLES) return taught;
        return taught.stream()
                .sorted(Comparator.comparingInt((Taught one) -> -one.phrasings().size()))
                .limit(MOST_ARTICLES)
                .toList();
    }

    /** An article for which something was confirmed. */
    record Taught(ArticleText text, List<LearnedPhrasing> phrasings) {}

    /** Takes up to some seconds. */
    static ConfirmedQuestions of(List<Taught> taught, TextAnalysis analysis) {
        float worth = worth(taught);
        if (worth == 0) return NONE;
        List<Taught> all = most(taught);
        var asked = new ArrayList<Map<String, Float>>();
        var of = new ArrayList<Integer>();
        var doubts = new ArrayList<Double>();
        for (int round = 0; of.size() < MOST; round++) {
            int before = of.size();
            for (int article = 0; article < all.size() && of.size() < MOST; article++) {
                List<LearnedPhrasing> phrasings = all.get(article).phrasings();
                if (round >= phrasings.size()) continue;
                asked.add(terms(Question.of(phrasings.get(round).words(), analysis)));
                of.add(article);
                doubts.add(DOUBT / phrasings.get(round).weight());
            }
            if (of.size() == before) break;
        }
        if (of.isEmpty()) return NONE;
        var questions = new TermVectors(asked, 1);
        float[][] kin = kin(all, analysis);
        var rows = new float[of.size()][];
        for (int i = 0; i < rows.length; i++) rows[i] = kin[of.get(i)].clone();
        new CholeskySystem(
                        questions.alike(),
                        doubts.stream().mapToDouble(Double::doubleValue).toArray())
                .solve(rows);
        Map<ArticleId, float[]> counts = new HashMap<>();
        for (int article = 0; article < all.size(); article++) {
            var column = new float[rows.length];
            for (int i = 0; i < rows.length; i++) column[i] = rows[i][article];
            counts.put(all.get(article).text().id(), column);
        }
        return new ConfirmedQuestions(questions, counts, worth);
    }

    /** How much what is asked for one article says for each. */
    private static float[][] kin(List<Taught> all, TextAnalysis analysis) {
        float[][] kin = new TermVectors(
                        all.stream()
                                .map(one -> terms(ArticleTerms.whole(one.text()), analysis))
                                .toList(),
                        2)
                .alike();
        float[][] titles = new TermVectors(
                        all.stream()
                                .map(one -> terms(ArticleTerms.title(one.text()), analysis))
                                .toList(),
                        2)
                .alike();
        for (int i = 0; i < kin.length; i++)
            for (int j = 0; j < kin.length; j++) kin[i][j] = i == j ? 1 : KIN * (kin[i][j] + titles[i][j]);
        return kin;
    }

    /** Each term of an article counts once, however often it stands there. */
    private static Map<String, Float> terms(String text, TextAnalysis analysis) {
        Map<String, Float> terms = new HashMap<>();
        analysis.ofArticle(text, strand -> SAID.contains(strand) ? new Named(strand, terms) : TermSink.NONE);
        return terms;
    }

    private record Named(Strand strand, Map<String, Float> terms) implements TermSink {
        @Override
        public void piece(String text, int from, int to) {
            terms.put(strand.field + text.substring(from, to), 1f);
        }

        @Override
        public void term(String term, int from, int to) {
            terms.put(strand.field + term, 1f);
        }
    }

    private static Map<String, Float> terms(Question question) {
        Map<String, Float> terms = new LinkedHashMap<>();
        for (Strand strand : Strand.values())
            question.terms(strand).forEach((term, says) -> terms.put(strand.field + term, strand.weight * says));
        return terms;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /**
     * What each article gains for a question, as a share of what the question says; may be less than 0.
     *
     * @param among in whose order it is told
     */
    float[] gains(Question question, List<ArticleId> among) {
        float[] near = questions.alike(terms(question));
        var gains = new float[among.size()];
        float most = 0;
        for (int i = 0; i < gains.length; i++) {
            float[] column = counts.get(among.get(i));
            if (column == null) continue;
            for (int k = 0; k < near.length; k++) gains[i] += near[k] * column[k];
            most = Math.max(most, gains[i]);
        }
        float listened = worth * Math.min(1, most / CLEAR);
        for (int i = 0; i < gains.length; i++) gains[i] *= listened;
        return gains;
    }
}
