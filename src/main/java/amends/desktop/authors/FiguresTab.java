package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import amends.knowledge.SearchFigure;
import amends.knowledge.SearchQuality.Learned;
import java.util.List;
import java.util.Locale;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** Does the search get better: the course of its figures, day by day and queue by queue, and what it learned. */
final class FiguresTab implements Page {
    private final Look look;
    private final FiguresModel model;
    private final JPanel panel;
    private final SearchChart chart;
    private final RowTable<SearchFigure> figures;
    private final RowTable<Learned> learned;
    private final TextLine said;

    FiguresTab(Look look, FiguresModel model) {
        this.look = look;
        this.model = model;
        chart = new SearchChart(look);
        figures = new RowTable<>(look, figureColumns());
        Look.named(figures, "figures.days", look.get("figures.days"));
        learned = new RowTable<>(look, learnedColumns());
        Look.named(learned, "figures.learned", look.get("figures.learned"));
        learned.getSelectionModel().addListSelectionListener(e -> {
            if (learned.chosen() != null && !e.getValueIsAdjusting()) model.choose(learned.chosen());
        });
        said = look.line("", "quiet");
        panel = look.panel(
                "insets 0, fill, gap 16u 6u", "[grow 58,fill][grow 42,fill]", "[20u!][grow,fill][32u!][20u!]");
        panel.add(look.heading("figures.course"), "wmin 0");
        panel.add(look.heading("figures.learned"), "wmin 0, wrap");
        JPanel left = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[grow 45,fill][grow 55,fill]");
        left.add(chart, look.at("wmin 0, hmin 0, h 200u"));
        left.add(look.scroll(figures), look.at("wmin 0, hmin 0, h 240u"));
        panel.add(left, look.at("wmin 0, w 560u, hmin 0, spany 2"));
        panel.add(look.scroll(learned), look.at("wmin 0, w 410u, hmin 0, wrap"));
        JPanel row = look.panel("insets 0, gap 8u 0", "", "[grow,fill]");
        row.add(look.button("figures.unlearn", look.get("figures.unlearn"), "Del", this::unlearn), "wmin 0");
        panel.add(row, "wmin 0, wrap");
        panel.add(said, "wmin 0, spanx 2");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<SearchFigure>> figureColumns() {
        return List.of(
                Column.text(look.get("figures.day"), f -> f.day().toString(), 100, 0),
                Column.text(look.get("figures.queue"), this::queue, 92, 0),
                Column.figure(look.get("figures.answers"), f -> String.valueOf(f.answers()), 68, 1),
                Column.figure("MRR@10", f -> share(f.mrr10()), 82, 0),
                Column.figure("nDCG@10", f -> share(f.ndcg10()), 90, 2),
                Column.figure("success@3", f -> share(f.success3()), 98, 3));
    }

    private String queue(SearchFigure figure) {
        if (figure.queue().equals(SearchFigure.ALL)) return look.get("figures.all");
        return figure.queue().isEmpty() ? "–" : figure.queue();
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private List<Column<Learned>> learnedColumns() {
        return List.of(
                Column.text(look.get("words.said"), l -> l.phrasing().words(), 100, 0),
                Column.text(look.get("authors.task.article"), l -> model.title(l.article()), 100, 0),
                Column.figure(
                        look.get("figures.weight"),
                        l -> String.valueOf(l.phrasing().weight()),
                        64,
                        1));
    }

    private void unlearn() {
        model.unlearn();
        learned.requestFocusInWindow();
    }

    private void refresh() {
        int before = Math.max(0, learned.getSelectedRow());
        chart.show(model.course());
        figures.show(model.figures());
        learned.show(model.learned());
        int last = model.learned().size() - 1;
        if (learned.chosen() == null && last >= 0)
            learned.setRowSelectionInterval(Math.min(before, last), Math.min(before, last));
        said.setText(
                model.isAway()
                        ? look.get("authors.away")
                        : look.get(model.isUndone() ? "figures.undone" : "figures.how"));
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now) model.load();
    }

    @Override
    public void focus() {
        learned.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (!key.equals(KeyStroke.getKeyStroke("DELETE")) || !learned.hasFocus()) return false;
        unlearn();
        return true;
    }
}
