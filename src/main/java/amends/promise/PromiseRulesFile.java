package amends.promise;

import amends.kernel.Money;
import amends.kernel.WorkingCalendar;
import amends.kernel.yaml.YamlCalendar;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.promise.PromiseKind.OfMoney;
import amends.staff.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what can be promised; every mistake is told with its line. */
public final class PromiseRulesFile {
    private static final int MOST_HOURS = 4000;
    private static final String CODE = "[a-z][a-z0-9-]{0,39}";

    private PromiseRulesFile() {}

    /**
     * @param house when those at the desks work
     * @throws YamlMistakes when it is missing, unreadable, or says what makes no sense
     */
    public static PromiseRules read(Path file, WorkingCalendar house) throws YamlMistakes {
        return read(YamlDocument.read(file), house);
    }

    /** The rules that come with the program. */
    public static PromiseRules shipped(WorkingCalendar house) {
        try (var in = PromiseRulesFile.class.getResourceAsStream("promises.yaml")) {
            return read("promises.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8), house);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e);
        }
    }

    static PromiseRules read(String name, String text, WorkingCalendar house) throws YamlMistakes {
        return read(YamlDocument.of(name, text), house);
    }

    private static PromiseRules read(YamlDocument document, WorkingCalendar house) throws YamlMistakes {
        YamlMap root = document.root();
        Duration remind = Duration.ofHours(root.integer("remind-hours", 2, 0, 100));
        DueSuggesting suggesting = suggesting(root.map("suggestion"));
        List<Department> departments = departments(root, house);
        List<PromiseKind> kinds = kinds(root, departments, house);
        document.check();
        return new PromiseRules(kinds, departments, house, remind, suggesting);
    }

    private static DueSuggesting suggesting(YamlMap map) {
        return new DueSuggesting(
                map.integer("share-percent", 80, 1, 99) / 100.0,
                map.integer("worth-cases", 10, 1, 10_000),
                map.integer("margin-percent", 25, 0, 1000) / 100.0,
                Duration.ofMinutes(map.integer("margin-minutes", 30, 0, 100_000)));
    }

    private static List<Department> departments(YamlMap root, WorkingCalendar house) {
        var all = new ArrayList<Department>();
        var codes = new HashSet<String>();
        for (YamlMap each : root.maps("departments")) {
            String code = code(each, codes);
            Names names = names(each);
            WorkingCalendar calendar = YamlCalendar.read(each, house);
            if (!code.isEmpty()) all.add(new Department(code, names, calendar));
        }
        return all;
    }

    private static List<PromiseKind> kinds(YamlMap root, List<Department> departments, WorkingCalendar house) {
        var all = new ArrayList<PromiseKind>();
        var codes = new HashSet<String>();
        for (YamlMap each : root.maps("kinds"))
            kind(each, codes, departments, house).ifPresent(all::add);
        if (all.isEmpty()) root.mistake("kinds", "names nothing that can be promised");
        return all;
    }

    private static java.util.Optional<PromiseKind> kind(
            YamlMap map, Set<String> codes, List<Department> departments, WorkingCalendar house) {
        String code = code(map, codes);
        Names names = names(map);
        String department = map.text("department", "");
        WorkingCalendar calendar = departments.stream()
                .filter(d -> d.code().equals(department))
                .map(Department::calendar)
                .findFirst()
                .orElse(house);
        if (!department.isEmpty()
                && departments.stream().noneMatch(d -> d.code().equals(department)))
            map.mistake("department", "has no department '" + department + "'");
        Duration usual = Duration.ofHours(map.integer("usual-hours", 8, 1, MOST_HOURS));
        Duration soonest = Duration.ofMinutes(map.integer("soonest-minutes", 10, 0, MOST_HOURS * 60));
        Duration farthest = dayOf(calendar).multipliedBy(map.integer("farthest-days", 20, 1, 400));
        OfMoney money = map.choice("money", OfMoney.NONE);
        Map<Role, Money> limits = limits(map.map("limits"));
        if (soonest.compareTo(usual) > 0) map.mistake("soonest-minutes", "is more than the usual hours");
        else if (usual.compareTo(farthest) > 0) map.mistake("usual-hours", "is more than the farthest days");
        else if (!code.isEmpty())
            return java.util.Optional.of(
                    new PromiseKind(code, names, department, usual, soonest, farthest, money, limits));
        return java.util.Optional.empty();
    }

    private static Duration dayOf(WorkingCalendar calendar) {
        Duration day = Duration.between(calendar.opens(), calendar.closes());
        return day.isPositive() ? day : day.plusDays(1);
    }

    private static String code(YamlMap map, Set<String> codes) {
        String code = map.required("code");
        if (code.isBlank()) return "";
        if (!code.matches(CODE))
            map.mistake("code", "is made of small letters, digits and hyphens, not '" + code + "'");
        else if (!codes.add(code)) map.mistake("code", "says '" + code + "' a second time");
        else return code;
        return "";
    }

    private static Names names(YamlMap map) {
        String name = map.required("name");
        return new Names(name, map.text("name-zh-TW", name), map.text("name-en", name));
    }

    private static Map<Role, Money> limits(YamlMap map) {
        Currency currency = map.parsed(
                "currency",
                Currency.getInstance("CNY"),
                "a currency like CNY",
                text -> Money.currency(text).orElseThrow(IllegalArgumentException::new));
        var limits = new EnumMap<Role, Money>(Role.class);
        for (Role role : Role.values()) {
            String key = role.name().toLowerCase(Locale.ROOT);
            if (!map.has(key)) {
                map.text(key, "");
                continue;
            }
            limits.put(
                    role,
                    map.parsed(
                            key, Money.zero(currency), "an amount like 50 or 50.00", text -> amount(text, currency)));
        }
        return limits;
    }

    private static Money amount(String text, Currency currency) {
        return Money.parse(text, currency).filter(m -> !m.isNegative()).orElseThrow(IllegalArgumentException::new);
    }
}
