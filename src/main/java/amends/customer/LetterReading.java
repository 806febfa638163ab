package amends.customer;

import amends.customer.CustomerOffice.Letter;
import amends.customer.CustomerOffice.Way;
import amends.customer.ImportedLetter.Weight;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Understands the rows of a table of letters, one after the other. Used by one thread. */
final class LetterReading {
    private static final int MOST_ID = 120;
    private static final int MOST_SUBJECT = 200;
    private static final int MOST_TEXT = 4000;
    private final CustomerImport.Ask ask;
    private final RowReading.Settings settings;
    private final Letters letters;
    private final Consumer<RowProblem> problems;
    private List<String> cells = List.of();
    private int line;
    private boolean faulty;

    LetterReading(
            CustomerImport.Ask ask, RowReading.Settings settings, Letters letters, Consumer<RowProblem> problems) {
        this.ask = ask;
        this.settings = settings;
        this.letters = letters;
        this.problems = problems;
    }

    /** @return empty when something is wrong with it, which was told */
    Optional<ImportedLetter> read(int at, List<String> row) {
        line = at;
        cells = row;
        faulty = false;
        broken();
        Optional<UUID> customer = customer();
        Way way = read(ImportField.WAY, LetterWords::way, ImportProblem.UNKNOWN_WAY)
                .orElse(Way.OTHER);
        Optional<Instant> written = written();
        String subject = text(ImportField.SUBJECT, MOST_SUBJECT, PlainText::line);
        String text = text(ImportField.TEXT, MOST_TEXT, PlainText::lines);
        boolean complaint = read(ImportField.COMPLAINT, LetterWords::answer, ImportProblem.NOT_YES_OR_NO)
                .orElse(false);
        String what = text(ImportField.WHAT, MOST_TEXT, PlainText::lines);
        Weight weight = read(ImportField.SEVERITY, LetterWords::weight, ImportProblem.UNKNOWN_SEVERITY)
                .orElse(Weight.MODERATE);
        if ((subject + text + what).isBlank()) problem(-1, ImportProblem.NOTHING_WRITTEN, "");
        if (faulty) return Optional.empty();
        var letter = new Letter(
                customer.orElseThrow(), way, false, written.orElseThrow(), subject, otherwise(text, what), complaint);
        return Optional.of(new ImportedLetter(id(letter), letter, otherwise(what, text), weight));
    }

    private static String otherwise(String one, String another) {
        return one.isBlank() ? another : one;
    }

    /** By what stands there, not by who that is today: the customer may be merged before it is taken in again. */
    private UUID id(Letter letter) {
        String number = number().map(PhoneNumber::e164).orElse("");
        return Ids.named(String.join(
                "\u001f",
                "letter",
                cell(ImportField.OUTSIDE_ID).strip(),
                number,
                letter.way().name(),
                letter.at().toString(),
                letter.subject(),
                letter.text()));
    }

    private void broken() {
        for (int column = 0; column < Math.min(ask.columns().size(), cells.size()); column++)
            if (ask.columns().get(column) != ImportField.NONE && CellReading.isBrokenFormula(cells.get(column)))
                problem(column, ImportProblem.BROKEN_FORMULA, cells.get(column));
    }

    private void problem(int column, ImportProblem problem, String found) {
        problem(column, problem, found, 0);
    }

    private void problem(int column, ImportProblem problem, String found, int most) {
        faulty = true;
        List<String> header = ask.table().header();
        String heading = column >= 0 && column < header.size() ? header.get(column) : "";
        problems.accept(new RowProblem(line, heading, problem, found, most));
    }

    private int column(ImportField field) {
        return ask.columns().indexOf(field);
    }

    private String cell(ImportField field) {
        int column = column(field);
        return column < 0 || column >= cells.size() ? "" : CellReading.bare(cells.get(column));
    }

    private interface Cleaning {
        String of(String text, int most);
    }

    private String text(ImportField field, int most, Cleaning cleaning) {
        String text = cleaning.of(cell(field), most + 1);
        if (text.length() > most) problem(column(field), ImportProblem.TOO_LONG, text, most);
        return text;
    }

    private <T> Optional<T> read(ImportField field, Function<String, Optional<T>> reading, ImportProblem otherwise) {
        String cell = cell(field);
        if (cell.isBlank()) return Optional.empty();
        Optional<T> found = reading.apply(cell);
        if (found.isEmpty()) problem(column(field), otherwise, cell);
        return found;
    }

    private Optional<Instant> written() {
        String cell = cell(ImportField.WRITTEN);
        Optional<LocalDate> day = CellReading.date(cell);
        if (day.isEmpty()) problem(column(ImportField.WRITTEN), ImportProblem.NOT_A_DATE, cell);
        else if (day.get().isAfter(settings.today()))
            problem(column(ImportField.WRITTEN), ImportProblem.FUTURE_DATE, cell);
        return day.map(date -> date.atStartOfDay(settings.zone()).toInstant());
    }

    private Optional<PhoneNumber> number() {
        return PhoneNumber.parse(CellReading.plain(cell(ImportField.NUMBER)), settings.homeRegion());
    }

    private Optional<UUID> customer() {
        String id = text(ImportField.OUTSIDE_ID, MOST_ID, PlainText::line);
        String typed = cell(ImportField.NUMBER);
        boolean whole = whole(ImportField.OUTSIDE_ID, id) & whole(ImportField.NUMBER, typed);
        if (id.isBlank() && typed.isBlank()) problem(-1, ImportProblem.NOBODY, String.join(" ", cells));
        if (faulty || !whole) return Optional.empty();
        if (!typed.isBlank() && number().isEmpty()) {
            problem(column(ImportField.NUMBER), ImportProblem.NOT_A_NUMBER, typed);
            return Optional.empty();
        }
        return known(id, typed);
    }

    private boolean whole(ImportField field, String cell) {
        boolean shortened = CellReading.isShortened(cell);
        if (shortened) problem(column(field), ImportProblem.SHORTENED_NUMBER, cell);
        return !shortened;
    }

    private Optional<UUID> known(String id, String typed) {
        Optional<UUID> byId = id.isBlank() ? Optional.empty() : letters.byOutsideId(ask.source(), id);
        Optional<UUID> byNumber = number().flatMap(letters::byNumber);
        if (byId.isPresent() && byNumber.isPresent() && !byId.equals(byNumber))
            problem(column(ImportField.NUMBER), ImportProblem.ANOTHERS_NUMBER, typed);
        Optional<UUID> one = byId.or(() -> byNumber);
        if (one.isEmpty()) problem(-1, ImportProblem.UNKNOWN_CUSTOMER, (id + " " + typed).strip());
        return one;
    }
}
