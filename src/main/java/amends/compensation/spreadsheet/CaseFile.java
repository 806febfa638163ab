package amends.compensation.spreadsheet;

import amends.compensation.FailureKind;
import amends.compensation.PastCase;
import amends.compensation.Wrong;
import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads past cases ({@code failure,severity,option} and {@code lift} or {@code before,after}) and questions
 * ({@code case,failure,severity}, optionally {@code tier,at}). Columns stand in any order; others beside them, whatever
 * they say of the customer, are not read.
 */
public final class CaseFile {
    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;

    private CaseFile() {}

    /** @param unused columns that were left alone */
    public record History(List<PastCase> cases, List<String> unused) {}

    /** @param questions in the file's order */
    public record Questions(List<Question> questions, List<String> unused) {}

    /** @param at when it is asked; empty: at a time when everything can be carried out */
    public record Question(String id, Wrong wrong, Optional<Instant> at) {}

    public static History history(Path file) throws CsvMistakes {
        var table = new CsvTable(file, Set.of("failure", "severity", "option", "lift", "before", "after", "at"));
        var cases = new ArrayList<PastCase>();
        table.read(
                t -> {
                    for (String column : List.of("failure", "severity", "option")) t.need(column);
                    if (!t.has("before") || !t.has("after")) t.need("lift");
                },
                row -> pastCase(row).ifPresent(cases::add));
        return new History(List.copyOf(cases), table.unused());
    }

    private static Optional<PastCase> pastCase(CsvTable.Row row) {
        Optional<FailureKind> kind = kind(row, List.of());
        Optional<Severity> severity = severity(row);
        String option = row.get("option");
        if (option.isEmpty()) row.wrong("option is empty");
        OptionalDouble before = number(row, "before", LOWEST, HIGHEST);
        OptionalDouble after = number(row, "after", LOWEST, HIGHEST);
        Optional<Instant> at = at(row);
        OptionalDouble lift = number(row, "lift", -PastCase.MOST_LIFT, PastCase.MOST_LIFT);
        if (lift.isEmpty() && before.isPresent() && after.isPresent())
            lift = OptionalDouble.of(after.getAsDouble() - before.getAsDouble());
        if (lift.isEmpty()
                && row.get("lift").isEmpty()
                && (row.get("before").isEmpty() || row.get("after").isEmpty()))
            row.wrong("neither lift nor before and after say what became of it");
        if (kind.isEmpty() || severity.isEmpty() || option.isEmpty() || lift.isEmpty()) return Optional.empty();
        return Optional.of(new PastCase(kind.get(), severity.get(), option, lift.getAsDouble(), before, at));
    }

    /** @param known the kinds of the policy */
    public static Questions questions(Path file, Collection<FailureKind> known) throws CsvMistakes {
        var table = new CsvTable(file, Set.of("case", "failure", "severity", "tier", "at"));
        var questions = new ArrayList<Question>();
        Map<String, Boolean> ids = new HashMap<>();
        table.read(t -> List.of("case", "failure", "severity").forEach(t::need), row -> {
            String id = row.get("case");
            if (id.isEmpty()) row.wrong("case is empty");
            else if (ids.put(id, true) != null) row.wrong("case " + CsvTable.said(id) + " is there twice");
            Optional<FailureKind> kind = kind(row, known);
            Optional<Severity> severity = severity(row);
            Optional<Tier> tier = tier(row);
            Optional<Instant> at = at(row);
            if (kind.isPresent() && severity.isPresent() && tier.isPresent())
                questions.add(new Question(id, new Wrong(kind.get(), severity.get(), tier.get()), at));
        });
        return new Questions(List.copyOf(questions), table.unused());
    }

    private static Optional<FailureKind> kind(CsvTable.Row row, Collection<FailureKind> known) {
        String cell = row.get("failure");
        try {
            FailureKind kind = FailureKind.written(cell);
            if (known.isEmpty() || known.contains(kind)) return Optional.of(kind);
            String all = known.stream().sorted().map(FailureKind::key).collect(Collectors.joining(", "));
            row.wrong("the policy knows no failure " + CsvTable.said(cell) + "; it knows " + all);
        } catch (IllegalArgumentException e) {
            row.wrong("failure is a word like long-wait, not " + CsvTable.said(cell));
        }
        return Optional.empty();
    }

    private static Optional<Severity> severity(CsvTable.Row row) {
        String cell = row.get("severity");
        for (Severity severity : Severity.values())
            if (severity.name().equalsIgnoreCase(cell) || cell.equals(Integer.toString(severity.ordinal() + 1)))
                return Optional.of(severity);
        row.wrong("severity is minor, moderate or severe (or 1, 2, 3), not " + CsvTable.said(cell));
        return Optional.empty();
    }

    private static Optional<Tier> tier(CsvTable.Row row) {
        String cell = row.get("tier");
        if (cell.isEmpty()) return Optional.of(Tier.REGULAR);
        for (Tier tier : Tier.values()) if (tier.name().equalsIgnoreCase(cell)) return Optional.of(tier);
        String all = Arrays.stream(Tier.values())
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        row.wrong("tier is one of " + all + ", not " + CsvTable.said(cell));
        return Optional.empty();
    }

    private static Optional<Instant> at(CsvTable.Row row) {
        String cell = row.get("at");
        if (cell.isEmpty()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(cell).toInstant());
        } catch (DateTimeException e) {
            row.wrong("at is a moment like 2026-03-14T10:00:00+08:00, not " + CsvTable.said(cell));
            return Optional.empty();
        }
    }

    private static OptionalDouble number(CsvTable.Row row, String column, double least, double most) {
        String cell = row.get(column);
        if (cell.isEmpty()) return OptionalDouble.empty();
        double number = cell.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
                ? Double.parseDouble(cell)
                : Double.NaN;
        if (number >= least && number <= most) return OptionalDouble.of(number);
        row.wrong(column + " is a number from " + (int) least + " to " + (int) most + ", not " + CsvTable.said(cell));
        return OptionalDouble.empty();
    }
}
