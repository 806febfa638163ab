package amends.quality;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PhoneNumber;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberMaskTest {
    private final NumberMask mask = new NumberMask("CN");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // at home: a mobile, a landline of Shanghai, one of a small town
                "+8613800138000, 138****8000",
                "+862161234567, 21****4567",
                "+8610601234, ****1234",
                // abroad
                "+442079460958, +44 ****0958",
                "+12025550143, +1 ****0143",
                "+85221234567, +852 ****4567",
                // too short to hide enough of it
                "+8612345, ****",
                "+86123456789, 1****6789",
                "+3, ****",
                "+, ****",
                // extensions and national forms: no more than the last two
                "1001, ****01",
                "13800138000, ****00",
                "95555, ****55",
                "12, ****",
                "1, ****",
                // nobody's
                "+99912345678, ****",
                "+8613800138000123456789, ****",
                "anonymous, ****",
                "+86 138 0013 8000, ****",
                "+86<b>8000, ****",
                "\"\u202e+8613800138000\", ****",
                "+86１３８００１３８０００, ****"
            })
    void a_number_is_shown_like_this(String number, String shown) {
        assertThat(mask.of(number)).isEqualTo(shown);
    }

    @Test
    void no_number_is_no_text() {
        assertThat(mask.of("")).isEmpty();
    }

    @Test
    void at_least_four_digits_of_every_public_number_stay_hidden() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            int digits = 4 + random.nextInt(12);
            var number = new StringBuilder("+").append(1 + random.nextInt(9));
            while (number.length() <= digits) number.append(random.nextInt(10));
            String shown = mask.of(new PhoneNumber(number.toString()).e164());
            long left = shown.chars().filter(Character::isDigit).count();
            assertThat(left).as(number + " as " + shown).isLessThanOrEqualTo(Math.max(0, digits - 4));
        }
    }
}
