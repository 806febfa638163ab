package amends.knowledge.lucene;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Terms that are there already, as Lucene takes them. */
final class TokenList extends TokenStream {
    private final List<Part> parts;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute times = addAttribute(TermFrequencyAttribute.class);
    private Iterator<Part> nextPart;
    private Iterator<Token> next = List.<Token>of().iterator();

    /** @param times how often each of these counts */
    record Part(List<Token> tokens, int times) {}

    TokenList(List<Part> parts) {
        this.parts = parts;
        nextPart = parts.iterator();
    }

    @Override
    public boolean incrementToken() {
        while (!next.hasNext()) {
            if (!nextPart.hasNext()) return false;
            Part part = nextPart.next();
            next = part.tokens().iterator();
            times.setTermFrequency(part.times());
        }
        // Nothing else is ever set, so nothing else is to be cleared.
        term.setEmpty().append(next.next().term());
        return true;
    }

    @Override
    public void reset() {
        nextPart = parts.iterator();
        next = List.<Token>of().iterator();
    }
}
