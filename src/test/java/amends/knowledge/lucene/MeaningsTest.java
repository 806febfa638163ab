package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeaningsTest {
    private final Folding folding = new Folding();
    private final Sounds sounds = new Sounds();
    private final Meanings meanings =
            Meanings.of(Stream.of("# remark", "", "挂失 丢了 遺失", "储蓄卡 借记卡", "卡 银行卡"), folding, sounds);

    private static List<String> terms(List<Token> tokens) {
        return tokens.stream().map(Token::term).toList();
    }

    @Test
    void the_longest_word_at_a_place_counts_in_either_script() {
        assertThat(meanings.in("借记卡遗失")).containsExactly(new Token("储蓄卡", 0, 3), new Token("挂失", 3, 5));
    }

    @Test
    void questions_are_heard_too_and_say_each_meaning_once() {
        assertThat(terms(meanings.inQuestion("借记咖丢乐丢了"))).containsExactly("储蓄卡", "挂失");
        assertThat(terms(meanings.in("借记咖丢乐"))).isEmpty();
    }

    @Test
    void syllables_mean_what_they_sound_like() {
        assertThat(terms(meanings.spelled(sounds.cut("chuxukaguashi")))).containsExactly("储蓄卡", "挂失");
    }

    @Test
    void what_comes_with_the_program_is_read() {
        assertThat(terms(Meanings.shipped(folding, sounds).in("转账"))).isNotEmpty();
    }

    @Test
    void function_words_are_told_apart() {
        assertThat(FunctionWords.mark("怎么挂失")).containsExactly(true, true, false, false);
    }
}
