package amends.desktop.promise;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.recovery.DueWords;
import amends.promise.Promise;
import java.awt.Dimension;
import java.time.Instant;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** My promises between calls, the earliest due first: each is kept with one click on its own button. */
public final class MyPromisesView {
    private static final int MOST = 30;
    private static final int MOST_IN_SIGHT = 4;
    private final Look look;
    private final PromisesModel model;
    private final JPanel panel;
    private final JPanel rows;
    private final JScrollPane scroll;
    private final TextLine remark;
    private List<Row> shown = List.of();

    /** What a row shows; a row is drawn anew only when this is another. */
    private record Row(Promise promise, boolean overdue, boolean soon, String due) {}

    public MyPromisesView(Look look, PromisesModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "");
        rows = look.panel("insets 0, fillx, wrap 6, gap 12u 4u", "[16u!][104u!][96u!][grow,fill][][fill]", "");
        Look.named(rows, "promises.mine", look.get("promises.mine"));
        remark = look.line("", "quiet");
        scroll = ScrollBox.around(look, rows);
        panel.add(scroll, look.at("wmin 0, hmax 160u"));
        panel.add(remark, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        Instant now = model.now();
        List<Row> wanted = model.mine().stream()
                .limit(MOST)
                .map(p -> new Row(p, model.isOverdue(p), model.isSoon(p), due(p, now)))
                .toList();
        remark.setText(model.isAway() ? look.get("promises.away") : look.get("promises.none"));
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

    private String due(Promise promise, Instant now) {
        return model.isOverdue(promise)
                ? DueWords.late(look, promise.due(), now)
                : DueWords.of(look, promise.due(), now);
    }

    private void add(Row row, boolean first) {
        Promise promise = row.promise;
        Shade shade = shade(row);
        var mark = look.line("", "");
        mark.setIcon(new StateMark(row.soon ? StateMark.Shape.WARNING : StateMark.Shape.RING, shade, look.px(12)));
        var due = look.line(row.due, row.soon ? "strong" : "");
        if (row.soon) Look.shaded(due, shade);
        rows.add(mark);
        rows.add(due, "wmin 0");
        rows.add(look.line(promise.to().name(), ""), "wmin 0");
        rows.add(look.line(model.names().what(look, promise), ""), "wmin 0");
        rows.add(look.line(promise.code(), "quiet"));
        rows.add(button(promise, first), look.at("h 28u!"));
    }

    private static Shade shade(Row row) {
        if (row.overdue) return Shade.DANGER;
        return row.soon ? Shade.HOLD : Shade.QUIET;
    }

    private KeyButton button(Promise promise, boolean first) {
        KeyButton button = look.button(
                "promises.keep." + promise.code(),
                look.get("promises.keep"),
                first ? "Ctrl+D" : "",
                () -> model.keep(promise));
        return Look.named(
                button,
                button.getName(),
                look.get("promises.keepSpoken", model.names().what(look, promise), promise.code()));
    }
}
