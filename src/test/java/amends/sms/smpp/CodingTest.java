package amends.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sms.SmsGateway.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTest {
    @ParameterizedTest
    @ValueSource(strings = {"Please rate 1-5 {€}", "请评分1–5", "😀👩‍👧", "naïve"})
    void what_is_written_is_read_back(String text) {
        Coding coding = Coding.of(text);

        assertThat(Coding.text(coding.dataCoding(), coding.octets())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"160, a, false", "161, a, true", "80, €, false", "81, €, true", "70, 好, false", "71, 好, true"})
    void one_message_on_the_air_has_160_septets_or_70_chinese_characters(int times, String what, boolean isLong) {
        assertThat(Coding.of(what.repeat(times)).isLong()).isEqualTo(isLong);
    }

    @ParameterizedTest
    @CsvSource({"0x00, true", "0x10, true", "0xF0, true", "0xC0, true"})
    void the_groups_that_mean_the_gsm_alphabet(String coding, boolean gsm) {
        assertThat(Coding.text((byte) (int) Integer.decode(coding), new byte[] {0, 1}))
                .isEqualTo("@£");
    }

    @Test
    void the_groups_that_mean_ucs2_latin_and_binary() {
        byte[] ucs2 = "好".getBytes(StandardCharsets.UTF_16BE);
        assertThat(Coding.text((byte) 0x08, ucs2)).isEqualTo("好");
        assertThat(Coding.text((byte) 0x18, ucs2)).isEqualTo("好");
        assertThat(Coding.text((byte) 0xE0, ucs2)).isEqualTo("好");
        assertThat(Coding.text((byte) 3, new byte[] {(byte) 0xE9})).isEqualTo("é");
        assertThat(Coding.text((byte) 4, new byte[] {1, 2})).isEmpty();
        assertThat(Coding.text((byte) 0xF4, new byte[] {1, 2})).isEmpty();
    }

    @Test
    void a_header_tells_the_part_by_eight_or_sixteen_bits() {
        assertThat(UserDataHeader.of(new byte[] {5, 0, 3, (byte) 200, 3, 2, 'x'}))
                .isEqualTo(new UserDataHeader(6, java.util.Optional.of(new Part(200, 2, 3))));
        assertThat(UserDataHeader.of(new byte[] {6, 8, 4, 1, 2, 2, 1}).part()).contains(new Part(258, 1, 2));
    }

    @Test
    void other_elements_of_a_header_are_passed_over() {
        byte[] ports = {11, 5, 4, 1, 2, 3, 4, 0, 3, 9, 2, 2};
        assertThat(UserDataHeader.of(ports)).satisfies(header -> {
            assertThat(header.length()).isEqualTo(12);
            assertThat(header.part()).contains(new Part(9, 2, 2));
        });
    }

    @Test
    void a_part_beyond_the_last_or_of_one_is_no_part() {
        assertThat(UserDataHeader.of(new byte[] {5, 0, 3, 1, 2, 3}).part()).isEmpty();
        assertThat(UserDataHeader.of(new byte[] {5, 0, 3, 1, 1, 1}).part()).isEmpty();
        assertThat(UserDataHeader.of(new byte[] {5, 0, 3, 1, 2, 0}).part()).isEmpty();
    }

    @Test
    void a_header_longer_than_the_message_is_none() {
        assertThat(UserDataHeader.of(new byte[] {9, 0, 3, 1}))
                .extracting(UserDataHeader::length)
                .isEqualTo(0);
        assertThat(UserDataHeader.of(new byte[0]).length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 000000000001000R", "90061, 000001010101000R", "99999999, 000027000000000R"})
    void validity_is_relative_time_of_at_least_a_second(long seconds, String written) {
        assertThat(Submit.validity(Duration.ofSeconds(seconds))).isEqualTo(written);
    }
}
