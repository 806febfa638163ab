package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** One field of some articles, by its terms: sorted by counting them. To be gone through from first to last. */
final class GatheredTerms extends Terms {
    /** By term, in its place in the order of all. */
    private final byte[][] terms;
    /** By term, where its articles begin; one more for the end. */
    private final int[] starts;
    /** The article's document and how often the term counts in it, 32 bits each. */
    private final long[] postings;

    private int documents;
    private int size;

    /** By the number of a term: in how many articles it is, then where it comes among all. */
    private record Ranks(Vocabulary vocabulary, int[] by) {}

    private record Used(byte[] term, Ranks ranks, int number) {}

    /** @param articles by document; null for one without any of it */
    GatheredTerms(Counted[] articles) {
        Map<Vocabulary, Ranks> vocabularies = new IdentityHashMap<>();
        for (Counted article : articles) if (article != null && article.length() > 0) count(article, vocabularies);
        List<Used> used = new ArrayList<>();
        for (Ranks ranks : vocabularies.values()) gather(ranks, used);
        used.sort((a, b) -> Arrays.compareUnsigned(a.term(), b.term()));
        terms = new byte[used.size()][];
        starts = new int[used.size() + 1];
        rank(used);
        postings = new long[starts[used.size()]];
        int[] next = starts.clone();
        for (int document = 0; document < articles.length; document++)
            if (articles[document] != null && articles[document].length() > 0)
                place(
                        articles[document],
                        document,
                        vocabularies.get(articles[document].vocabulary()).by(),
                        next);
    }

    private void count(Counted article, Map<Vocabulary, Ranks> vocabularies) {
        documents++;
        Ranks ranks = vocabularies.computeIfAbsent(article.vocabulary(), v -> new Ranks(v, new int[v.size()]));
        int[] many = ranks.by();
        int[] found = article.terms();
        for (int i = 0; i < found.length; i++) {
            many[Counted.number(found[i])]++;
            if ((found[i] & Counted.OFTEN) == Counted.OFTEN) i++;
        }
    }

    private static void gather(Ranks ranks, List<Used> used) {
        for (int number = 0; number < ranks.by().length; number++)
            if (ranks.by()[number] > 0) used.add(new Used(ranks.vocabulary().term(number), ranks, number));
    }

    /** The same term of several vocabularies has one rank. */
    private void rank(List<Used> used) {
        for (Used one : used) {
            if (size == 0 || !Arrays.equals(terms[size - 1], one.term())) terms[size++] = one.term();
            starts[size] += one.ranks().by()[one.number()];
            one.ranks().by()[one.number()] = size - 1;
        }
        for (int i = 0; i < used.size(); i++) starts[i + 1] += starts[i];
    }

    private void place(Counted article, int document, int[] ranks, int[] next) {
        int[] found = article.terms();
        for (int i = 0; i < found.length; i++) {
            int rank = ranks[Counted.number(found[i])];
            int often = found[i] & Counted.OFTEN;
            if (often == Counted.OFTEN) often = found[++i];
            postings[next[rank]++] = (long) document << 32 | often;
        }
    }

    @Override
    public TermsEnum iterator() {
        return new Each();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long getSumTotalTermFreq() {
        return Arrays.stream(postings)
                .mapToInt(posting -> (int) posting)
                .asLongStream()
                .sum();
    }

    @Override
    public long getSumDocFreq() {
        return postings.length;
    }

    @Override
    public int getDocCount() {
        return documents;
    }

    @Override
    public boolean hasFreqs() {
        return true;
    }

    @Override
    public boolean hasOffsets() {
        return false;
    }

    @Override
    public boolean hasPositions() {
        return false;
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }

    private final class Each extends BaseTermsEnum {
        private final BytesRef term = new BytesRef();
        private int at = -1;

        @Override
        public BytesRef next() {
            if (++at >= size) return null;
            term.bytes = terms[at];
            term.length = terms[at].length;
            return term;
        }

        @Override
        public BytesRef term() {
            return term;
        }

        @Override
        public long ord() {
            return at;
        }

        @Override
        public int docFreq() {
            return starts[at + 1] - starts[at];
        }

        @Override
        public long totalTermFreq() {
            return Arrays.stream(postings, starts[at], starts[at + 1])
                    .mapToInt(posting -> (int) posting)
                    .asLongStream()
                    .sum();
        }

        @Override
        public PostingsEnum postings(PostingsEnum reuse, int flags) {
            var found = reuse instanceof GatheredDocuments again ? again : new GatheredDocuments();
            found.begin(postings, starts[at], starts[at + 1]);
            return found;
        }

        @Override
        public SeekStatus seekCeil(BytesRef text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void seekExact(long ord) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ImpactsEnum impacts(int flags) {
            throw new UnsupportedOperationException();
        }
    }
}
