package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class PersonMaskTest {
    @ParameterizedTest
    @CsvSource({
        "张女士的卡丢了, ###女士的卡丢了",
        "王建国先生要挂失, ###先生要挂失",
        "我叫李小明 13800138000, 我叫### ###",
        "户名：欧阳不在表里, 户名：欧阳不在表里",
        "收款人是陳大文, 收款人是###",
        "card of Mr. Smith blocked, card of Mr. ### blocked",
        "my name is Anna Brown, my name is ###",
    })
    void names_that_are_said_to_be_names_are_masked(String typed, String kept) {
        assertThat(PersonMask.masked(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "黄金怎么买",
                "高额转账限制",
                "我是白金卡客户怎么升级",
                "钱没到账",
                "安全中心在哪",
                "Mr is a title",
                "this is a test",
                "万元以上预约",
                "姓名怎么改"
            })
    void what_nobody_calls_a_name_stays(String typed) {
        assertThat(PersonMask.masked(typed)).isEqualTo(typed);
    }

    @Test
    void a_known_name_goes_wherever_it_stands() {
        assertThat(PersonMask.masked("王建国的钱 anna brown", List.of("王建国", "Anna Brown", "x", "")))
                .isEqualTo("###的钱 ###");
    }
}
