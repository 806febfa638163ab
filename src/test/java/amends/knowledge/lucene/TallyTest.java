package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    private Map<String, Integer> counted() throws Exception {
        var counted = new HashMap<String, Integer>();
        TokenStream stream = tally.stream();
        var term = stream.getAttribute(TermToBytesRefAttribute.class);
        var often = stream.getAttribute(TermFrequencyAttribute.class);
        stream.reset();
        while (stream.incrementToken())
            assertThat(counted.put(term.getBytesRef().utf8ToString(), often.getTermFrequency()))
                    .isNull();
        stream.end();
        stream.close();
        return counted;
    }

    @Test
    void every_term_is_given_once_with_how_often_it_counts() throws Exception {
        var random = new Random(5);
        for (int article = 0; article < 5; article++) {
            tally.clear();
            assertThat(tally.isEmpty()).isTrue();
            var expected = new HashMap<String, Integer>();
            for (int i = 0; i < 3_000; i++) {
                int length = 1 + random.nextInt(6);
                var term = new StringBuilder();
                for (int k = 0; k < length; k++)
                    term.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : '一' + random.nextInt(900)));
                int times = 1 + random.nextInt(8);
                tally.times(times);
                if (random.nextBoolean()) tally.piece("x" + term + "y", 1, 1 + length);
                else tally.term(term.toString(), 7, 9);
                expected.merge(term.toString(), times, Integer::sum);
            }
            assertThat(counted()).isEqualTo(expected);
            assertThat(counted()).isEqualTo(expected);
        }
    }
}
