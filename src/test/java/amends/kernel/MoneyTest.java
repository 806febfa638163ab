package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency YUAN = Currency.getInstance("CNY");
    private static final Currency YEN = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource({"268, 26800", "268.00, 26800", "0.5, 50", "-3.2, -320", "0, 0", "26.80000, 2680"})
    void an_amount_is_read_exactly(String written, long minor) {
        assertThat(Money.parse(written, YUAN)).contains(new Money(minor, YUAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,000", "1e3", "0.001", "NaN", "１０", " 5", "92233720368547758.08", "5元", "1.", ".5"})
    void what_is_no_amount_is_none(String written) {
        assertThat(Money.parse(written, YUAN)).isEmpty();
    }

    @Test
    void a_currency_without_smaller_unit_counts_whole_ones() {
        assertThat(Money.parse("500", YEN)).contains(new Money(500, YEN));
        assertThat(Money.parse("0.5", YEN)).isEmpty();
    }

    @Test
    void sums_are_exact_or_fail() {
        assertThat(new Money(10, YUAN).plus(new Money(20, YUAN)).minus(new Money(5, YUAN)))
                .hasToString("0.25 CNY");
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, YUAN).plus(new Money(1, YUAN)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE / 2, YUAN).times(3)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void yuan_and_yen_are_not_compared() {
        assertThatThrownBy(() -> new Money(1, YUAN).compareTo(new Money(1, YEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_shown_in_the_readers_language() {
        assertThat(new Money(123_456, YUAN).shown(Locale.SIMPLIFIED_CHINESE)).isEqualTo("¥1,234.56");
        assertThat(new Money(123_456, YUAN).shown(Locale.ENGLISH)).endsWith("1,234.56");
    }

    @Test
    void a_code_is_a_currency_or_none() {
        assertThat(Money.currency("CNY")).contains(YUAN);
        assertThat(Money.currency("XAU")).isEmpty();
        assertThat(Money.currency("cny")).isEmpty();
        assertThat(Money.currency("YUAN")).isEmpty();
    }
}
