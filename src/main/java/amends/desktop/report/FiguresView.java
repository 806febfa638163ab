package amends.desktop.report;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.report.Figure;
import amends.report.Reading;
import amends.report.Report;
import amends.report.Row;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** The figures of a period: all in a list, the chosen one drawn over time and by group, its groups as a table. */
final class FiguresView {
    private final Look look;
    private final ReportModel model;
    private final ReportWords words;
    private final JPanel panel;
    private final RowTable<Figure> figures;
    private final RowTable<Row> groups;
    private final ChartView trend;
    private final ChartView compared;
    private final JTextArea definition;
    private final TextLine title;
    private final TextLine groupTitle;
    private boolean refreshing;

    FiguresView(Look look, ReportModel model, ReportWords words) {
        this.look = look;
        this.model = model;
        this.words = words;
        figures = new RowTable<>(look, figureColumns());
        Look.named(figures, "report.figures", look.get("report.figures"));
        figures.show(List.of(Figure.values()));
        figures.choose(model.figure());
        figures.getSelectionModel().addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting() && !refreshing && figures.chosen() != null) model.choose(figures.chosen());
        });
        explain();
        groups = new RowTable<>(look, groupColumns());
        Look.named(groups, "report.groups", look.get("report.groups"));
        trend = new ChartView(look, "report.trend");
        compared = new ChartView(look, "report.compared");
        definition = look.paragraph("", "quiet");
        title = look.line("", "strong");
        groupTitle = look.line("", "quiet strong");
        panel = laid();
        Follow.models(panel, this::refresh, model);
    }

    private JPanel laid() {
        JPanel left = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[24u!][grow,fill][]");
        left.add(look.heading("report.figures"), "wmin 0");
        left.add(look.scroll(figures), look.at("wmin 0, hmin 120u"));
        left.add(definition, look.at("wmin 0, hmin 96u"));
        JPanel right = look.panel(
                "insets 0, fill, wrap 2, gap 24u 8u",
                "[grow 50,fill,sg][grow 50,fill,sg]",
                "[24u!][grow 60,fill][24u!][grow 40,fill]");
        right.add(title, "wmin 0");
        right.add(groupTitle, "wmin 0");
        right.add(trend, look.at("wmin 0, hmin 120u"));
        right.add(compared, look.at("wmin 0, hmin 120u"));
        right.add(look.line(look.get("report.asTable"), "quiet strong"), "span, wmin 0");
        right.add(look.scroll(groups), look.at("span, grow, wmin 0, hmin 96u"));
        JPanel both = look.panel("insets 0, fill, gap 24u 0", "[424u:36%:460u,fill][grow,fill]", "[grow,fill]");
        both.add(left, "wmin 0, hmin 0");
        both.add(right, "wmin 0, hmin 0");
        return both;
    }

    private void explain() {
        figures.addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent e) {
                int row = figures.rowAtPoint(e.getPoint());
                figures.setToolTipText(row < 0 ? null : words.definition(Figure.values()[row]));
            }
        });
    }

    private List<Column<Figure>> figureColumns() {
        return List.of(
                Column.text(look.get("report.figure"), words::name, 164, 0),
                Column.figure(look.get("report.now"), f -> of(f, (r, x) -> words.value(x, r.now(x))), 112, 0),
                new Column<>(
                        look.get("report.change"),
                        f -> of(f, (r, x) -> words.change(x, r.now(x), r.before(x))),
                        this::mark,
                        132,
                        true,
                        1));
    }

    private String of(Figure figure, BiFunction<Report, Figure, String> text) {
        return model.report().map(r -> text.apply(r, figure)).orElse("");
    }

    /** Better or worse: a shape, its colour, and the arrow of the text. */
    private Icon mark(Figure figure) {
        Optional<Double> change = model.report().flatMap(r -> r.change(figure));
        if (change.isEmpty() || change.get() == 0 || figure == Figure.COST || figure == Figure.CONTACTS) return null;
        boolean better = change.get() > 0 == figure.isMoreBetter();
        return new StateMark(
                better ? StateMark.Shape.FULL : StateMark.Shape.WARNING,
                better ? Shade.READY : Shade.HOLD,
                look.px(10));
    }

    private List<Column<Row>> groupColumns() {
        return List.of(
                Column.text(look.get("report.group"), r -> words.group(shownCut(), r.group()), 112, 0),
                Column.figure(look.get("report.now"), r -> words.whole(model.figure(), r.now()), 128, 0),
                Column.figure(look.get("report.interval"), r -> words.interval(model.figure(), r.now()), 128, 2),
                Column.figure(look.get("report.cases"), r -> words.cases(r.now()), 64, 1),
                Column.figure(look.get("report.before"), r -> words.value(model.figure(), r.before()), 132, 1),
                Column.figure(
                        look.get("report.change"), r -> words.change(model.figure(), r.now(), r.before()), 92, 2));
    }

    private amends.report.Cut shownCut() {
        return model.report().map(Report::cut).orElse(model.cut());
    }

    JPanel panel() {
        return panel;
    }

    void focus() {
        figures.requestFocusInWindow();
    }

    private void refresh() {
        Figure figure = model.figure();
        refreshing = true;
        figures.choose(figure);
        refreshing = false;
        figures.repaint();
        definition.setText(words.name(figure) + ": " + words.definition(figure));
        model.report().ifPresent(report -> draw(report, figure));
    }

    private void draw(Report report, Figure figure) {
        var charts = new Charts(words, Ink.ofScreen(), look.texts().language().locale());
        title.setText(look.get("report.trendOf", words.name(figure), unit(figure)));
        boolean cut = figure.isCutBy(report.cut());
        groupTitle.setText(
                cut
                        ? words.name(figure) + " " + words.cut(report.cut())
                        : look.get("report.notBy", words.cut(report.cut())));
        trend.show(charts.trend(report, figure), spoken(report, figure));
        List<Row> rows = report.groups().getOrDefault(figure, List.of());
        compared.show(charts.groups(report, figure), groupTitle.getText());
        groups.show(rows);
        groups.repaint();
    }

    private String unit(Figure figure) {
        return switch (figure.kind()) {
            case SCORE -> look.get("report.unit.score");
            case LIFT -> look.get("report.unit.points");
            case TIME -> look.get("report.unit.hours");
            case SHARE -> "%";
            case MONEY -> model.ports().currency().getCurrencyCode();
            case COUNT -> look.get("report.unit.contacts");
        };
    }

    private String spoken(Report report, Figure figure) {
        var spoken = new StringBuilder(title.getText());
        List<Reading> readings = report.totals().get(figure);
        for (int i = 0; i < readings.size(); i++)
            spoken.append(", ")
                    .append(words.mark(report.periods().get(i)))
                    .append(' ')
                    .append(words.value(figure, readings.get(i)));
        return spoken.toString();
    }
}
