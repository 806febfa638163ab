package amends.desktop.team;

import amends.acd.WaitingCaller;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import java.util.List;
import java.util.function.Function;
import javax.swing.JPanel;

/** Who waits, queue by queue, in the order of their places. */
final class WaitingView {
    private final Look look;
    private final TeamModel model;
    private final JPanel panel;
    private final RowTable<String> table;
    private final TextLine none;

    WaitingView(Look look, TeamModel model) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "team.callers", look.get("team.callers"));
        none = look.line(look.get("team.callers.none"), "quiet");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "[24u!][][grow,fill]");
        panel.add(look.heading("team.callers"), "wmin 0");
        panel.add(none, "wmin 0");
        panel.add(look.scroll(table), "wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<String>> columns() {
        return List.of(
                Column.figure("#", of(w -> String.valueOf(w.position())), 32, 2),
                Column.text(look.get("team.caller"), of(this::number), 120, 0),
                Column.text(look.get("team.queue"), of(WaitingCaller::queue), 76, 3),
                Column.figure(
                        look.get("team.waits"), of(w -> Texts.clock(w.since().until(model.at()))), 64, 0));
    }

    private String number(WaitingCaller caller) {
        return caller.number().isEmpty() ? look.get("team.withheld") : model.shown(caller.number());
    }

    private Function<String, String> of(Function<WaitingCaller, String> text) {
        return id -> model.waiting(id).map(text).orElse("");
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        none.setVisible(model.waiting().isEmpty());
        table.show(model.waiting().stream().map(WaitingCaller::id).toList());
        table.repaint();
    }
}
