package amends.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5 |",
                "５ | 5 |",
                "٥ | 5 |",
                "⑤ | 5 |",
                "5️⃣ | 5 |",
                "'  5分' | 5 |",
                "5分。 | 5 |",
                "【5】 | 5 |",
                "“4” | 4 |",
                "五 | 5 |",
                "五分 | 5 |",
                "五星好评 | 5 | 好评",
                "4星 | 4 |",
                "兩分 | 2 |",
                "three | 3 |",
                "5 points | 5 |",
                "非常满意 | 5 |",
                "非常滿意！ | 5 |",
                "非常满意谢谢 | 5 | 谢谢",
                "十分满意 | 5 |",
                "满意 | 4 |",
                "一般 | 3 |",
                "一般般吧 | 3 | 般吧",
                "不满意 | 2 |",
                "很不满意，等了半小时 | 1 | 等了半小时",
                "一点都不满意 | 1 |",
                "Very satisfied. | 5 |",
                "not satisfied | 2 |",
                "5 服务很好 | 5 | 服务很好",
                "5服务很好 | 5 | 服务很好",
                "5,服务很好 | 5 | 服务很好",
                "5 2天就解决了 | 5 | 2天就解决了",
                "1 等了３天 | 1 | 等了3天",
                "4 Thanks, Miss Li | 4 | Thanks, Miss Li",
                "我给你们打5分 | 5 |",
                "评分：4 | 4 |",
                "满意度5分 | 5 |",
                "回复5 | 5 |",
                "5 5 5 | 5 | 5 5",
                "满意 5 | 5 |",
                "5 满意 | 5 | 满意",
                "3 不满意 | 3 | 不满意",
                "5👍 | 5 | 👍"
            })
    void a_score_is_read_however_it_is_written(String text, int score, String words) {
        assertThat(ReplyReader.read(text)).isEqualTo(new Reply(Optional.of(score), false, words == null ? "" : words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "9",
                "0",
                "6",
                "10",
                "05",
                "100分",
                "-5%",
                "4.5",
                "1-5",
                "4/5",
                "5%",
                "5G信号差",
                "3天了还没解决",
                "3 天了",
                "三天了还没解决",
                "五分钟就解决了",
                "三分之一",
                "5年老客户",
                "1个小时没人接",
                "12315见",
                "一直打不通",
                "十分",
                "满意度很低",
                "满意吗",
                "满意才怪",
                "5 1",
                "1 非常满意",
                "5 很不满意",
                "好的",
                "谢谢",
                "stopped working",
                "T恤颜色不对",
                "？？？"
            })
    void what_may_mean_something_else_has_no_score_and_is_kept_as_it_is(String text) {
        Reply reply = ReplyReader.read(text);
        assertThat(reply.score()).isEmpty();
        assertThat(reply.refuses()).isFalse();
        assertThat(reply.words()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T",
                "t",
                "Ｔ",
                "TD",
                "t退订",
                "T 退订",
                "退订",
                "退訂",
                "【退订】",
                "回复T",
                "回T退订",
                "STOP",
                "Stop it",
                "unsubscribe",
                "拒收",
                "怎么退订啊",
                "请退订",
                "不要再发了",
                "别再问了",
                "勿扰"
            })
    void a_refusal_is_read_however_it_is_said(String text) {
        assertThat(ReplyReader.read(text).refuses()).isTrue();
        assertThat(ReplyReader.read(text).score()).isEmpty();
    }

    @Test
    void a_message_may_score_and_refuse_at_once() {
        assertThat(ReplyReader.read("2分，退订")).isEqualTo(new Reply(Optional.of(2), true, "退订"));
        assertThat(ReplyReader.read("5 不要再发了")).isEqualTo(new Reply(Optional.of(5), true, "不要再发了"));
    }

    @Test
    void who_says_that_they_do_not_refuse_does_not() {
        assertThat(ReplyReader.read("5 不用退订").refuses()).isFalse();
        assertThat(ReplyReader.read("5 不要发票").refuses()).isFalse();
    }

    /** Whatever comes is answered, quickly, with a score within bounds and words that are harmless. */
    @Test
    void hostile_text_is_read_without_harm() {
        String[] pieces = {
            "5", "１", "五", "分", "满意", "不", "非常", "退订", "T", "STOP", " ", "\n", "\u0000", "\u202e", "\ud83d", "👍", "%s",
            "'", "<b>", "我给", "评分", ".", "-", "天", "星", "满意度", "\u200b", "\u0301", "9", "一点都"
        };
        var random = new Random(20260105);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) text.append(pieces[random.nextInt(pieces.length)]);
            Reply reply = ReplyReader.read(text.toString());
            reply.score().ifPresent(score -> assertThat(score).isBetween(1, 5));
            assertThat(reply.words()).doesNotContain("\n", "\u0000", "\u202e").hasSizeLessThanOrEqualTo(500);
        }
    }

    @Test
    void a_very_long_message_is_cut_and_read_at_once() {
        assertThat(ReplyReader.read("5 " + "好".repeat(100_000)).score()).contains(5);
        assertThat(ReplyReader.read("不".repeat(100_000)).score()).isEmpty();
        assertThat(ReplyReader.read("我给".repeat(100_000)).score()).isEmpty();
    }
}
