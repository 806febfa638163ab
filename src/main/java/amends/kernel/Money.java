package amends.kernel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount of money, exact. Adding what does not fit or what is of another currency is an error, never a wrong sum.
 *
 * @param minor in the currency's smallest unit: 26800 is 268.00 yuan; may be negative
 * @param currency with at most 4 decimal places (ISO 4217); those without a unit, such as gold, are no money here
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    private static final int MOST_CHARACTERS = 30;

    public Money {
        if (currency.getDefaultFractionDigits() < 0)
            throw new IllegalArgumentException("no unit of account: " + currency.getCurrencyCode());
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws ArithmeticException when it has more decimal places than the currency, or is too large */
    public static Money of(BigDecimal amount, Currency currency) {
        int places = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.precision() - amount.scale() > MOST_CHARACTERS || amount.scale() > MOST_CHARACTERS)
            throw new ArithmeticException("no amount");
        return new Money(amount.movePointRight(places).longValueExact(), currency);
    }

    /** @param amount as a file or a form has it, {@code 268} or {@code 268.00}, without signs of grouping */
    public static Optional<Money> parse(String amount, Currency currency) {
        if (amount == null || amount.length() > MOST_CHARACTERS || !amount.matches("-?[0-9]+(\\.[0-9]+)?"))
            return Optional.empty();
        try {
            return Optional.of(of(new BigDecimal(amount), currency));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Of that code, where there is such a currency and it has a unit. */
    public static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** The plain decimal number: {@code 268.00}. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** As a person of that language reads it, with the currency's sign. */
    public String shown(Locale language) {
        var format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(amount());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(currency.getCurrencyCode() + " and " + other.currency.getCurrencyCode());
        return other;
    }

    /** {@code 268.00 CNY}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }
}
