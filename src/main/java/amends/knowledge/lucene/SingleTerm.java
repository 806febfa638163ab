package amends.knowledge.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/** One term, the same each time, that counts so often. */
final class SingleTerm extends TokenStream {
    private static final BytesRef TERM = new BytesRef();
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int often;
    private boolean given;

    SingleTerm(int often) {
        this.often = often;
    }

    @Override
    public void reset() {
        given = false;
    }

    @Override
    public boolean incrementToken() {
        if (given) return false;
        clearAttributes();
        term.setBytesRef(TERM);
        frequency.setTermFrequency(often);
        given = true;
        return true;
    }
}
