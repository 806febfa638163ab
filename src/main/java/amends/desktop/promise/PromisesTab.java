package amends.desktop.promise;

import amends.desktop.Page;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.recovery.DueWords;
import amends.promise.Promise;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JPanel;

/** Promises as a tab of the amends page: mine, everybody's for a lead, and the one that a customer tells the code of. */
public final class PromisesTab implements Page {
    private final Look look;
    private final PromisesModel model;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final RowTable<Promise> table;
    private final CodeField code;
    private final PromiseActsView acts;
    private final TextLine remark;
    private final JCheckBox everybody;

    public PromisesTab(Look look, PromisesModel model) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "promises.table", look.get("promises.table"));
        code = new CodeField(look, model);
        acts = new PromiseActsView(look, model, table);
        remark = look.line("", "quiet");
        everybody = Look.named(new JCheckBox(look.get("promises.all")), "promises.all", look.get("promises.all"));
        everybody.setOpaque(false);
        everybody.addActionListener(e -> model.showAll(everybody.isSelected()));
        cards.setOpaque(false);
        cards.add(look.scroll(table), "list");
        cards.add(EmptyState.of(look, Glyph.ANSWER, "promises.empty"), "none");
        panel = look.panel("insets 8u, fill, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "[][][grow,fill][][]");
        panel.add(code.panel(), "wmin 0");
        JPanel over = look.panel("insets 0, fillx, hidemode 3", "[grow,fill][]", "[24u!]");
        over.add(remark, "wmin 0");
        over.add(everybody);
        panel.add(over, "wmin 0");
        panel.add(cards, "wmin 0, hmin 0");
        panel.add(acts.panel(), "wmin 0");
        if (model.mayShowAll()) panel.add(new TalliesView(look, model).panel(), look.at("wmin 0, h 60u:172u:220u"));
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<Promise>> columns() {
        var columns = new ArrayList<Column<Promise>>();
        columns.add(new Column<>(look.get("promises.due"), this::due, this::mark, 116, false, 0));
        columns.add(Column.text(look.get("promises.to"), p -> p.to().name(), 80, 0));
        columns.add(Column.text(look.get("promises.what"), p -> model.names().what(look, p), 240, 0));
        columns.add(Column.text(look.get("promises.owner"), p -> model.names().owner(look, p.owner()), 96, 1));
        columns.add(Column.text(look.get("promises.codeHead"), Promise::code, 64, 0));
        columns.add(Column.text(look.get("promises.made"), p -> look.texts().moment(p.made(), model.now()), 96, 2));
        return columns;
    }

    private String due(Promise promise) {
        return model.isOverdue(promise)
                ? DueWords.late(look, promise.due(), model.now())
                : DueWords.of(look, promise.due(), model.now());
    }

    private Icon mark(Promise promise) {
        Shade shade = model.isOverdue(promise) ? Shade.DANGER : model.isSoon(promise) ? Shade.HOLD : Shade.QUIET;
        return new StateMark(
                model.isSoon(promise) ? StateMark.Shape.WARNING : StateMark.Shape.RING, shade, look.px(10));
    }

    private void refresh() {
        List<Promise> listed = model.listed();
        table.show(listed);
        if (table.chosen() == null && !listed.isEmpty()) table.choose(listed.getFirst());
        table.repaint();
        ((CardLayout) cards.getLayout()).show(cards, listed.isEmpty() ? "none" : "list");
        everybody.setVisible(model.mayShowAll());
        everybody.setSelected(model.showsAll());
        long overdue = listed.stream().filter(model::isOverdue).count();
        long soon = listed.stream().filter(model::isSoon).count() - overdue;
        remark.setText(
                model.isAway() ? look.get("promises.away") : look.get("promises.sum", listed.size(), overdue, soon));
        Look.shaded(remark, overdue > 0 ? Shade.DANGER : Shade.QUIET);
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.watch(now);
    }

    @Override
    public void focus() {
        if (model.listed().isEmpty()) {
            code.focus();
            return;
        }
        table.requestFocusInWindow();
    }

    @Override
    public boolean typed(char key) {
        return acts.typed(key);
    }
}
