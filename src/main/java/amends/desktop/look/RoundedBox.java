package amends.desktop.look;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A panel with a thin, round-cornered line around it. */
public final class RoundedBox extends JPanel {
    private static final long serialVersionUID = 1;
    private final int arc;

    public RoundedBox(Look look, String layout, String columns) {
        super(new MigLayout(look.at(layout), look.at(columns), ""));
        setOpaque(false);
        arc = look.px(10);
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        var edge = new RoundRectangle2D.Float(0.5f, 0.5f, getWidth() - 1f, getHeight() - 1f, arc, arc);
        g2.setColor(Shade.SIDE.color());
        g2.fill(edge);
        g2.setColor(Shade.HAIRLINE.color());
        g2.draw(edge);
        g2.dispose();
    }
}
