package amends.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * By which terms of a question an index is asked: by all in a small one. In a large one nearly every article has the
 * commonest, which tell hardly any from another: of those whatever would have to be looked at, beyond so much, is left out
 * as long as little is lost of what the question says.
 */
final class AskedTerms {
    /** Of articles, term by term. */
    private static final long LOOKED_AT = 150_000;
    /** Of what all terms of a question say. */
    private static final double LITTLE = 0.15;

    private record Known(Term term, float weight, TermStates states, double says) {
        double perArticle() {
            return says / states.docFreq();
        }
    }

    private AskedTerms() {}

    /** A term of a question. @param weight how much it counts beside the others */
    record Weighed(Term term, float weight) {}

    /** @return a query of which one term is enough */
    static BooleanQuery.Builder query(List<Weighed> terms, IndexSearcher searcher) throws IOException {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        for (Known one : telling(known(terms, searcher)))
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

    private static List<Known> telling(List<Known> known) {
        long lookedAt = known.stream().mapToLong(one -> one.states.docFreq()).sum();
        if (lookedAt <= LOOKED_AT) return known;
        double mayGo = LITTLE * known.stream().mapToDouble(Known::says).sum();
        known.sort(Comparator.comparingDouble(Known::perArticle));
        var telling = new ArrayList<Known>(known.size());
        for (Known one : known)
            if (lookedAt > LOOKED_AT && one.says <= mayGo) {
                lookedAt -= one.states.docFreq();
                mayGo -= one.says;
            } else telling.add(one);
        return telling;
    }
}
