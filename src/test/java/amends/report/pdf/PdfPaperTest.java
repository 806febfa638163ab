package amends.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import amends.report.Papers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

class PdfPaperTest {
    private static byte[] written(int rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new PdfPaper().write(Papers.of(rows, "=1+1"), bytes, (done, of) -> {});
        return bytes.toByteArray();
    }

    @Test
    void it_has_as_many_pages_as_it_needs_and_no_font_that_a_reader_would_miss() throws IOException {
        byte[] pdf = written(70);
        var reader = new PdfReader(pdf);
        assertThat(reader.getNumberOfPages()).isBetween(5, 7);
        assertThat(reader.getInfo().get("Title")).contains("补救报表");
        // Nothing of fonts: every letter is a shape.
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("/FontFile");
        reader.close();
    }

    @Test
    void a_short_one_is_one_page() throws IOException {
        var reader = new PdfReader(written(3));
        assertThat(reader.getNumberOfPages()).isEqualTo(1);
        reader.close();
    }

    @Test
    void without_a_chinese_font_it_says_so() {
        assertThat(new Lettering(Set.of()).showsChinese()).isFalse();
        assertThat(Lettering.isChinese("报表")).isTrue();
        assertThat(Lettering.isChinese("Report")).isFalse();
    }
}
