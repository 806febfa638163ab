package amends.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** What is written of some new articles: the fields of their terms from a {@link Gathering}, the others as Lucene has them. */
final class GatheredFields extends Fields {
    private final Fields given;
    private final List<List<Counted>> articles = new ArrayList<>();

    /** @param given each article's number in the gathering, and something in the fields of its terms */
    GatheredFields(Fields given, Gathering gathering, int documents) throws IOException {
        this.given = given;
        for (int i = 0; i < documents; i++) articles.add(List.of());
        Terms numbers = given.terms(ArticleTerms.NUMBER);
        if (numbers == null) return;
        TermsEnum only = numbers.iterator();
        only.next();
        PostingsEnum each = only.postings(null, PostingsEnum.FREQS);
        while (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) articles.set(each.docID(), gathering.take(each.freq()));
    }

    @Override
    public Iterator<String> iterator() {
        var names = new ArrayList<String>();
        for (String name : given) if (!name.equals(ArticleTerms.NUMBER)) names.add(name);
        return names.iterator();
    }

    @Override
    public Terms terms(String field) throws IOException {
        int at = ArticleTerms.FIELDS.indexOf(field);
        if (at < 0) return given.terms(field);
        var counted = new Counted[articles.size()];
        for (int i = 0; i < counted.length; i++)
            if (!articles.get(i).isEmpty()) counted[i] = articles.get(i).get(at);
        return new GatheredTerms(counted);
    }

    @Override
    public int size() {
        return -1;
    }
}
