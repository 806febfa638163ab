package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundReadingTest {
    private static final TextAnalysis ANALYSIS = new TextAnalysis();
    private static final SoundReading READING = ANALYSIS.soundReading(own("银行卡激活。借记卡挂失。转账限额。身份证。柜台。储蓄卡注销。忘记密码。"));

    private static OwnWords own(String text) {
        var words = new OwnWords();
        ANALYSIS.gatherWords(text, words);
        return words;
    }

    @ParameterizedTest
    @CsvSource({
        "我要准北啥, 我要准备啥",
        "带深份证行不行, 带身份证行不行",
        "去柜泰拿卡, 去柜台拿卡",
        "还没机活 怎么处理, 还没激活 怎么处理",
        "我的米码忘了, 我的密码忘了",
        "atm取款限鹅5000, atm取款限额5000",
        "借计卡挂师, 借记卡挂失",
    })
    void a_character_that_only_sounds_right_is_put_right(String typed, String meant) {
        assertThat(READING.putRight(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我想在你们那儿弄张卡",
                "银行卡丢了怎么办",
                "转账限额是多少",
                "新办借记卡 挂失",
                "xinyongka nianfei",
                "app login 失败 e3007",
                "",
                "((((",
                "\ud840\udc00\ud840",
            })
    void what_is_right_stays_as_it_is(String text) {
        assertThat(READING.putRight(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "yinhangkaguashi, 银行卡挂失",
        "jie ji ka gua shi, 借记卡挂失",
        "wangjimimazenmeban, 忘记密码怎么办",
    })
    void what_was_typed_in_sounds_is_written_in_the_words_that_articles_have(String typed, String meant) {
        assertThat(READING.written(ANALYSIS.heard(typed))).contains(meant);
    }

    @Test
    void without_articles_it_is_read_as_everybody_writes() {
        SoundReading reading = ANALYSIS.soundReading(new OwnWords());
        assertThat(reading.putRight("我的米码忘了")).isEqualTo("我的密码忘了");
        assertThat(reading.written(ANALYSIS.heard("womenmingtianqu"))).contains("我们明天去");
    }

    @Test
    void nothing_typed_is_nothing_written() {
        assertThat(READING.written("")).contains("");
    }

    @Test
    void whatever_is_typed_keeps_its_length() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--)
                text.append(
                        (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x4e00 + random.nextInt(20_000)));
            assertThat(READING.putRight(text.toString())).hasSameSizeAs(text);
        }
    }
}
