package amends.desktop.authors;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.knowledge.SearchFigure;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How high the right answers stood, day by day: MRR@10 of all queues. The figures stand as a table below it. */
final class SearchChart extends JComponent {
    private static final long serialVersionUID = 1;
    private final transient Look look;
    private transient List<SearchFigure> course = List.of();

    SearchChart(Look look) {
        this.look = look;
        Look.named(this, "figures.chart", look.get("figures.course"));
        setMinimumSize(new Dimension(look.px(160), look.px(100)));
    }

    /** @param days the earliest first */
    void show(List<SearchFigure> days) {
        if (days.equals(course)) return;
        course = List.copyOf(days);
        if (!days.isEmpty())
            getAccessibleContext()
                    .setAccessibleDescription(String.format(
                            Locale.ROOT,
                            "%.3f → %.3f",
                            days.getFirst().mrr10(),
                            days.getLast().mrr10()));
        repaint();
    }

    @Override
    public javax.accessibility.AccessibleContext getAccessibleContext() {
        if (accessibleContext == null)
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;
            };
        return accessibleContext;
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        chart().draw(g2, new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
        g2.dispose();
    }

    private JFreeChart chart() {
        var line = new XYSeries("MRR@10");
        for (int i = 0; i < course.size(); i++) line.add(i, course.get(i).mrr10());
        var days = new SymbolAxis(
                null, course.stream().map(f -> f.day().toString().substring(5)).toArray(String[]::new));
        days.setGridBandsVisible(false);
        days.setRange(-0.5, Math.max(1, course.size()) - 0.5);
        days.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(course.size() / 8.0))));
        var values = new NumberAxis();
        values.setRange(0, 1);
        values.setTickUnit(new NumberTickUnit(0.25));
        var dots = new XYLineAndShapeRenderer();
        dots.setSeriesPaint(0, Shade.ACCENT.color());
        dots.setSeriesStroke(0, new BasicStroke(2.2f));
        dots.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        var plot = new XYPlot(new XYSeriesCollection(line), dressed(days), dressed(values), dots);
        plot.setBackgroundPaint(Shade.SHEET.color());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Shade.HAIRLINE.color());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setNoDataMessage("–");
        plot.setNoDataMessagePaint(Shade.QUIET.color());
        var chart = new JFreeChart(null, font(), plot, false);
        chart.setBackgroundPaint(Shade.SHEET.color());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private Font font() {
        return UIManager.getFont("Label.font");
    }

    private ValueAxis dressed(ValueAxis axis) {
        axis.setTickLabelFont(font().deriveFont(font().getSize2D() * 0.85f));
        axis.setTickLabelPaint(Shade.QUIET.color());
        axis.setAxisLinePaint(Shade.HAIRLINE.color());
        axis.setTickMarksVisible(false);
        return axis;
    }
}
