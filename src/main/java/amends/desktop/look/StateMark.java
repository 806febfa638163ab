package amends.desktop.look;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;

/** A state's mark: each has a shape of its own, so that colour is never alone. */
public record StateMark(Shape shape, Shade shade, int side) implements Icon {
    /** Full round, ring, upright bars, square, pencil's wedge, triangle of warning. */
    public enum Shape {
        FULL,
        RING,
        BARS,
        SQUARE,
        WEDGE,
        WARNING
    }

    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        g2.translate(x, y);
        g2.setColor(shade.color());
        float s = side;
        switch (shape) {
            case FULL -> g2.fill(new Ellipse2D.Float(0, 0, s, s));
            case RING -> {
                g2.setStroke(new BasicStroke(s / 5));
                g2.draw(new Ellipse2D.Float(s / 10, s / 10, s - s / 5, s - s / 5));
            }
            case BARS -> {
                g2.fill(new Rectangle2D.Float(s * .15f, 0, s * .25f, s));
                g2.fill(new Rectangle2D.Float(s * .6f, 0, s * .25f, s));
            }
            case SQUARE -> g2.fillRoundRect(0, 0, side, side, side / 3, side / 3);
            case WEDGE -> g2.fill(triangle(0, s, s, s, s, 0));
            case WARNING -> g2.fill(triangle(0, s, s, s, s / 2, 0));
        }
        g2.dispose();
    }

    private static Path2D triangle(float x1, float y1, float x2, float y2, float x3, float y3) {
        var path = new Path2D.Float();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        path.lineTo(x3, y3);
        path.closePath();
        return path;
    }

    @Override
    public int getIconWidth() {
        return side;
    }

    @Override
    public int getIconHeight() {
        return side;
    }
}
