package amends.report.pdf;

import amends.report.Paper;
import amends.report.Paper.Part;
import amends.report.PaperWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A PDF, A4 upright. Its letters are drawn as shapes of whatever font is installed, so Chinese shows everywhere, on
 * machines without Chinese fonts too; nothing can be copied out of it — who wants the figures takes the workbook.
 */
public final class PdfPaper implements PaperWriter {
    @Override
    public String ending() {
        return "pdf";
    }

    @Override
    public void write(Paper paper, OutputStream to, Progress progress) throws IOException {
        try (var document = new Document(PageSize.A4)) {
            PdfWriter writer = PdfWriter.getInstance(document, to);
            document.addTitle(paper.title() + " · " + paper.subtitle());
            document.addCreator("Amends");
            document.setDocumentLanguage(paper.language());
            document.open();
            draw(paper, new Leaves(document, writer, paper), progress);
        } catch (DocumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void draw(Paper paper, Leaves leaves, Progress progress) throws IOException {
        int done = 0;
        try (leaves) {
            progress.done(done, paper.parts().size());
            leaves.head();
            for (Part part : paper.parts()) {
                leaves.part(part);
                progress.done(++done, paper.parts().size());
            }
            leaves.notes();
        }
    }
}
