package amends.desktop.profile;

import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;

/** One line of parts; a part that has no room is left out rather than cut. */
final class Fitting extends FlowLayout {
    private static final long serialVersionUID = 1;

    Fitting(int gap) {
        super(FlowLayout.LEADING, gap, 0);
    }

    @Override
    public void layoutContainer(Container target) {
        super.layoutContainer(target);
        for (Component part : target.getComponents())
            if (part.getX() + part.getWidth() > target.getWidth() || part.getY() >= target.getHeight())
                part.setBounds(0, 0, 0, 0);
    }
}
