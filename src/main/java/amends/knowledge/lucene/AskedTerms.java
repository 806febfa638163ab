package amends.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * By which terms of a question an index is asked: by all in a small one. In a large one nearly every article has the
 * commonest, which tell hardly any from another: of those whatever would have to be looked at, beyond so much, chooses no
 * articles as long as little is lost of what the question says. It only orders those that the others chose.
 */
final class AskedTerms {
    /** Of articles, term by term. */
    private static final long LOOKED_AT = 80_000;
    /** Of what all terms of a question say. */
    private static final double LITTLE = 0.3;
    /** So many are chosen to be ordered, at least. */
    private static final int CHOSEN = 60;

    private final List<Known> choosing = new ArrayList<>();
    private final List<Known> ordering = new ArrayList<>();

    private record Known(Term term, float weight, TermStates states, double says) {
        double perArticle() {
            return says / states.docFreq();
        }
    }

    /** A term of a question. @param weight how much it counts beside the others */
    record Weighed(Term term, float weight) {}

    AskedTerms(List<Weighed> terms, IndexSearcher searcher) throws IOException {
        List<Known> known = known(terms, searcher);
        long lookedAt = known.stream().mapToLong(one -> one.states.docFreq()).sum();
        double mayGo = LITTLE * known.stream().mapToDouble(Known::says).sum();
        if (lookedAt > LOOKED_AT) known.sort(Comparator.comparingDouble(Known::perArticle));
        for (Known one : known)
            if (lookedAt > LOOKED_AT && one.says <= mayGo) {
                lookedAt -= one.states.docFreq();
                mayGo -= one.says;
                ordering.add(one);
            } else choosing.add(one);
    }

    /** @param limits what is not to be found, and what alone is */
    ScoreDoc[] best(IndexSearcher searcher, List<BooleanClause> limits, int most) throws IOException {
        BooleanQuery chosen = anyOf(choosing).add(limits).build();
        if (ordering.isEmpty()) return searcher.search(chosen, most).scoreDocs;
        TopDocs some = searcher.search(chosen, Math.max(most, CHOSEN));
        if (some.scoreDocs.length < most) return searcher.search(all(limits), most).scoreDocs;
        return QueryRescorer.rescore(searcher, some, anyOf(ordering).build(), 1, most).scoreDocs;
    }

    /** All that the limits leave, also those in which no term stands, at most so many. */
    ScoreDoc[] these(IndexSearcher searcher, List<BooleanClause> limits, int most) throws IOException {
        var all = new ArrayList<>(choosing);
        all.addAll(ordering);
        return searcher.search(
                        anyOf(all).setMinimumNumberShouldMatch(0).add(limits).build(), most)
                .scoreDocs;
    }

    private BooleanQuery all(List<BooleanClause> limits) {
        var all = new ArrayList<>(choosing);
        all.addAll(ordering);
        return anyOf(all).add(limits).build();
    }

    private static BooleanQuery.Builder anyOf(List<Known> terms) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        for (Known one : terms)
            query.add(new BoostQuery(new TermQuery(one.term, one.states), one.weight), Occur.SHOULD);
        return query;
    }

    private static List<Known> known(List<Weighed> terms, IndexSearcher searcher) throws IOException {
        int articles = searcher.getIndexReader().numDocs();
        var known = new ArrayList<Known>(terms.size());
        for (Weighed one : terms) {
            TermStates states = TermStates.build(searcher, one.term, true);
            int in = states.docFreq();
            if (in == 0) continue;
            double rarity = Math.log(1 + (Math.max(0, articles - in) + 0.5) / (in + 0.5));
            known.add(new Known(one.term, one.weight, states, one.weight * rarity));
        }
        return known;
    }
}
