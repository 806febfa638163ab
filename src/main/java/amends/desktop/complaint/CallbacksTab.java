package amends.desktop.complaint;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.recovery.DueWords;
import amends.recovery.CallbackTask;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** The callbacks as a tab of the amends page: the list left, the preparation card right. */
public final class CallbacksTab implements Page {
    private final Look look;
    private final CallbackBoardModel model;
    private final String homeRegion;
    private final JPanel panel;
    private final RowTable<UUID> table;
    private final TextLine remark;

    public CallbacksTab(Look look, CallbackBoardModel model, ComplaintsModel complaints, String homeRegion) {
        this.look = look;
        this.model = model;
        this.homeRegion = homeRegion;
        table = new RowTable<>(look, columns());
        Look.named(table, "callbacks.list", look.get("amends.callbacks"));
        table.getSelectionModel().addListSelectionListener(e -> {
            UUID row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row);
        });
        remark = look.line("", "quiet");
        JPanel list = look.panel("insets 0, fill, wrap 1, gap 0 6u", "[grow,fill]", "[][grow,fill]");
        list.add(remark, "wmin 0");
        list.add(look.scroll(table), "grow, wmin 0, hmin 0");
        panel = look.panel(
                "insets 0, fill, gap 20u 0", "[340px:480u:560u,fill][360px:480u:9999px,grow,fill]", "[grow,fill]");
        panel.add(list, "grow, wmin 0, hmin 0");
        panel.add(
                ScrollBox.around(look, new CallbackCardView(look, model, complaints).panel()), "grow, wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<UUID>> columns() {
        return List.of(
                new Column<>(look.get("complaints.due"), of(this::due), this::mark, 124, false, 0),
                Column.text(look.get("complaints.who"), of(this::who), 88, 0),
                Column.text(
                        look.get("complaints.subject"),
                        of(t -> look.get(
                                "callbacks.subject",
                                t.complaint().number(),
                                t.complaint().subject())),
                        128,
                        1),
                Column.text(look.get("callbacks.owner"), of(model::owner), 64, 2),
                Column.figure(
                        look.get("callbacks.made"),
                        of(t -> String.valueOf(t.callback().attempts())),
                        56,
                        3));
    }

    private Function<UUID, String> of(Function<CallbackTask, String> text) {
        return id -> model.row(id).map(text).orElse("");
    }

    private String due(CallbackTask task) {
        return model.isLate(task)
                ? DueWords.late(look, task.callback().due(), model.now())
                : DueWords.of(look, task.callback().due(), model.now());
    }

    private String who(CallbackTask task) {
        String name = task.complaint().customerName();
        return name.isBlank() ? task.callback().number().shownIn(homeRegion) : name;
    }

    private Icon mark(UUID id) {
        boolean late = model.row(id).filter(model::isLate).isPresent();
        boolean unseen = model.row(id).filter(t -> t.callback().file().unseen()).isPresent();
        if (late) return new StateMark(StateMark.Shape.WARNING, Shade.DANGER, look.px(10));
        return new StateMark(
                unseen ? StateMark.Shape.FULL : StateMark.Shape.RING, unseen ? Shade.ACCENT : Shade.QUIET, look.px(10));
    }

    private void refresh() {
        List<UUID> ids = model.rows().stream().map(t -> t.callback().id()).toList();
        remark.setText(
                model.isAway()
                        ? look.get("callbacks.away")
                        : ids.isEmpty()
                                ? look.get("day.promises.none")
                                : look.get("callbacks.count", ids.size(), model.late()));
        table.show(ids);
        model.chosen().ifPresent(table::choose);
        table.repaint();
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.show(now);
    }

    @Override
    public void focus() {
        table.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("ctrl B"))) return model.begin();
        if (key.equals(KeyStroke.getKeyStroke("alt H"))) return model.toggleHanding();
        if (key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) return model.handOver();
        if (key.equals(KeyStroke.getKeyStroke("ESCAPE")) && model.isHanding()) return model.toggleHanding();
        return false;
    }
}
