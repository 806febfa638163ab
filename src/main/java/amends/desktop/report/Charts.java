package amends.desktop.report;

import amends.report.Cut;
import amends.report.Figure;
import amends.report.Reading;
import amends.report.Reading.Shown;
import amends.report.Report;
import amends.report.Row;
import amends.report.Weakness;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws figures: the trend with its intervals, groups beside what they were before, and where it goes wrong. */
final class Charts {
    private static final int MOST_GROUPS = 8;
    private final ReportWords words;
    private final Ink ink;
    private final Locale locale;

    Charts(ReportWords words, Ink ink, Locale locale) {
        this.words = words;
        this.ink = ink;
        this.locale = locale;
    }

    /** What is not shown leaves a gap. */
    JFreeChart trend(Report report, Figure figure) {
        var series = new YIntervalSeries(words.name(figure));
        List<Reading> readings = report.totals().get(figure);
        for (int i = 0; i < readings.size(); i++)
            if (readings.get(i) instanceof Shown s)
                series.add(i, scaled(figure, s.value()), low(figure, s), high(figure, s));
        var points = new YIntervalSeriesCollection();
        points.addSeries(series);
        var marks =
                new SymbolAxis(null, report.periods().stream().map(words::mark).toArray(String[]::new));
        marks.setGridBandsVisible(false);
        marks.setRange(-0.5, readings.size() - 0.5);
        var plot = new XYPlot(points, dressed(marks), value(figure, isScore(figure)), whiskers());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(ink.hairline());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return chart(plot);
    }

    private XYErrorRenderer whiskers() {
        var renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setErrorPaint(ink.whisker());
        renderer.setErrorStroke(new BasicStroke(1.2f));
        renderer.setSeriesLinesVisible(0, true);
        renderer.setSeriesPaint(0, ink.now());
        renderer.setSeriesStroke(0, new BasicStroke(2.2f));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
        return renderer;
    }

    JFreeChart groups(Report report, Figure figure) {
        var bars = new DefaultCategoryDataset();
        String now = words.period(report.period());
        String before = words.period(report.period().previous());
        List<Row> rows = report.groups().getOrDefault(figure, List.of());
        for (Row row : rows.subList(0, Math.min(MOST_GROUPS, rows.size()))) {
            String group = words.group(report.cut(), row.group());
            bars.addValue(scaledOrNull(figure, row.before()), before, group);
            bars.addValue(scaledOrNull(figure, row.now()), now, group);
        }
        return bars(bars, value(figure, isScore(figure)), true);
    }

    JFreeChart weakest(Cut cut, List<Weakness> weakest) {
        var bars = new DefaultCategoryDataset();
        for (Weakness weak : weakest)
            bars.addValue(weak.share() * 100, words.name(Figure.ANSWERED_IN_TIME), words.group(cut, weak.group()));
        var axis = number();
        axis.setRange(0, 100);
        return bars(bars, axis, false);
    }

    private JFreeChart bars(DefaultCategoryDataset bars, ValueAxis values, boolean legend) {
        var groups = new CategoryAxis();
        groups.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        groups.setTickLabelFont(small());
        groups.setTickLabelPaint(ink.text());
        groups.setAxisLinePaint(ink.hairline());
        groups.setTickMarksVisible(false);
        groups.setMaximumCategoryLabelWidthRatio(0.4f);
        var renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        renderer.setMaximumBarWidth(0.16);
        renderer.setSeriesPaint(0, legend ? ink.before() : ink.now());
        renderer.setSeriesPaint(1, ink.now());
        var plot = new CategoryPlot(bars, groups, values, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(ink.hairline());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        JFreeChart chart = chart(plot);
        if (legend) legend(chart, plot);
        return chart;
    }

    private void legend(JFreeChart chart, Plot plot) {
        var legend = new org.jfree.chart.title.LegendTitle(plot);
        legend.setItemFont(small());
        legend.setItemPaint(ink.quiet());
        legend.setBackgroundPaint(ink.ground());
        legend.setPosition(org.jfree.chart.ui.RectangleEdge.BOTTOM);
        chart.addLegend(legend);
    }

    private JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(ink.ground());
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 0, 0, 8));
        plot.setNoDataMessage("–");
        plot.setNoDataMessagePaint(ink.quiet());
        plot.setNoDataMessageFont(small());
        var chart = new JFreeChart(null, ink.font(), plot, false);
        chart.setBackgroundPaint(ink.ground());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        return chart;
    }

    private NumberAxis value(Figure figure, boolean score) {
        NumberAxis axis = number();
        if (score) {
            axis.setRange(1, 5);
            axis.setTickUnit(new NumberTickUnit(1));
        } else if (figure.kind() == Figure.Kind.SHARE) axis.setRange(0, 100);
        else axis.setAutoRangeIncludesZero(true);
        return axis;
    }

    private NumberAxis number() {
        var axis = new NumberAxis();
        axis.setNumberFormatOverride(NumberFormat.getNumberInstance(locale));
        return dressed(axis);
    }

    private <A extends ValueAxis> A dressed(A axis) {
        axis.setTickLabelFont(small());
        axis.setTickLabelPaint(ink.quiet());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private Font small() {
        return ink.font().deriveFont(ink.font().getSize2D() * 0.9f);
    }

    private static boolean isScore(Figure figure) {
        return figure.kind() == Figure.Kind.SCORE;
    }

    private Double scaledOrNull(Figure figure, Reading reading) {
        return reading instanceof Shown s ? scaled(figure, s.value()) : null;
    }

    private double low(Figure figure, Shown s) {
        return Double.isFinite(s.low()) ? scaled(figure, s.low()) : scaled(figure, s.value());
    }

    private double high(Figure figure, Shown s) {
        boolean sane = Double.isFinite(s.high()) && s.high() < Double.MAX_VALUE / 2;
        return sane ? scaled(figure, s.high()) : scaled(figure, s.value());
    }

    /** As the axis has it: shares in per cent, times in hours, money in the currency's unit. */
    double scaled(Figure figure, double value) {
        return switch (figure.kind()) {
            case SHARE -> value * 100;
            case TIME -> value / 3600;
            case MONEY -> value / words.minorUnits();
            case SCORE, LIFT, COUNT -> value;
        };
    }
}
