package amends.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class NumberLinkTest {
    @ParameterizedTest
    @CsvSource({
        "tel:+86-138-0013-8000, +8613800138000",
        "TEL:(021)6123.4567;phone-context=+86, 02161234567",
        "sip:1002@pbx.example.com, 1002",
        "sips:1002@pbx.example.com;transport=tls?subject=x, 1002",
        "<sip:%2B8613800138000@pbx>, +8613800138000",
        "callto://10086, 10086",
        "tel:*97%23, *97#",
    })
    void what_a_link_names_can_be_called(String link, String number) {
        assertThat(NumberLink.number(link)).contains(number);
        assertThat(NumberLink.isLink(link)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:evil.example.com/../x", "tel:", "sip:%00%0d%0a@x", "tel:%zz", "sip:王@x"})
    void what_names_nothing_that_can_be_called_is_not(String link) {
        assertThat(NumberLink.number(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "1002", "", "telephone", "http://sip:1@x"})
    void what_is_no_link_is_left_alone(String written) {
        assertThat(NumberLink.isLink(written)).isFalse();
        assertThat(NumberLink.number(written)).isEmpty();
    }

    @Test
    void no_text_harms_it() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "sip:" : "tel:");
            for (int c = random.nextInt(60); c > 0; c--) text.append((char) random.nextInt(c % 7 == 0 ? 0x3000 : 128));
            NumberLink.number(text.toString()).ifPresent(n -> assertThat(n).matches("[+*#A-Za-z0-9_]{1,64}"));
        }
    }
}
