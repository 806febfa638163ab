package amends.customer.spreadsheet;

import amends.customer.Table;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Separated values, with the encoding and the separator found out. */
final class CsvTable implements Table {
    private static final char[] SEPARATORS = {',', ';', '\t', '|', '，'};
    private static final int LOOKED_AT = 64 * 1024;
    private final Path file;
    private final TextEncoding encoding;
    private final char separator;
    private final List<String> header;

    private CsvTable(Path file, TextEncoding encoding, char separator) throws Unreadable {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
        var first = new ArrayList<String>();
        read((line, cells) -> first.addAll(cells) && false);
        if (first.isEmpty()) throw new Unreadable(Why.EMPTY, 0, "");
        header = List.copyOf(first);
    }

    static CsvTable open(Path file) throws IOException, Unreadable {
        var encoding = TextEncoding.of(file);
        return new CsvTable(file, encoding, separator(file, encoding));
    }

    /** The one that stands most often outside quotation marks in the first lines; the comma when there is none. */
    private static char separator(Path file, TextEncoding encoding) throws IOException {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        try (Reader reader = encoding.open(file)) {
            char[] buffer = new char[LOOKED_AT];
            int count = reader.read(buffer);
            int lines = 0;
            for (int i = 0; i < count && lines < 20; i++) {
                if (buffer[i] == '"') quoted = !quoted;
                if (buffer[i] == '\n') lines++;
                for (int s = 0; s < SEPARATORS.length && !quoted; s++) if (buffer[i] == SEPARATORS[s]) counts[s]++;
            }
        }
        int most = 0;
        for (int s = 1; s < counts.length; s++) if (counts[s] > counts[most]) most = s;
        return SEPARATORS[most];
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public String described() {
        return encoding.charset().name() + ", " + (separator == '\t' ? "Tab" : "“" + separator + "”");
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void rows(Taker taker) throws Unreadable {
        boolean[] headerSeen = {false};
        read((line, cells) -> {
            if (headerSeen[0]) return taker.take(line, cells);
            headerSeen[0] = true;
            return true;
        });
    }

    private void read(Taker taker) throws Unreadable {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        var bounded = new BoundedRecords();
        int line = 1;
        boolean taking = false;
        try (Reader reader = bounded.of(encoding.open(file));
                CSVParser parser = CSVParser.parse(reader, format)) {
            int rows = 0;
            var records = parser.iterator();
            while (true) {
                line = (int) parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) return;
                CSVRecord row = records.next();
                bounded.next();
                if (isEmpty(row)) continue;
                if (++rows > MOST_ROWS) throw new Unreadable(Why.TOO_MANY_ROWS, line, "");
                List<String> cells = cells(row, line);
                taking = true;
                if (!taker.take(line, cells)) return;
                taking = false;
            }
        } catch (BoundedRecords.TooLong e) {
            throw new Unreadable(Why.OPEN_QUOTE, line, "");
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            // what the taker met with is not the file's fault
            if (taking && e instanceof RuntimeException own) throw own;
            if (bounded.isOver()) throw new Unreadable(Why.OPEN_QUOTE, line, "");
            String said = String.valueOf(e.getMessage());
            throw new Unreadable(
                    said.contains("EOF") || said.contains("quote") ? Why.OPEN_QUOTE : Why.BROKEN, line, "");
        }
    }

    private static boolean isEmpty(CSVRecord row) {
        for (String cell : row) if (!cell.isBlank()) return false;
        return true;
    }

    private static List<String> cells(CSVRecord row, int line) throws Unreadable {
        if (row.size() > MOST_COLUMNS) throw new Unreadable(Why.TOO_MANY_COLUMNS, line, row.size() + "");
        for (String cell : row)
            if (cell.length() > LONGEST_CELL) throw new Unreadable(Why.CELL_TOO_LONG, line, cell.length() + "");
        return row.toList();
    }
}
