package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {
    private static ArticleText article(String body, String tag) {
        return new ArticleText(
                new ArticleId("refund", ArticleLanguage.ZH_CN),
                "退款几天到账",
                List.of(),
                "cards",
                tag.isEmpty() ? List.of() : List.of(tag),
                Audience.values()[0],
                new Validity(Optional.empty(), Optional.empty()),
                body,
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "退款 3 个工作日内到账。, 退款 3 个工作日内到账！, '', false",
        "退款 3 个工作日内到账。, 退款 5 个工作日内到账。, '', true",
        "退款一般当天到账，请放心。, 退款一般当天就到账，请您放心。, '', false",
        "退款一般当天到账，请放心。, 退款一般当天就到账，请您放心。, 更正, true",
        "本人可在网点办理改名。, 线上渠道自助申请即可，无需前往任何地方。, '', true"
    })
    void a_correction_is_what_would_have_been_told_otherwise(String told, String now, String tag, boolean correction) {
        assertThat(Correction.isOne(article(told, ""), article(now, tag))).isEqualTo(correction);
    }

    @org.junit.jupiter.api.Test
    void a_mark_on_the_same_answer_corrects_nothing() {
        assertThat(Correction.isOne(article("好", ""), article("好", "更正"))).isFalse();
    }
}
