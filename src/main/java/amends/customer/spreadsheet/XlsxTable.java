package amends.customer.spreadsheet;

import amends.customer.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an Excel file. Formulas count as what they came to; numbers are written out, dates as ISO 8601. */
final class XlsxTable implements Table {
    /** More than a double has, in full. */
    private static final int MOST_DIGITS = 400;

    private final Path file;
    private final boolean styled;
    private final List<String> header;
    private String sheet = "";

    private XlsxTable(Path file, boolean styled) throws Unreadable {
        this.file = file;
        this.styled = styled;
        var first = new ArrayList<String>();
        read((line, cells) -> first.addAll(cells) && false);
        if (first.isEmpty()) throw new Unreadable(Why.EMPTY, 0, "");
        header = List.copyOf(first);
    }

    static XlsxTable open(Path file) throws Unreadable {
        boolean styled;
        try {
            ZipCheck.check(file);
            styled = BookParts.isStyled(file);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(Why.BROKEN, 0, String.valueOf(e.getMessage()));
        }
        return new XlsxTable(file, styled);
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
        return "XLSX, “" + sheet + "”";
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
        int line = 0;
        boolean taking = false;
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true))) {
            var first = book.getFirstSheet();
            sheet = first.getName();
            try (var rows = first.openStream()) {
                int count = 0;
                for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                    Row row = all.next();
                    line = row.getRowNum();
                    if (row.getCellCount() > MOST_COLUMNS && isWide(row))
                        throw new Unreadable(Why.TOO_MANY_COLUMNS, line, row.getCellCount() + "");
                    List<String> cells = cells(row, line);
                    if (cells.stream().allMatch(String::isBlank)) continue;
                    if (++count > MOST_ROWS) throw new Unreadable(Why.TOO_MANY_ROWS, line, "");
                    taking = true;
                    if (!taker.take(line, cells)) return;
                    taking = false;
                }
            }
        } catch (IOException | RuntimeException e) {
            // what the taker met with is not the file's fault
            if (taking && e instanceof RuntimeException own) throw own;
            throw new Unreadable(Why.BROKEN, line, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isWide(Row row) {
        for (Cell cell : row)
            if (cell != null && cell.getColumnIndex() >= MOST_COLUMNS && cell.getType() != CellType.EMPTY) return true;
        return false;
    }

    private static List<String> cells(Row row, int line) throws Unreadable {
        var cells = new ArrayList<String>();
        for (Cell cell : row) {
            if (cells.size() >= MOST_COLUMNS) break;
            if (cell != null && cell.getValue() instanceof BigDecimal number && isEndless(number))
                throw new Unreadable(Why.CELL_TOO_LONG, line, "");
            String text = cell == null ? "" : text(cell).strip();
            if (text.length() > LONGEST_CELL) throw new Unreadable(Why.CELL_TOO_LONG, line, text.length() + "");
            cells.add(text);
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case FORMULA -> String.valueOf(cell.getValue() == null ? "" : plain(cell.getValue()));
            case ERROR -> String.valueOf(cell.getRawValue());
            case EMPTY -> "";
            default -> cell.getText() == null ? "" : cell.getText();
        };
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null || !isDate(format)) return plain(cell.asNumber());
        LocalDateTime at = cell.asDate();
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }

    /** Whether a number format shows days: text in quotes and colours aside. */
    private static boolean isDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0;
    }

    /** {@code 1E999999999} takes a gigabyte to write out. */
    private static boolean isEndless(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    private static String plain(Object value) {
        if (!(value instanceof BigDecimal number)) return value.toString();
        return number.stripTrailingZeros().toPlainString();
    }
}
