package amends.report.spreadsheet;

import amends.kernel.PlainText;
import amends.report.Paper;
import amends.report.Paper.Cell;
import amends.report.Paper.Part;
import amends.report.PaperWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with a sheet for each part. Texts are stored as texts: nothing in them is ever taken for a formula. */
public final class XlsxPaper implements PaperWriter {
    private static final int MOST_TEXT = 2000;
    /** Excel's own limit. */
    private static final int MOST_SHEET_NAME = 31;

    private static final int HEAD = 3;

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    public void write(Paper paper, OutputStream to, Progress progress) throws IOException {
        try (var book = new Workbook(to, "Amends", "1.0")) {
            Set<String> names = new HashSet<>();
            int done = 0;
            progress.done(done, paper.parts().size());
            for (Part part : paper.parts()) {
                Worksheet sheet = book.newWorksheet(sheetName(part.heading(), names));
                fill(sheet, paper, part);
                sheet.finish();
                progress.done(++done, paper.parts().size());
            }
        }
    }

    private static void fill(Worksheet sheet, Paper paper, Part part) {
        sheet.value(0, 0, text(paper.title() + " · " + part.heading()));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, text(paper.subtitle()));
        List<String> columns = part.table().columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(HEAD, c, text(columns.get(c)));
            sheet.style(HEAD, c).bold().wrapText(true).set();
            sheet.width(c, c == 0 ? 34 : 16);
        }
        int row = HEAD + 1;
        for (List<Cell> cells : part.table().rows()) {
            for (int c = 0; c < cells.size(); c++) put(sheet, row, c, cells.get(c));
            row++;
        }
        row++;
        for (String note : paper.notes()) sheet.value(row++, 0, text(note));
        sheet.freezePane(1, HEAD + 1);
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell) {
        if (cell.number().isEmpty()) {
            sheet.value(row, column, text(cell.text()));
            return;
        }
        sheet.value(row, column, cell.number().getAsDouble());
        sheet.style(row, column).format(format(cell.format())).set();
    }

    private static String format(Paper.Format format) {
        return switch (format) {
            case TEXT -> "@";
            case COUNT -> "0";
            case DECIMAL -> "0.00";
            case PERCENT -> "0.0%";
        };
    }

    private static String text(String text) {
        return PlainText.line(text, MOST_TEXT);
    }

    /** Without what Excel refuses in a name, and another for each sheet. */
    private static String sheetName(String heading, Set<String> taken) {
        String plain = text(heading).replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String name = cut(plain.isEmpty() ? "-" : plain, MOST_SHEET_NAME);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++)
            name = cut(plain, MOST_SHEET_NAME - 4) + " " + i;
        return name;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, most / 2));
    }
}
