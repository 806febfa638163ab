package amends.desktop.customers;

import amends.customer.Duplicates.Pair;
import amends.customer.FoundCustomer;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** Pairs who may be one: why, who, and what to do. */
final class DuplicatesView {
    private final Look look;
    private final DuplicatesModel model;
    private final JPanel panel;
    private final RowTable<Pair> table;
    private final TextLine said;
    private final List<KeyButton> acts;
    private final KeyButton search;
    private final KeyButton undo;

    DuplicatesView(Look look, DuplicatesModel model) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "duplicates.table", look.get("customers.duplicates"));
        table.getSelectionModel().addListSelectionListener(e -> {
            Pair row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row);
        });
        said = look.line("", "quiet");
        search = look.button("duplicates.search", look.get("duplicates.search"), "Alt+U", this::search);
        acts = List.of(
                look.button("duplicates.first", look.get("duplicates.first"), "Alt+G", () -> model.merge(true)),
                look.button("duplicates.second", look.get("duplicates.second"), "Alt+H", () -> model.merge(false)),
                look.button("duplicates.dismiss", look.get("duplicates.dismiss"), "Alt+D", model::dismiss));
        undo = look.button("duplicates.undo", look.get("duplicates.undo"), "Alt+Z", model::undo);
        panel = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[][grow,fill][][]");
        JPanel top = look.panel("insets 0, gap 8u", "[]push", "[]");
        top.add(search);
        panel.add(top, "wmin 0");
        panel.add(look.scroll(table), "wmin 0, hmin 0");
        JPanel row = look.panel("insets 0, gap 8u", "", "[]");
        acts.forEach(row::add);
        row.add(undo, "hidemode 3");
        panel.add(row, "wmin 0");
        panel.add(said, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<Pair>> columns() {
        return List.of(
                Column.text(
                        look.get("duplicates.why"),
                        pair -> look.texts().stateWord(pair.duplicate().reason()) + "  "
                                + pair.duplicate().detail(),
                        180,
                        1),
                Column.text(look.get("duplicates.one"), pair -> person(pair.one()), 240, 0),
                Column.text(look.get("duplicates.another"), pair -> person(pair.another()), 240, 0));
    }

    private String person(FoundCustomer found) {
        return String.join(
                        "  ",
                        found.name(),
                        found.region(),
                        found.numberEnd().isEmpty() ? "" : "…" + found.numberEnd(),
                        found.outsideId())
                .strip();
    }

    private void search() {
        if (model.running()) model.cancel();
        else model.search();
    }

    boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("alt G"))) acts.getFirst().doClick(0);
        else if (key.equals(KeyStroke.getKeyStroke("alt H"))) acts.get(1).doClick(0);
        else if (key.equals(KeyStroke.getKeyStroke("alt D"))) acts.get(2).doClick(0);
        else if (key.equals(KeyStroke.getKeyStroke("alt U"))) search();
        else if (key.equals(KeyStroke.getKeyStroke("alt Z"))) model.undo();
        else return false;
        return true;
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        table.show(model.pairs());
        model.chosen().ifPresent(table::choose);
        acts.forEach(act -> act.setEnabled(model.chosen().isPresent()));
        undo.setVisible(model.undoable());
        search.setText(look.get(model.running() ? "customers.cancel" : "duplicates.search"));
        said.setText(Words.of(look, model.said()));
    }
}
