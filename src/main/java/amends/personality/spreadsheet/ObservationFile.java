package amends.personality.spreadsheet;

import amends.kernel.PlainText;
import amends.personality.Behaviour;
import amends.personality.Encounter;
import amends.personality.Mark;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads {@code customer,contact,date,severity,behaviour,seen,observer}: one line for each behaviour that an observer
 * looked for. Columns may stand in any order and others beside them. Every mistake is named with its line; a file with
 * one is not used at all.
 */
public final class ObservationFile {
    private static final List<String> COLUMNS =
            List.of("customer", "contact", "date", "severity", "behaviour", "seen", "observer");
    private static final int MOST_NAMED = 20;
    private static final int MOST_CELL = 200;
    private static final int MOST_SAID = 40;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final Map<String, Contact> contacts = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private Map<String, Integer> columns = Map.of();
    private int mistakeCount;

    private ObservationFile() {}

    /** @param customers in the order in which they first stand in the file @param mistakes empty when it can be used */
    public record Read(List<History> customers, List<String> mistakes) {}

    public record History(String customer, List<Encounter> encounters) {}

    private record Customer(List<Contact> contacts) {}

    private record Contact(
            long line, String customer, String date, int severity, Map<String, Long> marked, List<Mark> marks) {}

    /** @throws IOException when the file cannot be read at all */
    public static Read read(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            return new ObservationFile().read(reader);
        }
    }

    private Read read(Reader reader) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        long line = 1;
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() == 1) head(row);
                else if (!columns.isEmpty() && !isBlank(row)) row(line, row);
                line = parser.getCurrentLineNumber() + 1;
            }
            if (columns.isEmpty() && mistakeCount == 0) wrong(1, "the file is empty; its first line names the columns");
        } catch (UncheckedIOException e) {
            wrong(line, "a cell's quotes are not closed, or something stands beside them");
        }
        return result();
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private void head(CSVRecord row) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < row.size(); i++) {
            String name = row.get(i).strip();
            if (i == 0 && !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK) name = name.substring(1);
            if (places.putIfAbsent(name, i) != null && COLUMNS.contains(name))
                wrong(1, "the column " + name + " stands there twice");
        }
        List<String> missing =
                COLUMNS.stream().filter(c -> !places.containsKey(c)).toList();
        if (!missing.isEmpty()) wrong(1, "there is no column " + String.join(", ", missing));
        else if (mistakeCount == 0) columns = places;
    }

    private void row(long line, CSVRecord row) {
        var cells = new HashMap<String, String>();
        for (String column : COLUMNS) {
            int place = columns.get(column);
            String cell = place < row.size() ? row.get(place).strip() : "";
            Optional<String> fault = fault(cell);
            if (fault.isPresent()) {
                wrong(line, column + " " + fault.get());
                return;
            }
            cells.put(column, cell);
        }
        Optional<Behaviour> behaviour = Behaviour.ofCode(cells.get("behaviour"));
        int severity = severity(cells.get("severity"));
        Optional<Instant> day = day(cells.get("date"));
        if (severity == 0) wrong(line, "severity is 1 to 4, not " + said(cells.get("severity")));
        else if (day.isEmpty()) wrong(line, "date is written 2026-03-14, not " + said(cells.get("date")));
        else if (behaviour.isEmpty()) wrong(line, unknown(cells.get("behaviour")));
        else if (!cells.get("seen").matches("[01]")) wrong(line, "seen is 0 or 1, not " + said(cells.get("seen")));
        else mark(line, cells, severity, behaviour.get());
    }

    private static Optional<String> fault(String cell) {
        if (cell.isEmpty()) return Optional.of("is empty");
        if (cell.length() > MOST_CELL) return Optional.of("is longer than " + MOST_CELL + " characters");
        if (cell.indexOf('\uFFFD') >= 0) return Optional.of("is not written in UTF-8");
        boolean isText = cell.chars().noneMatch(Character::isISOControl);
        return isText ? Optional.empty() : Optional.of("holds something that is not text: " + said(cell));
    }

    private static int severity(String cell) {
        return cell.matches("[1-4]") ? cell.charAt(0) - '0' : 0;
    }

    private static Optional<Instant> day(String cell) {
        try {
            LocalDate day = LocalDate.parse(cell);
            boolean isOurs = day.getYear() >= 1970 && day.getYear() < 2200;
            return isOurs ? Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String unknown(String behaviour) {
        String known = Arrays.stream(Behaviour.values()).map(Behaviour::code).collect(Collectors.joining(", "));
        return "there is no behaviour " + said(behaviour) + "; there are " + known;
    }

    private void mark(long line, Map<String, String> cells, int severity, Behaviour behaviour) {
        String customer = cells.get("customer");
        Contact contact = contacts.computeIfAbsent(cells.get("contact"), id -> {
            var begun = new Contact(line, customer, cells.get("date"), severity, new HashMap<>(), new ArrayList<>());
            customers
                    .computeIfAbsent(customer, c -> new Customer(new ArrayList<>()))
                    .contacts()
                    .add(begun);
            return begun;
        });
        if (!contact.customer().equals(customer))
            wrong(line, "contact " + said(cells.get("contact")) + " is another customer's in line " + contact.line());
        else if (contact.severity() != severity || !contact.date().equals(cells.get("date")))
            wrong(
                    line,
                    "contact " + said(cells.get("contact")) + " has another date or severity in line "
                            + contact.line());
        else {
            String observer = cells.get("observer");
            Long before = contact.marked().putIfAbsent(behaviour + " " + observer, line);
            if (before != null)
                wrong(line, said(observer) + " marked " + behaviour.code() + " of this contact in line " + before);
            contact.marks().add(new Mark(behaviour, cells.get("seen").equals("1"), observer));
        }
    }

    private static String said(String cell) {
        return '\'' + PlainText.line(cell, MOST_SAID) + '\'';
    }

    private void wrong(long line, String what) {
        if (++mistakeCount <= MOST_NAMED) mistakes.add("line " + line + ": " + what);
    }

    private Read result() {
        if (mistakeCount > MOST_NAMED) mistakes.add("and " + (mistakeCount - MOST_NAMED) + " more mistakes");
        if (mistakeCount > 0) return new Read(List.of(), List.copyOf(mistakes));
        var read = new ArrayList<History>();
        customers.forEach((id, customer) -> read.add(new History(
                id,
                customer.contacts().stream()
                        .map(c -> new Encounter(day(c.date()).orElseThrow(), c.severity(), c.marks()))
                        .toList())));
        return new Read(List.copyOf(read), List.of());
    }
}
