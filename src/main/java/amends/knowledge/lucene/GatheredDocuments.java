package amends.knowledge.lucene;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/** In which documents a term is, of a piece of an array: the document and how often, 32 bits each. */
final class GatheredDocuments extends PostingsEnum {
    private long[] postings;
    private int at;
    private int end;
    private int document = -1;
    private int often;

    void begin(long[] postings, int from, int to) {
        this.postings = postings;
        at = from;
        end = to;
        document = -1;
    }

    @Override
    public int nextDoc() {
        if (at >= end) return document = NO_MORE_DOCS;
        long posting = postings[at++];
        document = (int) (posting >>> 32);
        often = (int) posting;
        // Broken characters are all written alike, so two terms may turn out to be one.
        while (at < end && postings[at] >>> 32 == document) often += (int) postings[at++];
        return document;
    }

    @Override
    public int docID() {
        return document;
    }

    @Override
    public int freq() {
        return often;
    }

    @Override
    public int advance(int target) throws IOException {
        return slowAdvance(target);
    }

    @Override
    public long cost() {
        return end - at;
    }

    @Override
    public int nextPosition() {
        return -1;
    }

    @Override
    public int startOffset() {
        return -1;
    }

    @Override
    public int endOffset() {
        return -1;
    }

    @Override
    public BytesRef getPayload() {
        return null;
    }
}
