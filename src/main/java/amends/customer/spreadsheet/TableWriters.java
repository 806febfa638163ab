package amends.customer.spreadsheet;

import amends.customer.TableWriter;
import amends.kernel.folder.OwnFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes CSV, with a byte order mark so that spreadsheets read Chinese, and XLSX, all cells as text. */
public final class TableWriters implements TableWriter.Opener {
    private static final String FORMULA = "=+-@\t\r";
    private static final int LONGEST = 32_767;

    @Override
    public TableWriter create(Path file, List<String> header) throws IOException {
        TableWriter writer = isXlsx(file.toString()) ? new Xlsx(file) : new Csv(file);
        writer.row(header);
        return writer;
    }

    /** @param name of a file: whatever else it ends in is written as CSV */
    public static boolean isXlsx(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** A spreadsheet takes what begins so for a formula; the apostrophe says that it is text. */
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static final class Csv implements TableWriter {
        private final CSVPrinter printer;

        Csv(Path file) throws IOException {
            Writer out = new BufferedWriter(new OutputStreamWriter(OwnFile.create(file), StandardCharsets.UTF_8));
            out.write('\uFEFF');
            printer = new CSVPrinter(out, CSVFormat.DEFAULT);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            printer.printRecord(cells.stream().map(TableWriters::harmless).toList());
        }

        @Override
        public void close() throws IOException {
            printer.close(true);
        }
    }

    private static final class Xlsx implements TableWriter {
        private final Workbook book;
        private final Worksheet sheet;
        private int rows;

        Xlsx(Path file) throws IOException {
            book = new Workbook(OwnFile.create(file), "Amends", "1.0");
            sheet = book.newWorksheet("1");
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                sheet.value(rows, column, cell.substring(0, Math.min(LONGEST, cell.length())));
            }
            if (++rows % 1000 == 0) sheet.flush();
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }
}
