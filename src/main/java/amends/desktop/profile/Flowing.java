package amends.desktop.profile;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;

/** A flow whose height is that of its lines. */
final class Flowing extends FlowLayout {
    private static final long serialVersionUID = 1;
    private static final int USUAL_WIDTH = 560;

    Flowing(int align, int hgap, int vgap) {
        super(align, hgap, vgap);
    }

    @Override
    public Dimension preferredLayoutSize(Container target) {
        int width = target.getWidth() > 0 ? target.getWidth() : USUAL_WIDTH;
        Insets insets = target.getInsets();
        int room = width - insets.left - insets.right - 2 * getHgap();
        int x = 0;
        int line = 0;
        int height = getVgap();
        for (Component part : target.getComponents()) {
            Dimension size = part.getPreferredSize();
            if (x > 0 && x + size.width > room) {
                height += line + getVgap();
                x = 0;
                line = 0;
            }
            x += size.width + getHgap();
            line = Math.max(line, size.height);
        }
        return new Dimension(Math.min(width, room), height + line + getVgap() + insets.top + insets.bottom);
    }

    @Override
    public Dimension minimumLayoutSize(Container target) {
        return new Dimension(0, preferredLayoutSize(target).height);
    }
}
