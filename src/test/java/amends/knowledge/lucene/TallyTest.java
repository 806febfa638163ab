package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    static Map<String, Integer> readable(Counted counted) {
        var readable = new HashMap<String, Integer>();
        int[] terms = counted.terms();
        for (int i = 0; i < terms.length; i++) {
            String term = new String(counted.vocabulary().term(Counted.number(terms[i])), StandardCharsets.UTF_8);
            int often = terms[i] & Counted.OFTEN;
            if (often == Counted.OFTEN) often = terms[++i];
            assertThat(readable.put(term, often)).isNull();
        }
        assertThat(counted.length())
                .isEqualTo(readable.values().stream().mapToInt(often -> often).sum());
        return readable;
    }

    @Test
    void every_term_is_given_once_with_how_often_it_counts() {
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
            assertThat(readable(tally.counted())).isEqualTo(expected);
            assertThat(readable(tally.counted())).isEqualTo(expected);
        }
    }

    @Test
    void a_word_may_stand_in_an_article_thousands_of_times() {
        for (int often : new int[] {1, Counted.OFTEN - 1, Counted.OFTEN, Counted.OFTEN + 1, 100_000}) {
            tally.clear();
            tally.times(often);
            tally.term("卡", 0, 1);
            tally.times(1);
            for (int i = 0; i < often; i++) tally.term("many", 0, 4);
            tally.term("aftermath", 0, 9);
            assertThat(readable(tally.counted())).isEqualTo(Map.of("卡", often, "many", often, "aftermath", 1));
        }
    }

    @Test
    void what_was_counted_stays_when_the_next_article_is_read() {
        tally.term("挂失", 0, 2);
        Counted first = tally.counted();
        tally.clear();
        for (char c = 'a'; c <= 'z'; c++) for (char d = 'a'; d <= 'z'; d++) tally.term("" + c + d, 0, 2);
        assertThat(readable(first)).isEqualTo(Map.of("挂失", 1));
    }
}
