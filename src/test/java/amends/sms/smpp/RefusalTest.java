package amends.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sms.SmsGateway.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x14, 0x08, 0x45, 0x64, 0x04, 0xFF, 0x400, 0x4FF})
    void what_passes_is_tried_again(int status) {
        assertThat(Refusal.of(status)).isInstanceOf(Answer.NotNow.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x0A, 0x0B, 0x33, 0x50, 0x61, 0x62, 0x65, 0xC3})
    void what_does_not_pass_is_over(int status) {
        assertThat(Refusal.of(status)).isInstanceOf(Answer.Refused.class);
    }
}
