package amends.desktop.report;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.report.Cut;
import amends.report.Report;
import amends.report.Weakness;
import java.util.List;
import java.util.Locale;
import javax.swing.JPanel;

/** Where complaints go wrong most surely: branches left, causes right. */
final class WeakView {
    private final Look look;
    private final ReportModel model;
    private final ReportWords words;
    private final JPanel panel;
    private final Side branches;
    private final Side causes;

    private record Side(Cut cut, ChartView chart, RowTable<Weakness> table) {}

    WeakView(Look look, ReportModel model, ReportWords words) {
        this.look = look;
        this.model = model;
        this.words = words;
        branches = side(Cut.BRANCH);
        causes = side(Cut.CAUSE);
        panel = look.panel(
                "insets 0, fill, wrap 2, gap 24u 8u",
                "[grow 50,fill,sg][grow 50,fill,sg]",
                "[24u!][grow 50,fill][grow 50,fill][]");
        panel.add(look.heading("report.weak.branches"), "wmin 0");
        panel.add(look.heading("report.weak.causes"), "wmin 0");
        for (Side side : List.of(branches, causes)) panel.add(side.chart(), look.at("wmin 0, hmin 120u"));
        for (Side side : List.of(branches, causes))
            panel.add(look.scroll(side.table()), look.at("grow, wmin 0, hmin 96u"));
        panel.add(look.paragraph(look.get("report.weak.means"), "quiet"), look.at("span, wmin 0, hmin 44u"));
        Follow.models(panel, this::refresh, model);
    }

    private Side side(Cut cut) {
        String name = "report.weak." + cut.name().toLowerCase(Locale.ROOT);
        var table = new RowTable<Weakness>(
                look,
                List.of(
                        Column.text(look.texts().word(cut), w -> words.group(cut, w.group()), 140, 0),
                        Column.figure(look.get("report.cases"), w -> String.valueOf(w.cases()), 64, 1),
                        Column.figure(look.get("report.weak.late"), w -> String.valueOf(w.late()), 64, 1),
                        Column.figure(look.get("report.weak.share"), w -> percent(w.share()), 72, 0),
                        Column.figure(look.get("report.weak.atLeast"), w -> percent(w.atLeast()), 88, 2)));
        Look.named(table, name, look.texts().word(cut));
        return new Side(cut, new ChartView(look, name + ".chart"), table);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        model.report().ifPresent(report -> {
            draw(report, branches);
            draw(report, causes);
        });
    }

    private void draw(Report report, Side side) {
        List<Weakness> weakest = report.weakest().getOrDefault(side.cut(), List.of());
        var charts = new Charts(words, Ink.ofScreen(), look.texts().language().locale());
        side.chart().show(charts.weakest(side.cut(), weakest), look.texts().word(side.cut()));
        side.table().show(weakest);
    }
}
