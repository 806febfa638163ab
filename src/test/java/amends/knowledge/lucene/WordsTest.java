package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    private List<String> cut(String text) {
        var tokens = new Tokens();
        words.cut(text, 0, text.length(), tokens);
        return tokens.all().stream().map(Token::term).toList();
    }

    @Test
    void the_likeliest_words_are_taken() {
        assertThat(cut("我的信用卡还款时间")).containsExactly("我", "的", "信用卡", "还款", "时间");
        assertThat(cut("")).isEmpty();
    }

    @Test
    void whatever_characters_there_are_are_cut_without_a_gap() {
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(40); k >= 0; k--) text.append((char) ('\u4e00' + random.nextInt(20_000)));
            assertThat(String.join("", cut(text.toString()))).isEqualTo(text.toString());
        }
    }

    @Test
    void places_are_those_of_the_text() {
        var tokens = new Tokens();
        words.cut("x银行卡y", 1, 4, tokens);
        assertThat(tokens.all())
                .allSatisfy(t -> assertThat("x银行卡y".substring(t.from(), t.to())).isEqualTo(t.term()));
    }
}
