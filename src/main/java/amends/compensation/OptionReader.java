package amends.compensation;

import amends.kernel.Money;
import amends.kernel.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the options of a policy. */
final class OptionReader {
    private static final double MOST_EFFECT = 4;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private final Currency currency;

    OptionReader(Currency currency) {
        this.currency = currency;
    }

    /** An option and where it stands. */
    record Read(Option option, YamlMap map) {}

    List<Read> read(YamlMap root) {
        var options = new ArrayList<Read>();
        Set<String> keys = new HashSet<>();
        for (YamlMap each : root.maps("options")) {
            Option option = option(each);
            if (!keys.add(option.key())) each.mistake("key", "is there twice");
            options.add(new Read(option, each));
        }
        if (options.isEmpty()) root.mistake("options", "names none: there is nothing to give");
        return options;
    }

    private Option option(YamlMap map) {
        String key = key(map);
        if (!map.has("form")) map.required("form");
        if (!map.has("value")) map.required("value");
        Money value = PolicyReader.amount(map, "value", currency, Money.zero(currency));
        return new Option(
                key,
                map.choice("form", Form.REFUND),
                name(map, key),
                value,
                PolicyReader.amount(map, "cost", currency, value),
                number(map, "fairness", 0.8, 1),
                number(map, "effect", 0.5, MOST_EFFECT),
                feasibility(map));
    }

    private static String key(YamlMap map) {
        if (map.required("key").isBlank()) return "";
        return map.parsed("key", "", "lower-case letters, digits and hyphens, at most 40", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) throw new IllegalArgumentException();
            return text;
        });
    }

    /** In three languages; where there are none, the key has to do. */
    private static OptionName name(YamlMap map, String key) {
        if (!map.has("name")) return new OptionName(key, key, key);
        YamlMap words = map.map("name");
        return new OptionName(words.required("zh-CN"), words.required("zh-TW"), words.required("en"));
    }

    private static double number(YamlMap map, String key, double otherwise, double most) {
        return map.parsed(key, otherwise, "a number from 0 to " + (int) most, text -> {
            double number = text.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(text) : -1;
            if (number < 0 || number > most) throw new IllegalArgumentException();
            return number;
        });
    }

    private static Feasibility feasibility(YamlMap map) {
        OptionalInt stock =
                map.has("stock") ? OptionalInt.of(map.integer("stock", 1, 1, 1_000_000)) : OptionalInt.empty();
        Set<DayOfWeek> days =
                map.parsed("days", Feasibility.ALWAYS.days(), "days like mon-fri or sat", OptionReader::days);
        LocalTime[] hours = map.parsed(
                "hours",
                new LocalTime[] {LocalTime.MIDNIGHT, LocalTime.MIDNIGHT},
                "hours like \"09:00-18:00\"",
                OptionReader::hours);
        return new Feasibility(stock, days, hours[0], hours[1]);
    }

    private static Set<DayOfWeek> days(String text) {
        String[] ends = text.toLowerCase(Locale.ROOT).split("-", 2);
        int[] at =
                Arrays.stream(ends).mapToInt(end -> DAYS.indexOf(end.strip())).toArray();
        if (Arrays.stream(at).anyMatch(i -> i < 0)) throw new IllegalArgumentException();
        var days = EnumSet.noneOf(DayOfWeek.class);
        int last = at[at.length - 1];
        for (int i = at[0]; ; i = (i + 1) % DAYS.size()) {
            days.add(DayOfWeek.of(i + 1));
            if (i == last) return days;
        }
    }

    private static LocalTime[] hours(String text) {
        String[] ends = text.split("-", 2);
        if (ends.length != 2) throw new IllegalArgumentException();
        try {
            return new LocalTime[] {LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())};
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
