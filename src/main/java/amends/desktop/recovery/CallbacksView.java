package amends.desktop.recovery;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackTask;
import amends.recovery.Complaint;
import java.awt.Dimension;
import java.time.Instant;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** Promises and callbacks of mine, between calls: each is begun with one click on its own button. */
public final class CallbacksView {
    private static final int MOST = 30;
    private static final int MOST_IN_SIGHT = 5;
    private final Look look;
    private final CallbacksModel model;
    private final Timekeeper time;
    private final String homeRegion;
    private final JPanel panel;
    private final JPanel rows;
    private final JScrollPane scroll;
    private final TextLine remark;
    private List<Row> shown = List.of();

    /** What a row shows; a row is drawn anew only when this is another. */
    private record Row(CallbackTask task, boolean overdue, String due) {}

    public CallbacksView(Look look, CallbacksModel model, Timekeeper time, String homeRegion) {
        this.look = look;
        this.model = model;
        this.time = time;
        this.homeRegion = homeRegion;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "");
        rows = look.panel("insets 0, fillx, wrap 6, gap 12u 4u", "[16u!][104u!][128u!][grow,fill][][fill]", "");
        Look.named(rows, "callbacks", look.get("day.promises"));
        remark = look.line("", "");
        scroll = ScrollBox.around(look, rows);
        panel.add(scroll, look.at("wmin 0, hmax 200u"));
        panel.add(remark, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        Instant now = time.now();
        List<Row> wanted = model.mine().stream()
                .limit(MOST)
                .map(t -> new Row(t, model.isOverdue(t), due(t, now)))
                .toList();
        remark.setText(model.isAway() ? look.get("callbacks.away") : look.get("day.promises.none"));
        remark.setVisible(wanted.isEmpty() || model.isAway());
        if (wanted.equals(shown)) return;
        shown = wanted;
        rows.removeAll();
        for (int i = 0; i < wanted.size(); i++) add(wanted.get(i), i == 0);
        scroll.setMinimumSize(new Dimension(0, Math.min(rows.getPreferredSize().height, look.px(MOST_IN_SIGHT * 32))));
        scroll.setVisible(!wanted.isEmpty());
        panel.revalidate();
        panel.repaint();
    }

    private String due(CallbackTask task, Instant now) {
        Instant due = task.callback().due();
        return model.isOverdue(task) ? DueWords.late(look, due, now) : DueWords.of(look, due, now);
    }

    private void add(Row row, boolean first) {
        Complaint complaint = row.task.complaint();
        var mark = look.line("", "");
        mark.setIcon(new StateMark(
                row.overdue ? StateMark.Shape.WARNING : StateMark.Shape.RING,
                row.overdue ? Shade.DANGER : Shade.QUIET,
                look.px(12)));
        var due = look.line(row.due, row.overdue ? "strong" : "");
        if (row.overdue) Look.shaded(due, Shade.DANGER);
        rows.add(mark);
        rows.add(due, "wmin 0");
        rows.add(look.line(who(row.task), ""), "wmin 0");
        rows.add(look.line(look.get("callbacks.subject", complaint.number(), complaint.subject()), ""), "wmin 0");
        rows.add(look.line(tries(row.task), "quiet"));
        rows.add(button(row.task, first), look.at("h 28u!"));
    }

    private String tries(CallbackTask task) {
        int made = task.callback().attempts();
        return made == 0 ? "" : look.get("callbacks.tries", made);
    }

    private String who(CallbackTask task) {
        String name = task.complaint().customerName();
        return name.isBlank() ? task.callback().number().shownIn(homeRegion) : name;
    }

    private KeyButton button(CallbackTask task, boolean first) {
        KeyButton button = look.button(
                "callbacks.begin." + task.complaint().number(),
                look.get("callbacks.begin"),
                first ? "Ctrl+B" : "",
                () -> model.begin(task.callback().id()));
        return Look.named(
                button,
                button.getName(),
                look.get("callbacks.beginSpoken", who(task), task.complaint().number()));
    }
}
