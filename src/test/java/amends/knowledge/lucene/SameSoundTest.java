package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameSoundTest {
    private static final TextAnalysis ANALYSIS = new TextAnalysis();
    private static final SameSound RIGHT = ANALYSIS.sameSound(own("银行卡激活 借记卡 挂失 转账限额 身份证 柜台"));

    private static Set<Long> own(String text) {
        var words = new HashSet<Long>();
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
    })
    void a_character_that_only_sounds_right_is_put_right(String typed, String meant) {
        assertThat(RIGHT.put(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我想在你们那儿弄张卡",
                "银行卡丢了怎么办",
                "转账限额是多少",
                "xinyongka nianfei",
                "app login 失败 e3007",
                "",
                "((((",
                "\ud840\udc00\ud840",
            })
    void what_is_right_stays_as_it_is(String text) {
        assertThat(RIGHT.put(text)).isEqualTo(text);
    }

    @Test
    void whatever_is_typed_keeps_its_length() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--)
                text.append(
                        (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x4e00 + random.nextInt(20_000)));
            assertThat(RIGHT.put(text.toString())).hasSameSizeAs(text);
        }
    }
}
