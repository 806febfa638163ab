package amends.desktop.team;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.swing.Icon;
import javax.swing.JPanel;

/** The callbacks that are late: whose customer, who promised, until when, how late. */
final class OverdueView {
    private final Look look;
    private final TeamModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final RowTable<UUID> table;
    private final TextLine words;

    OverdueView(Look look, TeamModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        table = new RowTable<>(look, columns());
        Look.named(table, "team.overdue", look.get("team.overdue"));
        words = look.line("", "quiet");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "[24u!][][grow,fill]");
        panel.add(look.heading("team.overdue"), "wmin 0");
        panel.add(words, "wmin 0");
        panel.add(look.scroll(table), "wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<UUID>> columns() {
        return List.of(
                Column.text(look.get("team.customer"), of(this::customer), 96, 0),
                Column.text(look.get("team.owner"), of(OverdueCallback::owner), 64, 1),
                Column.text(look.get("team.due"), of(o -> look.texts().moment(o.due(), time.now())), 76, 2),
                new Column<>(look.get("team.late"), of(this::late), this::mark, 84, true, 0));
    }

    private String customer(OverdueCallback callback) {
        return callback.customer().isEmpty()
                ? callback.number().map(model::shown).orElse("")
                : callback.customer();
    }

    private String late(OverdueCallback callback) {
        Duration late = model.late(callback);
        if (late.toMinutes() < 60) return look.get("team.late.minutes", late.toMinutes());
        if (late.toHours() < 48) return look.get("team.late.hours", late.toHours());
        return look.get("team.late.days", late.toDays());
    }

    /** A triangle for one that is late, a ring for one that nobody tries any more. */
    private Icon mark(UUID id) {
        boolean expired = model.overdue(id).filter(OverdueCallback::expired).isPresent();
        return new StateMark(expired ? StateMark.Shape.RING : StateMark.Shape.WARNING, Shade.DANGER, look.px(10));
    }

    private Function<UUID, String> of(Function<OverdueCallback, String> text) {
        return id -> model.overdue(id).map(text).orElse("");
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        words.setText(
                switch (model.listing()) {
                    case LOADING -> look.get("team.overdue.loading");
                    case UNAVAILABLE -> look.get("team.overdue.unavailable");
                    case LISTED -> look.get("team.overdue.none");
                });
        words.setVisible(model.overdue().isEmpty() || model.listing() == TeamModel.Listing.UNAVAILABLE);
        table.show(model.overdue().stream().map(OverdueCallback::id).toList());
        table.repaint();
    }
}
