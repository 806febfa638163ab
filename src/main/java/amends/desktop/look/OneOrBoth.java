package amends.desktop.look;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/**
 * A list and what is chosen in it: side by side where there is room for both, otherwise one of them, with all the room.
 */
public final class OneOrBoth {
    /** What stands between the two, in pixels at 100 %. */
    private static final int GAP = 16;

    private final Look look;
    private final Component list;
    private final Component chosen;
    private final int room;
    private final int share;
    private final JPanel panel;
    private final Runnable moved;
    private boolean narrow;
    private boolean listInFront = true;

    /**
     * @param room the least width for both, in pixels at 100 %
     * @param share the list's of it, in percent
     * @param moved told when there is room for both, or no more
     */
    public OneOrBoth(Look look, Component list, Component chosen, int room, int share, Runnable moved) {
        this.look = look;
        this.list = list;
        this.chosen = chosen;
        this.room = room;
        this.share = share;
        this.moved = moved;
        panel = new JPanel(new Layout());
        panel.setOpaque(false);
        panel.add(list);
        panel.add(chosen);
    }

    public JPanel panel() {
        return panel;
    }

    /** Whether there is room for one only. */
    public boolean isNarrow() {
        return narrow;
    }

    /** The list, or else what is chosen, is what somebody wants to see. */
    public void bringForward(boolean itsList) {
        listInFront = itsList;
        place();
    }

    private void place() {
        list.setVisible(!narrow || listInFront);
        chosen.setVisible(!narrow || !listInFront);
        panel.revalidate();
        panel.repaint();
    }

    private final class Layout implements LayoutManager {
        @Override
        public void layoutContainer(Container parent) {
            int width = parent.getWidth();
            int height = parent.getHeight();
            boolean now = width < look.px(room);
            if (now != narrow) {
                narrow = now;
                place();
                moved.run();
            }
            int left = narrow ? width : (width - look.px(GAP)) * share / 100;
            int right = narrow ? 0 : left + look.px(GAP);
            list.setBounds(0, 0, left, height);
            chosen.setBounds(right, 0, width - right, height);
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension();
        }

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            return new Dimension(
                    look.px(room), Math.max(list.getPreferredSize().height, chosen.getPreferredSize().height));
        }

        @Override
        public void addLayoutComponent(String name, Component component) {}

        @Override
        public void removeLayoutComponent(Component component) {}
    }
}
