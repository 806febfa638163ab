package amends.report.pdf;

import amends.kernel.PlainText;
import amends.report.Paper;
import amends.report.Paper.Cell;
import amends.report.Paper.Part;
import amends.report.Paper.Picture;
import amends.report.Paper.Table;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/** The pages, drawn from top to bottom; a new one is begun where there is no room. */
final class Leaves implements AutoCloseable {
    private static final float WIDTH = PageSize.A4.getWidth();
    private static final float HEIGHT = PageSize.A4.getHeight();
    private static final float MARGIN = 48;
    private static final float ROW = 17;
    private static final Color INK = new Color(0x1c2230);
    private static final Color QUIET = new Color(0x5a6372);
    private static final Color HAIRLINE = new Color(0xdfe3ea);

    private final Document document;
    private final PdfWriter writer;
    private final Paper paper;
    private final Lettering lettering;
    private Graphics2D page;
    private float y;
    private int number;

    Leaves(Document document, PdfWriter writer, Paper paper) {
        this.document = document;
        this.writer = writer;
        this.paper = paper;
        lettering = Lettering.installed();
    }

    void head() {
        begin();
        line(paper.title(), lettering.of(18, true), INK, 24);
        line(paper.subtitle(), lettering.of(10, false), QUIET, 18);
        if (!lettering.showsChinese() && Lettering.isChinese(paper.title()))
            line("No installed font shows Chinese: letters are missing here.", lettering.of(9, true), INK, 16);
        y += 6;
    }

    void part(Part part) throws IOException {
        float picture = part.picture().map(p -> scaled(p) + 10).orElse(0f);
        room(26 + picture + 3 * ROW);
        line(part.heading(), lettering.of(12, true), INK, 20);
        if (part.picture().isPresent()) picture(part.picture().get());
        table(part.table());
        y += 16;
    }

    void notes() {
        room(ROW * 2);
        for (String note : paper.notes())
            for (String words : wrapped(note, lettering.of(8, false), WIDTH - 2 * MARGIN)) {
                room(12);
                line(words, lettering.of(8, false), QUIET, 12);
            }
    }

    private static float scaled(Picture picture) {
        return picture.height() * Math.min(1, (WIDTH - 2 * MARGIN) / picture.width());
    }

    private void picture(Picture picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        float height = scaled(picture);
        float width = height * picture.width() / picture.height();
        page.drawImage(image, Math.round(MARGIN), Math.round(y), Math.round(width), Math.round(height), null);
        y += height + 10;
    }

    private void table(Table table) {
        float[] rights = rights(table);
        heads(table, rights);
        for (List<Cell> row : table.rows()) {
            if (y + ROW > HEIGHT - MARGIN) {
                turn();
                heads(table, rights);
            }
            row(row, rights, lettering.of(9, false), INK);
        }
    }

    private void heads(Table table, float[] rights) {
        row(table.columns().stream().map(Cell::text).toList(), rights, lettering.of(8, true), QUIET);
        rule();
    }

    /** Where each column ends: the first has what the others leave, up to half. */
    private float[] rights(Table table) {
        int columns = table.columns().size();
        float room = WIDTH - 2 * MARGIN;
        float first = columns == 1 ? room : Math.max(room * 0.28f, room - (columns - 1) * 92f);
        float[] rights = new float[columns];
        for (int c = 0; c < columns; c++)
            rights[c] = MARGIN + first + (columns == 1 ? 0 : c * (room - first) / (columns - 1));
        return rights;
    }

    private void row(List<Cell> cells, float[] rights, Font font, Color ink) {
        page.setFont(font);
        page.setColor(ink);
        for (int c = 0; c < Math.min(cells.size(), rights.length); c++) {
            float left = c == 0 ? MARGIN : rights[c - 1] + 8;
            String text = fitted(cells.get(c).text(), font, rights[c] - left);
            float x = c == 0 ? left : rights[c] - lettering.width(text, font);
            page.drawString(text, x, y + 11);
        }
        y += ROW;
    }

    private void rule() {
        page.setColor(HAIRLINE);
        page.setStroke(new BasicStroke(0.7f));
        page.draw(new Line2D.Float(MARGIN, y - 2, WIDTH - MARGIN, y - 2));
    }

    private String fitted(String raw, Font font, float room) {
        String text = PlainText.line(raw, 200);
        if (lettering.width(text, font) <= room) return text;
        while (!text.isEmpty() && lettering.width(text + "…", font) > room)
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        return text + "…";
    }

    private List<String> wrapped(String raw, Font font, float room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String piece : PlainText.line(raw, 2000).split("(?<=\\s)|(?=[\\u2e80-\\uffef])")) {
            if (!line.isEmpty() && lettering.width(line + piece.stripTrailing(), font) > room) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.isEmpty()) lines.add(line.toString().strip());
        return lines;
    }

    private void line(String text, Font font, Color ink, float height) {
        page.setFont(font);
        page.setColor(ink);
        page.drawString(fitted(text, font, WIDTH - 2 * MARGIN), MARGIN, y + font.getSize2D());
        y += height;
    }

    /** Turns the page where so much does not fit any more. */
    private void room(float needed) {
        if (y + needed > HEIGHT - MARGIN && y > MARGIN) turn();
    }

    private void turn() {
        end();
        document.newPage();
        begin();
    }

    private void begin() {
        page = writer.getDirectContent().createGraphicsShapes(WIDTH, HEIGHT);
        y = MARGIN;
        number++;
    }

    private void end() {
        if (page == null) return;
        Font font = lettering.of(8, false);
        page.setFont(font);
        page.setColor(QUIET);
        page.drawString("Amends · " + number, MARGIN, HEIGHT - MARGIN / 2);
        page.dispose();
        page = null;
    }

    @Override
    public void close() {
        end();
    }
}
