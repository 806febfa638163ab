package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenccScriptTest {
    private final OpenccScript script = new OpenccScript();

    @Test
    void chinese_is_shown_with_the_characters_and_words_of_taiwan() {
        assertThat(script.inTraditional("短信验证码没收到，请核对网络和账户里面的余额")).isEqualTo("簡訊驗證碼沒收到，請核對網路和帳戶裡面的餘額");
    }

    @Test
    void other_text_and_markdown_stay() {
        assertThat(script.inTraditional("## E3007\n- **VIP** card")).isEqualTo("## E3007\n- **VIP** card");
        assertThat(script.inTraditional("")).isEmpty();
    }
}
