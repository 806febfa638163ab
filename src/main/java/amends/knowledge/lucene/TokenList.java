package amends.knowledge.lucene;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms that are there already, as Lucene takes them. */
final class TokenList extends TokenStream {
    private final List<Token> tokens;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private Iterator<Token> next;

    TokenList(List<Token> tokens) {
        this.tokens = tokens;
        next = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) return false;
        // Nothing but the term is ever set, so nothing else is to be cleared.
        term.setEmpty().append(next.next().term());
        return true;
    }

    @Override
    public void reset() {
        next = tokens.iterator();
    }
}
