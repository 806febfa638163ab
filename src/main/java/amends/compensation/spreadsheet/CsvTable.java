package amends.compensation.spreadsheet;

import amends.kernel.PlainText;
import amends.kernel.yaml.Nearest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of comma-separated values with a first line of names; what is wrong is collected with its line. */
final class CsvTable {
    private static final int MOST_NAMED = 20;
    private static final int MOST_CELL = 200;
    private final Path file;
    private final Set<String> used;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private int mistakeCount;

    /** @param used the columns that are read; others are left alone */
    CsvTable(Path file, Set<String> used) {
        this.file = file;
        this.used = used;
    }

    /** One line. */
    final class Row {
        private final long line;
        private final CSVRecord cells;

        private Row(long line, CSVRecord cells) {
            this.line = line;
            this.cells = cells;
        }

        /** Empty where there is no such column. */
        String get(String column) {
            Integer place = columns.get(column);
            return place == null || place >= cells.size()
                    ? ""
                    : cells.get(place).strip();
        }

        void wrong(String what) {
            CsvTable.this.wrong(line, what);
        }
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Columns that nobody reads, as they are called. */
    List<String> unused() {
        return columns.keySet().stream().filter(c -> !used.contains(c)).toList();
    }

    /**
     * @param needed names the columns that must be there, once the first line is known
     * @param each is told every further line, unless a needed column is missing
     */
    void read(Consumer<CsvTable> needed, Consumer<Row> each) throws CsvMistakes {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        long line = 1;
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder);
                CSVParser parser = CSVParser.builder()
                        .setReader(reader)
                        .setFormat(CSVFormat.RFC4180
                                .builder()
                                .setIgnoreEmptyLines(false)
                                .get())
                        .get()) {
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() == 1) {
                    head(record);
                    needed.accept(this);
                    if (mistakeCount > 0) break;
                } else if (record.size() > 1 || !record.get(0).isBlank()) row(line, record, each);
                line = parser.getCurrentLineNumber() + 1;
            }
            if (columns.isEmpty() && mistakeCount == 0) wrong(1, "the file is empty; its first line names the columns");
        } catch (UncheckedIOException e) {
            wrong(line, "a cell's quotes are not closed, or something stands beside them");
        } catch (NoSuchFileException e) {
            throw new CsvMistakes(file, List.of("there is no such file"));
        } catch (IOException e) {
            throw new CsvMistakes(file, List.of("cannot be read: " + e.getMessage()));
        }
        if (mistakeCount > MOST_NAMED) mistakes.add("and " + (mistakeCount - MOST_NAMED) + " more mistakes");
        if (mistakeCount > 0) throw new CsvMistakes(file, mistakes);
    }

    private void head(CSVRecord names) {
        for (int i = 0; i < names.size(); i++) {
            String name = PlainText.line(names.get(i), MOST_CELL).toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(name, i) != null && used.contains(name))
                wrong(1, "the column '" + name + "' stands there twice");
        }
    }

    /** Notes that a column is missing that must be there. */
    void need(String column) {
        if (columns.containsKey(column)) return;
        String near = Nearest.to(column, new LinkedHashSet<>(unused()))
                .map(n -> "; is '" + n + "' meant for it?")
                .orElse("; there are " + String.join(", ", columns.keySet()));
        wrong(1, "there is no column '" + column + "'" + near);
    }

    private void row(long line, CSVRecord record, Consumer<Row> each) {
        if (record.size() != columns.size() && record.size() < largest() + 1) {
            wrong(line, "has " + record.size() + " cells, the first line has " + columns.size());
            return;
        }
        for (String cell : record)
            if (cell.length() > MOST_CELL || cell.indexOf('\uFFFD') >= 0) {
                wrong(line, cell.length() > MOST_CELL ? "a cell is longer than 200 characters" : "is not UTF-8 text");
                return;
            }
        each.accept(new Row(line, record));
    }

    private int largest() {
        return columns.entrySet().stream()
                .filter(e -> used.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void wrong(long line, String what) {
        if (++mistakeCount <= MOST_NAMED) mistakes.add(line + ": " + what);
    }

    static String said(String cell) {
        return '\'' + PlainText.line(cell, 40) + '\'';
    }
}
