package amends.knowledge.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own format under its own name, so that anything that reads it reads this; only that the terms of new articles
 * come from a {@link Gathering} and not from Lucene's table of terms, where making the index spent most of its time.
 */
final class GatheredFormat extends PostingsFormat {
    private final PostingsFormat plain;
    private final Gathering gathering;

    private GatheredFormat(PostingsFormat plain, Gathering gathering) {
        super(plain.getName());
        this.plain = plain;
        this.gathering = gathering;
    }

    static Codec codec(Gathering gathering) {
        var format = new GatheredFormat(new Lucene104PostingsFormat(), gathering);
        return new Lucene104Codec() {
            @Override
            public PostingsFormat getPostingsFormatForField(String field) {
                return format;
            }
        };
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
        FieldsConsumer consumer = plain.fieldsConsumer(state);
        int documents = state.segmentInfo.maxDoc();
        return new FieldsConsumer() {
            @Override
            public void write(Fields fields, NormsProducer norms) throws IOException {
                consumer.write(new GatheredFields(fields, gathering, documents), norms);
            }

            @Override
            public void merge(MergeState merging, NormsProducer norms) throws IOException {
                consumer.merge(merging, norms);
            }

            @Override
            public void close() throws IOException {
                consumer.close();
            }
        };
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
        return plain.fieldsProducer(state);
    }
}
