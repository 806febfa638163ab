package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class GatheredTermsTest {
    private static Counted counted(Tally tally, String... terms) {
        tally.clear();
        for (String term : terms) tally.term(term, 0, 0);
        return tally.counted();
    }

    /** By term, document and how often. */
    private static List<String> read(GatheredTerms terms) throws IOException {
        var read = new ArrayList<String>();
        TermsEnum each = terms.iterator();
        PostingsEnum found = null;
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            var line = new StringBuilder(term.utf8ToString());
            found = each.postings(found, PostingsEnum.FREQS);
            while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                line.append(' ').append(found.docID()).append('x').append(found.freq());
            read.add(line.toString());
        }
        return read;
    }

    @Test
    void terms_come_in_the_order_of_their_bytes_whoever_counted_them() throws IOException {
        var one = new Tally();
        var other = new Tally();
        assertThat(read(new GatheredTerms(new Counted[] {
                    counted(one, "卡", "冻结", "冻"),
                    counted(other, "冻", "aftermath", "冻"),
                    null,
                    counted(one, "\uff21", "\ud83d\ude00", "卡"),
                    counted(other),
                    counted(other, "卡")
                })))
                .containsExactly(
                        "aftermath 1x1", "冻 0x1 1x2", "冻结 0x1", "卡 0x1 3x1 5x1", "\uff21 3x1", "\ud83d\ude00 3x1");
    }

    @Test
    void what_is_written_alike_is_one_term() throws IOException {
        assertThat(read(new GatheredTerms(new Counted[] {counted(new Tally(), "\ud83d", "\ude00", "\ud83d")})))
                .containsExactly("\ufffd 0x3");
    }

    @Test
    void nothing_is_lost_among_many() throws IOException {
        var random = new Random(7);
        Tally[] tallies = {new Tally(), new Tally(), new Tally()};
        var articles = new Counted[500];
        var expected = new TreeMap<String, StringBuilder>();
        for (int i = 0; i < articles.length; i++) {
            Tally tally = tallies[random.nextInt(tallies.length)];
            tally.clear();
            for (int k = 0; k < 60; k++) {
                tally.times(1 + random.nextInt(2_000));
                tally.term(Integer.toString((int) Math.abs(random.nextGaussian() * 3_000)), 0, 0);
            }
            articles[i] = tally.counted();
            for (Map.Entry<String, Integer> one :
                    TallyTest.readable(articles[i]).entrySet())
                expected.computeIfAbsent(one.getKey(), StringBuilder::new)
                        .append(' ')
                        .append(i)
                        .append('x')
                        .append(one.getValue());
        }
        assertThat(read(new GatheredTerms(articles)))
                .containsExactlyElementsOf(
                        expected.values().stream().map(StringBuilder::toString).toList());
    }
}
