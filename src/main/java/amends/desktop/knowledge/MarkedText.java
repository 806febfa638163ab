package amends.desktop.knowledge;

import amends.knowledge.Marked;
import amends.knowledge.Marked.Mark;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;

/** Draws text with its marks in some lines; what does not fit ends in an ellipsis. */
final class MarkedText {
    private static final String CUT = "…";

    private MarkedText() {}

    /** How it is drawn. @param marked the colour of marks, which are bold as well */
    record Ink(Font font, Color plain, Color marked) {}

    /** @param lines at most */
    static void draw(Graphics2D g, Marked text, Ink ink, int x, int y, int width, int lines) {
        if (text.text().isEmpty() || width <= 0) return;
        FontRenderContext context = g.getFontRenderContext();
        int step = g.getFontMetrics(ink.font()).getHeight();
        float baseline = y + g.getFontMetrics(ink.font()).getAscent();
        var measurer = new LineBreakMeasurer(attributed(text, ink).getIterator(), context);
        int length = text.text().length();
        for (int line = 1; line <= lines && measurer.getPosition() < length; line++) {
            int from = measurer.getPosition();
            TextLayout layout = measurer.nextLayout(width);
            if (line == lines && measurer.getPosition() < length) layout = cut(text, ink, from, width, context);
            layout.draw(g, x, baseline);
            baseline += step;
        }
    }

    private static TextLayout cut(Marked text, Ink ink, int from, int width, FontRenderContext context) {
        Marked rest = from(text, from);
        var measurer = new LineBreakMeasurer(attributed(rest, ink).getIterator(), context);
        int room =
                width - (int) Math.ceil(ink.font().getStringBounds(CUT, context).getWidth());
        int fits = Math.max(1, measurer.nextOffset(Math.max(1, room)));
        if (Character.isHighSurrogate(rest.text().charAt(fits - 1)) && fits > 1) fits--;
        Marked shown = until(rest, fits);
        return new TextLayout(attributed(shown, ink).getIterator(), context);
    }

    private static Marked from(Marked text, int from) {
        return new Marked(
                text.text().substring(from),
                text.marks().stream()
                        .filter(m -> m.to() > from)
                        .map(m -> new Mark(Math.max(0, m.from() - from), m.to() - from))
                        .toList());
    }

    private static Marked until(Marked text, int to) {
        return new Marked(
                text.text().substring(0, to).stripTrailing() + CUT,
                text.marks().stream()
                        .filter(m -> m.from() < to)
                        .map(m -> new Mark(m.from(), Math.min(m.to(), to)))
                        .toList());
    }

    private static AttributedString attributed(Marked text, Ink ink) {
        var attributed = new AttributedString(text.text());
        attributed.addAttribute(TextAttribute.FONT, ink.font());
        attributed.addAttribute(TextAttribute.FOREGROUND, ink.plain());
        int length = text.text().length();
        Font bold = ink.font().deriveFont(Font.BOLD);
        for (Mark mark : text.marks()) {
            int from = Math.min(mark.from(), length);
            int to = Math.min(mark.to(), length);
            if (from >= to) continue;
            attributed.addAttribute(TextAttribute.FONT, bold, from, to);
            attributed.addAttribute(TextAttribute.FOREGROUND, ink.marked(), from, to);
        }
        return attributed;
    }
}
