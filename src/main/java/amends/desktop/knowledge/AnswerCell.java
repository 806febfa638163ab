package amends.desktop.knowledge;

import amends.desktop.knowledge.MarkedText.Ink;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.knowledge.Marked;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.Predicate;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** One answer in the list: title, two lines of the article, and why it is there. */
final class AnswerCell extends JComponent implements ListCellRenderer<AnswerRow> {
    private static final long serialVersionUID = 1;
    private static final int EXCERPT_LINES = 2;

    private final transient Look look;
    private final transient CueWords words;
    private final transient Predicate<AnswerRow> used;
    private transient AnswerRow row;
    private boolean chosen;
    private Color ground;

    AnswerCell(Look look, CueWords words, Predicate<AnswerRow> used) {
        this.look = look;
        this.words = words;
        this.used = used;
        setFont(UIManager.getFont("List.font"));
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends AnswerRow> list, AnswerRow value, int index, boolean selected, boolean focused) {
        row = value;
        chosen = selected;
        ground = list.getBackground();
        String because = words.because(row.because());
        getAccessibleContext()
                .setAccessibleName(row.title().text()
                        + (because.isEmpty() ? "" : ", " + because)
                        + (used.test(row) ? ", " + look.get("knowledge.isUsed") : ""));
        return this;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null)
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LABEL;
                }
            };
        return accessibleContext;
    }

    /** All rows of a list are of one height, so that nothing jumps. */
    int height(boolean withReason) {
        int line = getFontMetrics(getFont()).getHeight();
        return line * (1 + EXCERPT_LINES + (withReason ? 1 : 0)) + look.px(4) + 2 * look.px(8);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(look.px(200), height(!row.because().isEmpty()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        var g = (Graphics2D) graphics.create();
        FlatUIUtils.setRenderingHints(g);
        if (chosen) {
            g.setColor(com.formdev.flatlaf.util.ColorFunctions.mix(Shade.ACCENT.color(), ground, 0.12f));
            g.fillRoundRect(0, 0, getWidth(), getHeight(), look.px(8), look.px(8));
            g.setColor(Shade.ACCENT.color());
            g.fillRoundRect(0, look.px(8), look.px(3), getHeight() - look.px(16), look.px(3), look.px(3));
        }
        draw(g);
        g.dispose();
    }

    private void draw(Graphics2D g) {
        Font plain = getFont();
        Font bold = plain.deriveFont(Font.BOLD);
        Color text = UIManager.getColor("Label.foreground");
        Color mark = Shade.ACCENT.color();
        int line = getFontMetrics(plain).getHeight();
        int x = look.px(12);
        int width = getWidth() - 2 * x;
        int y = look.px(8);
        int tick = used.test(row) ? drawTick(g, x + width, y, bold) : 0;
        MarkedText.draw(g, row.title(), new Ink(bold, text, mark), x, y, width - tick, 1);
        y += line + look.px(2);
        MarkedText.draw(g, row.excerpt(), new Ink(plain, Shade.QUIET.color(), text), x, y, width, EXCERPT_LINES);
        y += line * EXCERPT_LINES + look.px(2);
        if (!row.because().isEmpty())
            MarkedText.draw(g, Marked.plain(words.because(row.because())), new Ink(plain, mark, mark), x, y, width, 1);
    }

    private int drawTick(Graphics2D g, int right, int y, Font font) {
        String tick = "✓";
        g.setFont(font);
        g.setColor(Shade.READY.color());
        int width = g.getFontMetrics().stringWidth(tick);
        FlatUIUtils.drawString(
                this, g, tick, right - width, y + g.getFontMetrics().getAscent());
        return width + look.px(8);
    }
}
