package amends.customer.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books as other programs write them: with the parts that the standard asks for, and some that it does not. */
class BookPartsTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String INLINE = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    private static final String STRINGS =
            "<sst xmlns=\"" + MAIN + "\"><si><t>姓名</t></si><si><r><t>王</t></r><r><t>建国</t></r></si></sst>";

    @TempDir
    Path folder;

    private static String overriding(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    /** A book with nothing but what it must have. @param rows of its sheet */
    private static Map<String, String> least(String overrides, String rows) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">" + overriding("/xl/workbook.xml", "sheet.main")
                        + overriding("/xl/worksheets/sheet1.xml", "worksheet") + overrides + "</Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation("rId1", "worksheet", "worksheets/sheet1.xml") + "</Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private List<List<String>> read(Map<String, String> parts) throws IOException, Table.Unreadable {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        Table table = new TableFiles().open(file);
        var all = new ArrayList<>(List.of(table.header()));
        table.rows((line, cells) -> all.add(cells));
        return all;
    }

    private static String row(int line, String... cells) {
        return "<row r=\"" + line + "\">" + String.join("", cells) + "</row>";
    }

    @Test
    void a_book_without_styles_is_read() throws Exception {
        String rows = row(1, INLINE.formatted("姓名"), INLINE.formatted("电话"))
                + row(2, INLINE.formatted("王建国"), "<c><v>13800138000</v></c>")
                + row(3, INLINE.formatted("李娜"), "<c s=\"1\"><v>43832</v></c>")
                + row(4, "<c t=\"str\"><f>A2</f><v>王建国</v></c>", "<c t=\"b\"><v>1</v></c>");
        List<List<String>> read = read(least("", rows));
        assertThat(read.subList(0, 3))
                .containsExactly(List.of("姓名", "电话"), List.of("王建国", "13800138000"), List.of("李娜", "43832"));
        assertThat(read.get(3).getFirst()).isEqualTo("王建国");
    }

    @Test
    void strings_that_are_shared_need_no_styles() throws Exception {
        var parts = least(
                overriding("/xl/sharedStrings.xml", "sharedStrings"),
                row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>") + row(2, "<c r=\"A2\" t=\"s\"><v>1</v></c>"));
        parts.put("xl/sharedStrings.xml", STRINGS);
        assertThat(read(parts)).containsExactly(List.of("姓名"), List.of("王建国"));
    }

    @Test
    void with_styles_what_is_a_date_is_one() throws Exception {
        var parts = least(
                overriding("/xl/Styles.xml", "styles"),
                row(1, INLINE.formatted("日期")) + row(2, "<c r=\"A2\" s=\"1\"><v>43832</v></c>"));
        parts.put("xl/styles.xml", STYLES);
        assertThat(read(parts)).containsExactly(List.of("日期"), List.of("2020-01-02"));
    }

    @Test
    void styles_that_are_named_and_not_there_are_none() throws Exception {
        var parts = least(overriding("/xl/styles.xml", "styles"), row(1, INLINE.formatted("a")));
        assertThat(read(parts)).containsExactly(List.of("a"));
    }

    @Test
    void what_makes_the_list_of_parts_no_xml_is_refused() {
        var parts = least("<", row(1, INLINE.formatted("a")));
        assertThatThrownBy(() -> read(parts))
                .isInstanceOfSatisfying(
                        Table.Unreadable.class, e -> assertThat(e.why()).isEqualTo(Table.Why.BROKEN));
    }
}
