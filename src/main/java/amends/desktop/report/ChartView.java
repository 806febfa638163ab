package amends.desktop.report;

import amends.desktop.look.Look;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jfree.chart.JFreeChart;

/** A chart as part of a page: it is looked at, the same figures stand as a table beside it. */
final class ChartView extends JComponent {
    private static final long serialVersionUID = 1;
    private transient Optional<JFreeChart> chart = Optional.empty();

    ChartView(Look look, String name) {
        setName(name);
        setMinimumSize(new Dimension(look.px(160), look.px(120)));
        setPreferredSize(new Dimension(look.px(420), look.px(220)));
    }

    /** @param spoken what it shows, in words */
    void show(JFreeChart next, String spoken) {
        chart = Optional.of(next);
        getAccessibleContext().setAccessibleName(spoken);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        chart.ifPresent(c -> c.draw(g2, new Rectangle2D.Double(0, 0, getWidth(), getHeight())));
        g2.dispose();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) accessibleContext = new AccessibleChart();
        return accessibleContext;
    }

    private final class AccessibleChart extends AccessibleJComponent {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.ICON;
        }
    }
}
