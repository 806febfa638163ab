package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6222 0212 3456 7890 转账失败 | ### 转账失败",
                "１３８００１３８０００ 没收到 | ### 没收到",
                "客户一三八零零一三八零零零说 | 客户###说",
                "call +44 20 7946 0958 back | call ### back",
                "wang@example.com 改邮箱 | ### 改邮箱",
                "E1024 错误 | E1024 错误",
                "扣了 268 块 | 扣了 268 块",
                "2026 年 10 月 3 日 | 2026 年 10 月 3 日",
                "95588 是什么 | 95588 是什么"
            })
    void numbers_of_people_go_and_codes_stay(String typed, String kept) {
        assertThat(NumberMask.masked(typed)).isEqualTo(kept);
    }
}
