package amends.desktop.promise;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.promise.PromiseTally;
import java.util.List;
import javax.swing.JPanel;

/** How promises are kept, by person and department, the worst first: for a lead. */
final class TalliesView {
    private final Look look;
    private final PromisesModel model;
    private final JPanel panel;
    private final RowTable<PromiseTally> table;

    TalliesView(Look look, PromisesModel model) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(
                look,
                List.of(
                        Column.text(
                                look.get("promises.owner"), t -> model.names().owner(look, t.owner()), 120, 0),
                        Column.figure(look.get("promises.rate"), TalliesView::rate, 84, 0),
                        Column.figure(look.get("promises.kept"), t -> "" + t.kept(), 64, 2),
                        Column.figure(look.get("promises.keptLate"), t -> "" + t.late(), 64, 2),
                        Column.figure(look.get("promises.broken"), t -> "" + t.broken(), 64, 1),
                        Column.figure(look.get("promises.overdue"), t -> "" + t.overdue(), 64, 1),
                        Column.figure(look.get("promises.withdrawn"), t -> "" + t.withdrawn(), 64, 3)));
        Look.named(table, "promises.tallies", look.get("promises.tallies"));
        panel = look.panel("insets 0, fill, wrap 1, gap 0 4u", "[grow,fill]", "[24u!][grow,fill]");
        panel.add(look.heading("promises.tallies"), "wmin 0");
        panel.add(look.scroll(table), "wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private static String rate(PromiseTally tally) {
        var rate = tally.keptRate();
        return rate.isEmpty() ? "–" : "%.0f %%".formatted(100 * rate.getAsDouble());
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        table.show(model.tallies());
    }
}
