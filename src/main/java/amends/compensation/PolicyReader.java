package amends.compensation;

import amends.compensation.CompensationPolicy.Budget;
import amends.kernel.Money;
import amends.kernel.yaml.Nearest;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.staff.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a policy that people write. Everything that is wrong is told at once, each with its line: words that nobody
 * knows, amounts that are none, floors above limits, rows that say the same or can never apply, options that nobody
 * can be given.
 */
public final class PolicyReader {
    private static final String STANDARD = "policy.yaml";

    private PolicyReader() {}

    /** The text of the policy that comes with the house: of the invented bank. */
    public static String standardText() {
        try (InputStream file = PolicyReader.class.getResourceAsStream(STANDARD)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CompensationPolicy standard() {
        try {
            return read(STANDARD, standardText());
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public static CompensationPolicy read(Path file) throws YamlMistakes {
        return read(YamlDocument.read(file));
    }

    /** @param name how mistakes call it */
    public static CompensationPolicy read(String name, String text) throws YamlMistakes {
        return read(YamlDocument.of(name, text));
    }

    private static CompensationPolicy read(YamlDocument document) throws YamlMistakes {
        YamlMap root = document.filled("write a policy like the one that 'amends policy show' prints")
                .root();
        String name = name(root);
        Currency currency = currency(root);
        Budget budget = budget(root.map("budget"), currency);
        YamlMap roles = root.map("authority");
        Map<Role, Money> authority = authority(roles, currency);
        Money highest = authority.values().stream().max(Money::compareTo).orElse(Money.zero(currency));
        Money alone = amount(root, "two-persons-above", currency, highest);
        if (alone.compareTo(highest) < 0)
            root.mistake("two-persons-above", "is below " + highest + ", which one person alone may grant");
        Optional<Money> worth = root.has("worth-of-a-point")
                ? Optional.of(amount(root, "worth-of-a-point", currency, Money.zero(currency)))
                : Optional.empty();
        if (worth.filter(Money::isZero).isPresent())
            root.mistake("worth-of-a-point", "is nothing: then nothing would ever be worth its cost");
        Duration pending = Duration.ofHours(root.integer("pending-hours", 48, 1, 24 * 60));
        var kinds = new TreeSet<>(FailureKind.seen());
        root.each("failures", List.of(), "words like wrong-charge", FailureKind::written)
                .forEach(kind -> {
                    if (!kinds.add(kind)) root.mistake("failures", "names '" + kind + "' which is known already");
                });
        List<OptionReader.Read> options = new OptionReader(currency).read(root);
        List<PolicyRow> rows = new RowReader(kinds, options, budget.amount()).read(root);
        document.check();
        return new CompensationPolicy(
                name,
                currency,
                worth,
                budget,
                authority,
                alone,
                pending,
                kinds,
                options.stream().map(OptionReader.Read::option).toList(),
                rows);
    }

    private static String name(YamlMap root) {
        root.required("policy");
        return root.parsed("policy", "", "lower-case letters, digits and hyphens, at most 40", text -> {
                    if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) throw new IllegalArgumentException();
                    return text;
                })
                + "-" + root.integer("edition", 1, 1, 99_999);
    }

    private static Currency currency(YamlMap root) {
        root.required("currency");
        Currency yuan = Currency.getInstance("CNY");
        return root.parsed(
                "currency",
                yuan,
                "a currency's three letters, like CNY",
                text -> Money.currency(text).orElseThrow(IllegalArgumentException::new));
    }

    private static Budget budget(YamlMap budget, Currency currency) {
        if (!budget.has("amount")) budget.mistake("amount", "is missing: a policy without a budget gives without end");
        return new Budget(
                budget.choice("period", BudgetPeriod.MONTH),
                amount(budget, "amount", currency, Money.zero(currency)),
                budget.parsed(
                        "time-zone",
                        ZoneId.systemDefault(),
                        "system, or a place like Asia/Shanghai",
                        PolicyReader::zone));
    }

    private static ZoneId zone(String text) {
        if (text.equals("system")) return ZoneId.systemDefault();
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<Role, Money> authority(YamlMap roles, Currency currency) {
        var authority = new EnumMap<Role, Money>(Role.class);
        for (Role role : List.of(Role.AGENT, Role.EXPERT, Role.LEAD)) {
            String key = role.name().toLowerCase(java.util.Locale.ROOT);
            if (!roles.has(key)) roles.mistake(key, "is missing: up to which value may they grant alone? (0: nothing)");
            authority.put(role, amount(roles, key, currency, Money.zero(currency)));
        }
        return authority;
    }

    /** An amount that is not negative, and exact in its currency. */
    static Money amount(YamlMap map, String key, Currency currency, Money otherwise) {
        String shape = "an amount of " + currency.getCurrencyCode() + " like 10 or "
                + (currency.getDefaultFractionDigits() == 0 ? "500" : "10.50");
        return map.parsed(key, otherwise, shape, text -> {
            Money amount = Money.parse(text, currency).orElseThrow(IllegalArgumentException::new);
            if (amount.isNegative()) throw new IllegalArgumentException("less than nothing cannot be given");
            return amount;
        });
    }

    /** For a word that nobody knows: what may have been meant, and what there is. */
    static IllegalArgumentException unknown(String word, Collection<String> known) {
        return new IllegalArgumentException(Nearest.to(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known here: " + String.join(", ", new TreeSet<>(known))));
    }
}
