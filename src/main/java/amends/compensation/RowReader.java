package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.kernel.yaml.YamlMap;
import amends.recovery.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the rows of a policy, and sees to it that each case has one row and each row a case. */
final class RowReader {
    private static final String ANY = "any";
    private final Collection<FailureKind> kinds;
    private final List<OptionReader.Read> read;
    private final List<Option> options;
    private final Money whole;

    /** @param whole the budget of all */
    RowReader(Collection<FailureKind> kinds, List<OptionReader.Read> read, Money whole) {
        this.kinds = kinds;
        this.read = read;
        options = read.stream().map(OptionReader.Read::option).toList();
        this.whole = whole;
    }

    private record Cell(FailureKind kind, Severity severity, Tier tier) {
        @Override
        public String toString() {
            return kind + "/" + word(severity) + "/" + word(tier);
        }
    }

    List<PolicyRow> read(YamlMap root) {
        var rows = new LinkedHashMap<PolicyRow, YamlMap>();
        Set<String> keys = new HashSet<>();
        for (YamlMap each : root.maps("rows")) {
            PolicyRow row = row(each);
            if (!keys.add(row.key())) {
                each.mistake("the row '" + row.key() + "' is there twice");
                continue;
            }
            rows.put(row, each);
        }
        if (rows.isEmpty()) root.mistake("rows", "has none: nobody could be given anything");
        overlaps(rows);
        unreachable(rows);
        unoffered(rows.keySet());
        return List.copyOf(rows.keySet());
    }

    private PolicyRow row(YamlMap map) {
        for (String needed : List.of("failure", "options", "floor", "limit"))
            if (!map.has(needed)) map.required(needed);
        Set<FailureKind> failures = failures(map);
        Set<Severity> severities = words(map, "severity", Severity.values());
        Set<Tier> tiers = words(map, "tier", Tier.values());
        Money zero = Money.zero(whole.currency());
        Money floor = PolicyReader.amount(map, "floor", whole.currency(), zero);
        Money limit = PolicyReader.amount(map, "limit", whole.currency(), floor);
        boolean upright = floor.compareTo(limit) <= 0;
        if (!upright) map.mistake("floor", "is " + floor + ", above the limit of " + limit);
        if (limit.compareTo(whole) > 0) map.mistake("limit", "is " + limit + ", above the whole budget of " + whole);
        String key = key(failures, severities, tiers);
        var row = new PolicyRow(key, failures, severities, tiers, floor, limit, options(map), budget(map, floor));
        if (upright && !row.options().isEmpty()) fitting(map, row);
        return row;
    }

    private Optional<Money> budget(YamlMap map, Money floor) {
        if (!map.has("budget")) return Optional.empty();
        Money budget = PolicyReader.amount(map, "budget", whole.currency(), whole);
        if (budget.compareTo(whole) > 0) map.mistake("budget", "is " + budget + ", above the whole one of " + whole);
        if (budget.compareTo(floor) < 0)
            map.mistake(
                    "budget", "is " + budget + ", below the floor of " + floor + ": nobody could be given anything");
        return Optional.of(budget);
    }

    private Set<FailureKind> failures(YamlMap map) {
        List<String> known = kinds.stream().map(FailureKind::key).toList();
        List<Optional<FailureKind>> read = map.each("failure", List.of(), "a kind of failure, or any", text -> {
            if (text.equals(ANY)) return Optional.empty();
            String word = text.toLowerCase(Locale.ROOT).replace('_', '-');
            if (!known.contains(word)) throw PolicyReader.unknown(word, known);
            return Optional.of(new FailureKind(word));
        });
        return read.contains(Optional.<FailureKind>empty())
                ? Set.of()
                : read.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> Set<E> words(YamlMap map, String key, E[] all) {
        List<String> known = Arrays.stream(all).map(RowReader::word).toList();
        List<Optional<E>> read = map.each(key, List.of(), "one of " + String.join(", ", known) + ", or any", text -> {
            if (text.equals(ANY)) return Optional.empty();
            int at = known.indexOf(text.toLowerCase(Locale.ROOT));
            if (at < 0) throw PolicyReader.unknown(text, known);
            return Optional.of(all[at]);
        });
        return read.contains(Optional.<E>empty())
                ? Set.of()
                : read.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private List<Option> options(YamlMap map) {
        List<String> known = options.stream().map(Option::key).toList();
        List<Option> read = map.each("options", List.of(), "an option's key", text -> {
            int at = known.indexOf(text);
            if (at < 0) throw PolicyReader.unknown(text, known);
            return options.get(at);
        });
        if (new HashSet<>(read).size() < read.size()) map.mistake("options", "names one twice");
        return read.stream().distinct().toList();
    }

    private static void fitting(YamlMap map, PolicyRow row) {
        for (Option option : row.options())
            if (!row.fits(option))
                map.mistake(
                        "options",
                        "offers '" + option.key() + "', which is worth " + option.value() + ": outside " + row.floor()
                                + " to " + row.limit());
    }

    private static String key(Set<FailureKind> failures, Set<Severity> severities, Set<Tier> tiers) {
        String key = joined(failures.stream().map(FailureKind::key).toList()) + "/"
                + joined(severities.stream().map(RowReader::word).toList());
        return tiers.isEmpty()
                ? key
                : key + "/" + joined(tiers.stream().map(RowReader::word).toList());
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? ANY : String.join("+", new TreeSet<>(words));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Set<Cell> cells(PolicyRow row) {
        var cells = new HashSet<Cell>();
        for (FailureKind kind : kinds)
            for (Severity severity : Severity.values())
                for (Tier tier : Tier.values())
                    if (row.covers(kind, severity, tier)) cells.add(new Cell(kind, severity, tier));
        return cells;
    }

    private void overlaps(Map<PolicyRow, YamlMap> rows) {
        var taken = new LinkedHashMap<Integer, Map<Cell, YamlMap>>();
        rows.forEach((row, map) -> {
            Map<Cell, YamlMap> same = taken.computeIfAbsent(row.precision(), p -> new LinkedHashMap<>());
            Set<Cell> cells = cells(row);
            cells.stream()
                    .filter(same::containsKey)
                    .min((a, b) -> a.toString().compareTo(b.toString()))
                    .ifPresent(cell -> map.mistake("this row overlaps the one in line "
                            + same.get(cell).line() + ": both say what is given for " + cell));
            cells.forEach(cell -> same.putIfAbsent(cell, map));
        });
    }

    private void unreachable(Map<PolicyRow, YamlMap> rows) {
        var all = new ArrayList<>(rows.keySet());
        rows.forEach((row, map) -> {
            Set<Cell> left = cells(row);
            if (left.isEmpty()) return;
            all.stream()
                    .filter(other -> other.precision() > row.precision())
                    .forEach(other -> left.removeIf(c -> other.covers(c.kind(), c.severity(), c.tier())));
            if (left.isEmpty()) map.mistake("this row can never apply: rows that say more cover all that it says");
        });
    }

    private void unoffered(Set<PolicyRow> rows) {
        Set<String> offered = rows.stream()
                .flatMap(row -> row.options().stream())
                .map(Option::key)
                .collect(Collectors.toSet());
        for (OptionReader.Read each : read)
            if (!offered.contains(each.option().key()))
                each.map().mistake("key", "is offered by no row: nobody can be given it");
    }
}
