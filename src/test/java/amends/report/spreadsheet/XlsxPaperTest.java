package amends.report.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import amends.report.PaperFile;
import amends.report.PaperFile.Outcome.Cancelled;
import amends.report.PaperFile.Outcome.Failed;
import amends.report.PaperFile.Outcome.Written;
import amends.report.PaperWriter;
import amends.report.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxPaperTest {
    @TempDir
    Path folder;

    private List<Row> rows(Path file, int sheet) throws IOException {
        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-2", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1", "<b>&amp;"})
    void what_looks_like_a_formula_is_a_text(String hostile) throws IOException {
        Path file = folder.resolve("r.xlsx");
        assertThat(PaperFile.write(new XlsxPaper(), Papers.of(2, hostile), file, (done, of) -> {}))
                .isInstanceOf(Written.class);
        Cell cell = rows(file, 0).stream()
                .filter(r -> r.getRowNum() == 5)
                .findFirst()
                .orElseThrow()
                .getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.asString()).isEqualTo(hostile.strip());
    }

    @Test
    void figures_are_numbers_and_sheets_have_names_of_their_own() throws IOException {
        Path file = folder.resolve("r.xlsx");
        PaperFile.write(new XlsxPaper(), Papers.of(3, "x"), file, (done, of) -> {});
        try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheets().map(s -> s.getName()))
                    .containsExactly("满意度", "满意度 2", "Late   answers    by branch");
        }
        Row first = rows(file, 1).stream()
                .filter(r -> r.getRowNum() == 6)
                .findFirst()
                .orElseThrow();
        assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCell(1).asNumber().doubleValue()).isEqualTo(0.725);
    }

    @Test
    void stopped_in_the_middle_it_leaves_nothing_and_the_old_file_stays() throws IOException {
        Path file = folder.resolve("r.xlsx");
        Files.writeString(file, "old");
        var outcome = PaperFile.write(new XlsxPaper(), Papers.of(3, "x"), file, (done, of) -> {
            if (done == 1) throw new PaperWriter.Stopped();
        });
        assertThat(outcome).isInstanceOf(Cancelled.class);
        assertThat(file).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        assertThat(PaperFile.write(new XlsxPaper(), Papers.of(1, "x"), folder.resolve("no/r.xlsx"), (done, of) -> {}))
                .isInstanceOf(Failed.class);
    }
}
