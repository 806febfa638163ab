package amends.desktop.look;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import javax.swing.JComponent;

/** The first letter of a name on a round, so that the eye finds the caller; a person's outline when nameless. */
public final class Avatar extends JComponent {
    private static final long serialVersionUID = 1;
    private final int side;
    private String letter = "";

    public Avatar(int side) {
        this.side = side;
        setPreferredSize(new Dimension(side, side));
        setMinimumSize(getPreferredSize());
    }

    public void show(String name) {
        letter = name.isBlank() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        g2.setColor(Shade.ACCENT.tint(Shade.SHEET));
        g2.fill(new Ellipse2D.Float(0, 0, side, side));
        g2.setColor(Shade.ACCENT.color());
        setForeground(Shade.ACCENT.color());
        if (letter.isEmpty()) {
            int icon = side / 2;
            Glyph.PERSON.icon(icon).paintIcon(this, g2, (side - icon) / 2, (side - icon) / 2);
        } else {
            g2.setFont(getFont().deriveFont(Font.BOLD, side * 0.42f));
            var m = g2.getFontMetrics();
            FlatUIUtils.drawString(
                    this, g2, letter, (side - m.stringWidth(letter)) / 2, (side - m.getHeight()) / 2 + m.getAscent());
        }
        g2.dispose();
    }
}
