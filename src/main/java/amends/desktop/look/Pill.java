package amends.desktop.look;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.BorderFactory;
import javax.swing.JLabel;

/** A word on a tinted ground. */
public class Pill extends JLabel {
    private static final long serialVersionUID = 1;
    private transient Shade shade = Shade.QUIET;

    public Pill(Look look) {
        setBorder(BorderFactory.createEmptyBorder(look.px(2), look.px(8), look.px(2), look.px(8)));
    }

    public void show(String word, Shade newShade) {
        shade = newShade;
        setText(word);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        g2.setColor(shade.tint(Shade.SHEET));
        g2.fillRoundRect(0, 0, getWidth(), getHeight(), getHeight(), getHeight());
        g2.dispose();
        setForeground(shade.color());
        super.paintComponent(g);
    }
}
