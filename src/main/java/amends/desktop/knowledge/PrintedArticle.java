package amends.desktop.knowledge;

import amends.desktop.attachment.AttachmentsModel.Printed;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * An article on paper: its words, then its pictures, each with what is said of it and never larger than a page. Drawn
 * without any component, so that the screen's thread has no part in it; for one thread.
 */
final class PrintedArticle implements Printable {
    /** Points: narrower than this nothing is broken into lines. */
    private static final double LEAST = 36;

    private final Font font;
    private final String words;
    private final List<Printed> pictures;
    private List<List<Piece>> pages = List.of();

    /** @param font its size in points */
    PrintedArticle(Font font, String words, List<Printed> pictures) {
        this.font = font;
        this.words = words;
        this.pictures = List.copyOf(pictures);
    }

    /** What stands across the page; in points. */
    private sealed interface Piece {
        double high();

        void draw(Graphics2D g, double top);

        record Line(TextLayout layout) implements Piece {
            @Override
            public double high() {
                return layout.getAscent() + layout.getDescent() + layout.getLeading() + 2.0;
            }

            @Override
            public void draw(Graphics2D g, double top) {
                layout.draw(g, 0, (float) (top + layout.getAscent()));
            }
        }

        record Space(double high) implements Piece {
            @Override
            public void draw(Graphics2D g, double top) {}
        }

        record Picture(BufferedImage image, int wide, int tall) implements Piece {
            @Override
            public double high() {
                return tall;
            }

            @Override
            public void draw(Graphics2D g, double top) {
                g.drawImage(image, 0, (int) top, wide, tall, null);
            }
        }
    }

    @Override
    public int print(Graphics graphics, PageFormat paper, int page) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        if (pages.isEmpty()) pages = pages(g.getFontRenderContext(), paper);
        if (page < pages.size()) {
            g.translate(paper.getImageableX(), paper.getImageableY());
            double top = 0;
            for (Piece piece : pages.get(page)) {
                piece.draw(g, top);
                top += piece.high();
            }
        }
        g.dispose();
        return page < pages.size() ? PAGE_EXISTS : NO_SUCH_PAGE;
    }

    private List<List<Piece>> pages(FontRenderContext on, PageFormat paper) {
        double wide = Math.max(LEAST, paper.getImageableWidth());
        double high = Math.max(LEAST, paper.getImageableHeight());
        var pages = new ArrayList<List<Piece>>();
        pages.add(new ArrayList<>());
        double left = high;
        for (List<Piece> together : blocks(on, wide, high)) {
            double needs = together.stream().mapToDouble(Piece::high).sum();
            if (needs > left && !pages.getLast().isEmpty()) {
                pages.add(new ArrayList<>());
                left = high;
            }
            pages.getLast().addAll(together);
            left -= needs;
        }
        return pages;
    }

    /** What stays together: a line, or a picture below its words. */
    private List<List<Piece>> blocks(FontRenderContext on, double wide, double high) {
        var blocks = new ArrayList<List<Piece>>();
        words.lines().forEach(line -> lines(line, on, wide).forEach(piece -> blocks.add(List.of(piece))));
        for (Printed printed : pictures) {
            blocks.add(List.of(new Piece.Space(font.getSize())));
            List<Piece> block = new ArrayList<>(lines(printed.attachment().spoken(), on, wide));
            double room = high - block.stream().mapToDouble(Piece::high).sum();
            block.add(fitting(printed.picture().image(), wide, Math.max(LEAST, room)));
            blocks.add(block);
        }
        return blocks;
    }

    private List<Piece> lines(String line, FontRenderContext on, double wide) {
        if (line.isBlank()) return List.of(new Piece.Space(font.getSize()));
        var text = new AttributedString(line.replace('\t', ' '));
        text.addAttribute(TextAttribute.FONT, font);
        var measurer = new LineBreakMeasurer(text.getIterator(), on);
        var lines = new ArrayList<Piece>();
        while (measurer.getPosition() < line.length()) lines.add(new Piece.Line(measurer.nextLayout((float) wide)));
        return lines;
    }

    private static Piece fitting(BufferedImage image, double wide, double high) {
        double scale = Math.min(1, Math.min(wide / image.getWidth(), high / image.getHeight()));
        return new Piece.Picture(
                image, Math.max(1, (int) (image.getWidth() * scale)), Math.max(1, (int) (image.getHeight() * scale)));
    }
}
