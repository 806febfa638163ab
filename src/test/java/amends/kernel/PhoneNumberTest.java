package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13800138000, CN, +8613800138000",
        "+86 138 0013 8000, CN, +8613800138000",
        "(010) 6552-9988, CN, +861065529988",
        "+15551230001, CN, +15551230001",
        "0086 138 0013 8000, CN, +8613800138000",
        "020 7946 0018, GB, +442079460018"
    })
    void what_people_write_is_kept_as_e164(String text, String region, String e164) {
        assertThat(PhoneNumber.parse(text, region)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1001", "anonymous", "", "+", "<html>13800138000", "999999999999999999999999", "sip:+86138"})
    void what_is_no_public_number_is_none(String text) {
        assertThat(PhoneNumber.parse(text, "CN")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CN, 138 0013 8000", "GB, +86 138 0013 8000"})
    void it_is_shown_as_people_at_home_would_write_it(String region, String shown) {
        assertThat(new PhoneNumber("+8613800138000").shownIn(region)).isEqualTo(shown);
    }
}
