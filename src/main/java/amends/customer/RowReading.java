package amends.customer;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Understands the rows of one table, one after the other, and remembers which numbers and ids it saw. Used by one
 * thread.
 */
final class RowReading {
    private static final int MOST_NAME = 120;
    private static final int MOST_ID = 120;
    private static final int MOST_NOTE = 4000;
    private static final int MOST_NUMBERS = 20;
    private final List<String> header;
    private final List<ImportField> columns;
    private final Settings settings;
    private final Consumer<RowProblem> problems;
    private final Map<String, Integer> seenNumbers = new HashMap<>();
    private final Map<String, Integer> seenIds = new HashMap<>();
    private int line;
    private boolean faulty;

    /** @param homeRegion whose national numbers are understood @param zone in which dates are meant */
    record Settings(String homeRegion, ZoneId zone, LocalDate today) {}

    RowReading(List<String> header, List<ImportField> columns, Settings settings, Consumer<RowProblem> problems) {
        this.header = header;
        this.columns = columns;
        this.settings = settings;
        this.problems = problems;
    }

    /** @return empty when something is wrong with it, which was told */
    Optional<ImportedCustomer> read(int at, List<String> cells) {
        line = at;
        faulty = false;
        for (int column = 0; column < columns.size(); column++) {
            String cell = column < cells.size() ? cells.get(column) : "";
            if (columns.get(column) != ImportField.NONE && CellReading.isBrokenFormula(cell))
                problem(column, ImportProblem.BROKEN_FORMULA, cell);
        }
        var row = new ImportedCustomer(
                line,
                text(cells, ImportField.NAME, MOST_NAME),
                numbers(cells),
                id(cells),
                read(cells, ImportField.TIER, CellReading::tier, ImportProblem.UNKNOWN_TIER),
                text(cells, ImportField.REGION, MOST_NAME),
                read(cells, ImportField.SINCE, this::past, ImportProblem.NOT_A_DATE),
                read(cells, ImportField.BIRTHDAY, CellReading::birthday, ImportProblem.NOT_A_DATE),
                read(cells, ImportField.LANGUAGE, CellReading::language, ImportProblem.UNKNOWN_LANGUAGE)
                        .orElse(""),
                text(cells, ImportField.SEGMENT, Portrait.LONGEST_SEGMENT),
                read(cells, ImportField.CHANNEL, CellReading::channel, ImportProblem.UNKNOWN_CHANNEL),
                words(cells, ImportField.PRODUCTS, Portrait.LONGEST_WORDS),
                words(cells, ImportField.TAGS, Tag.LONGEST_NAME),
                note(cells));
        if (!faulty
                && row.name().isEmpty()
                && row.numbers().isEmpty()
                && row.outsideId().isEmpty()) problem(-1, ImportProblem.NOBODY, String.join(" ", cells));
        return faulty ? Optional.empty() : Optional.of(row);
    }

    private String cell(List<String> cells, int column) {
        String cell = column < cells.size() ? cells.get(column) : "";
        return CellReading.isBrokenFormula(cell) ? "" : CellReading.bare(cell);
    }

    private void problem(int column, ImportProblem problem, String found) {
        problem(column, problem, found, 0);
    }

    private void problem(int column, ImportProblem problem, String found, int most) {
        faulty = true;
        String heading = column >= 0 && column < header.size() ? header.get(column) : "";
        problems.accept(new RowProblem(line, heading, problem, found, most));
    }

    private int column(ImportField field) {
        return columns.indexOf(field);
    }

    private String text(List<String> cells, ImportField field, int most) {
        int column = column(field);
        if (column < 0) return "";
        String text = PlainText.line(cell(cells, column), most + 1);
        if (text.codePointCount(0, text.length()) > most || text.length() > most)
            problem(column, ImportProblem.TOO_LONG, text, most);
        return text;
    }

    private String note(List<String> cells) {
        int column = column(ImportField.NOTE);
        if (column < 0) return "";
        String note = PlainText.lines(cell(cells, column), MOST_NOTE + 1);
        if (note.length() > MOST_NOTE) problem(column, ImportProblem.TOO_LONG, note, MOST_NOTE);
        return note;
    }

    private <T> Optional<T> read(
            List<String> cells, ImportField field, Function<String, Optional<T>> reading, ImportProblem otherwise) {
        int column = column(field);
        String cell = column < 0 ? "" : cell(cells, column);
        if (cell.isBlank()) return Optional.empty();
        Optional<T> found = reading.apply(cell);
        if (found.isEmpty() && !faultyDate(column, cell)) problem(column, otherwise, cell);
        return found;
    }

    private boolean faultyDate(int column, String cell) {
        boolean future = columns.get(column) == ImportField.SINCE
                && CellReading.date(cell)
                        .filter(day -> day.isAfter(settings.today()))
                        .isPresent();
        if (future) problem(column, ImportProblem.FUTURE_DATE, cell);
        return future;
    }

    private Optional<Instant> past(String cell) {
        return CellReading.date(cell)
                .filter(day -> !day.isAfter(settings.today()))
                .map(day -> day.atStartOfDay(settings.zone()).toInstant());
    }

    private List<String> words(List<String> cells, ImportField field, int longest) {
        int column = column(field);
        return column < 0 ? List.of() : CellReading.words(cell(cells, column), longest, Portrait.MOST_WORDS);
    }

    private List<PhoneNumber> numbers(List<String> cells) {
        var numbers = new ArrayList<PhoneNumber>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column) != ImportField.NUMBER || cell(cells, column).isBlank()) continue;
            for (String one : cell(cells, column).split("[;；、,，\\n]")) {
                if (!one.isBlank() && numbers.size() < MOST_NUMBERS) number(column, one.strip(), numbers);
            }
        }
        return numbers;
    }

    private void number(int column, String text, List<PhoneNumber> numbers) {
        if (CellReading.isShortened(text)) {
            problem(column, ImportProblem.SHORTENED_NUMBER, text);
            return;
        }
        Optional<PhoneNumber> number = PhoneNumber.parse(CellReading.plain(text), settings.homeRegion());
        if (number.isEmpty()) problem(column, ImportProblem.NOT_A_NUMBER, text);
        else if (seenNumbers.getOrDefault(number.get().e164(), line) != line)
            problem(column, ImportProblem.NUMBER_TWICE, text);
        else if (seenNumbers.put(number.get().e164(), line) == null) numbers.add(number.get());
    }

    private String id(List<String> cells) {
        int column = column(ImportField.OUTSIDE_ID);
        if (column < 0) return "";
        String id = text(cells, ImportField.OUTSIDE_ID, MOST_ID);
        if (CellReading.isShortened(id)) problem(column, ImportProblem.SHORTENED_NUMBER, id);
        else if (!id.isEmpty() && seenIds.putIfAbsent(id, line) != null) problem(column, ImportProblem.ID_TWICE, id);
        return id;
    }
}
