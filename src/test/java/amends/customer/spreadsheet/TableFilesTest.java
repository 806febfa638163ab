package amends.customer.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.Table;
import amends.customer.Table.Why;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they come from outside, some of which mean harm. */
class TableFilesTest {
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData><row r=\"1\"><c r=\"%s1\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "t", ".any"), bytes);
    }

    private static List<List<String>> rows(Table table) throws Table.Unreadable {
        var rows = new ArrayList<List<String>>();
        table.rows((line, cells) -> rows.add(cells));
        return rows;
    }

    private static void refused(Why why, Path file) {
        assertThatThrownBy(() -> rows(new TableFiles().open(file)))
                .isInstanceOfSatisfying(
                        Table.Unreadable.class,
                        e -> assertThat(e.why()).as(e.getMessage()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,;", "GB18030,|", "UTF-8,，"})
    void encoding_and_separator_are_found_out(String charset, String separator) throws Exception {
        String text = "姓名" + separator + "电话\n王建国" + separator + "\"1,3\"\n";
        Table table = new TableFiles().open(file(text.getBytes(Charset.forName(charset))));
        assertThat(table.header()).containsExactly("姓名", "电话");
        assertThat(rows(table)).containsExactly(List.of("王建国", "1,3"));
    }

    @Test
    void byte_order_marks_are_no_text() throws Exception {
        assertThat(new TableFiles()
                        .open(file("\uFEFFa,b\n1,2".getBytes(StandardCharsets.UTF_8)))
                        .header())
                .containsExactly("a", "b");
        assertThat(new TableFiles()
                        .open(file("\uFEFFa\tb\n1\t2".getBytes(StandardCharsets.UTF_16LE)))
                        .header())
                .containsExactly("a", "b");
    }

    @Test
    void a_sheet_s_numbers_are_written_out_and_its_dates_are_dates() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("客户");
            sheet.value(0, 0, "电话");
            sheet.value(0, 1, "日期");
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, java.time.LocalDate.of(2020, 1, 2));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(2, 0, "00123");
            sheet.formula(2, 1, "1+1");
        }
        assertThat(rows(new TableFiles().open(file)).getFirst()).containsExactly("13800138000", "2020-01-02");
        assertThat(rows(new TableFiles().open(file)).get(1).getFirst()).isEqualTo("00123");
    }

    @Test
    void what_is_no_table_says_why() throws Exception {
        refused(Why.NOT_FOUND, folder.resolve("nowhere"));
        refused(Why.EMPTY, file(new byte[0]));
        refused(Why.EMPTY, file(" \n,,\n".getBytes(StandardCharsets.UTF_8)));
        refused(Why.OLD_EXCEL, file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        refused(Why.ENCODING, file(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}));
        refused(Why.BROKEN, file(new byte[] {'P', 'K', 3, 4, 1, 2, 3}));
        refused(Why.OPEN_QUOTE, file(("a,b\n1,\"" + "x\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8)));
        refused(Why.CELL_TOO_LONG, file(("a,b\n1," + "x".repeat(40_000)).getBytes(StandardCharsets.UTF_8)));
        refused(Why.TOO_MANY_COLUMNS, file(("a" + ",a".repeat(100_000)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_archive_that_unpacks_without_end_is_not_unpacked() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 100; i++) zip.write(nothing);
            zip.closeEntry();
        }
        refused(Why.ZIP_BOMB, file);
    }

    @Test
    void a_cell_beyond_the_last_column_does_not_take_the_memory() throws Exception {
        Path file = folder.resolve("wide.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(SHEET.formatted("ZZZZZZ").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        refused(Why.TOO_MANY_COLUMNS, file);
    }

    private Path book(String sheet, String part, Charset charset) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var parts = new java.util.LinkedHashMap<String, byte[]>();
            parts.put("[Content_Types].xml", ("""
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override
                    PartName="/xl/workbook.xml" ContentType=
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override
                    PartName="/xl/styles.xml" ContentType=
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""").getBytes(StandardCharsets.UTF_8));
            parts.put("xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s"
                    sheetId="1" r:id="rId1"/></sheets></workbook>""".getBytes(StandardCharsets.UTF_8));
            parts.put("xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
                    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                    Target="%s"/></Relationships>""".formatted(part).getBytes(StandardCharsets.UTF_8));
            parts.put("xl/styles.xml", "<styleSheet/>".getBytes(StandardCharsets.UTF_8));
            parts.put("xl/" + part, sheet.getBytes(charset));
            for (var one : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path book(String rows) throws IOException {
        return book(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>",
                "worksheets/sheet1.xml",
                StandardCharsets.UTF_8);
    }

    @Test
    void a_number_that_would_fill_the_memory_is_not_written_out() throws Exception {
        for (String number : List.of("1E999999999", "1E-999999999", "1e401"))
            refused(Why.CELL_TOO_LONG, book("<row r=\"1\"><c r=\"A1\"><v>" + number + "</v></c></row>"));
        assertThat(new TableFiles()
                        .open(book("<row r=\"1\"><c r=\"A1\"><v>1.38E10</v></c></row>"))
                        .header())
                .containsExactly("13800000000");
    }

    @Test
    void what_goes_wrong_with_whoever_takes_the_rows_is_not_the_file_s_fault() throws Exception {
        for (Path file : List.of(
                file("a\n1\n2".getBytes(StandardCharsets.UTF_8)),
                book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"))) {
            var away = new IllegalStateException("away");
            assertThatThrownBy(() -> new TableFiles().open(file).rows((line, cells) -> {
                        throw away;
                    }))
                    .isSameAs(away);
        }
    }

    @Test
    void no_way_of_writing_a_cell_gets_round_the_last_column() throws Exception {
        String begin =
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>";
        String end = "</row></sheetData></worksheet>";
        for (String cell : List.of(
                "<c r='ZZZZZZ1'><v>1</v></c>",
                "<c\tr=\"ZZZZZZ1\"><v>1</v></c>",
                "<c r = \"ZZZZZZ1\"><v>1</v></c>",
                "<c r=\"&#90;ZZZZZ1\"><v>1</v></c>",
                "<c r=\"\uFFFD\uFFFD\uFFFD1\"><v>1</v></c>",
                "<c/>".repeat(20_000)))
            refused(Why.TOO_MANY_COLUMNS, book(begin + cell + end, "worksheets/sheet1.xml", StandardCharsets.UTF_8));
        String wide = begin + "<c r=\"ZZZZZZ1\"><v>1</v></c>" + end;
        refused(Why.TOO_MANY_COLUMNS, book(wide, "elsewhere/any.bin", StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new TableFiles()
                        .open(book(
                                "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + wide,
                                "worksheets/sheet1.xml",
                                StandardCharsets.UTF_16)))
                .isInstanceOf(Table.Unreadable.class);
    }

    @Test
    void more_strings_than_the_memory_should_hold_are_not_read() throws Exception {
        Path file = folder.resolve("strings.xlsx");
        var random = new Random(5);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
            byte[] noise = new byte[256];
            String same = "0".repeat(25_000) + "</t></si>";
            for (int i = 0; i < 5_500; i++) {
                random.nextBytes(noise);
                String one = "<si><t>" + java.util.HexFormat.of().formatHex(noise) + same;
                zip.write(one.getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
        refused(Why.ZIP_BOMB, file);
    }

    @Test
    void random_bytes_are_a_table_or_refused_and_nothing_else() throws Exception {
        var random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            if (i % 3 == 0 && bytes.length > 4) System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
            if (i % 3 == 1)
                for (int b = 0; b < bytes.length; b++) bytes[b] = (byte) "ab,\"\n;'\r1".charAt((bytes[b] & 255) % 9);
            try {
                rows(new TableFiles().open(file(bytes)));
            } catch (Table.Unreadable e) {
                assertThat(e.why()).isNotNull();
            }
        }
    }

    @Test
    void what_is_written_is_read_by_its_owner_only() throws Exception {
        for (String name : List.of("own.csv", "own.xlsx")) {
            Path file = java.nio.file.Files.writeString(folder.resolve(name), "before");
            try (var writer = new TableWriters().create(file, List.of("a"))) {
                writer.row(List.of("1"));
            }
            if (java.nio.file.FileSystems.getDefault()
                    .supportedFileAttributeViews()
                    .contains("posix"))
                assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                                java.nio.file.Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
        }
    }
}
