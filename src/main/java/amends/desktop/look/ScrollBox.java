package amends.desktop.look;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;

/** Fills the room there is, and scrolls up and down only where the content's least height does not fit. */
public final class ScrollBox extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;
    private final int step;

    private ScrollBox(Look look, Component content) {
        super(new BorderLayout());
        step = look.px(24);
        setOpaque(false);
        add(content);
    }

    public static JScrollPane around(Look look, Component content) {
        JScrollPane pane = look.scroll(new ScrollBox(look, content));
        pane.setMinimumSize(new Dimension(0, 0));
        return pane;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension preferred = super.getPreferredSize();
        return getParent() == null || fits() ? preferred : new Dimension(preferred.width, getMinimumSize().height);
    }

    private boolean fits() {
        return getParent().getHeight() >= getMinimumSize().height;
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return step;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height - step;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && fits();
    }
}
