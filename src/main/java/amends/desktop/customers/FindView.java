package amends.desktop.customers;

import amends.customer.FoundCustomer;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import java.awt.CardLayout;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** What is typed, who was found, and the one who is looked at. */
final class FindView {
    private final Look look;
    private final CustomersModel model;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final JTextField words = new JTextField();
    private final RowTable<FoundCustomer> table;
    private final TextLine said;
    private final KeyButton more;
    private final KeyButton export;
    private final PersonView person;

    FindView(Look look, CustomersModel model, Timekeeper time, String homeRegion) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "customers.table", look.get("customers.find"));
        table.getSelectionModel().addListSelectionListener(e -> {
            FoundCustomer row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row);
        });
        Look.named(words, "customers.words", look.get("customers.words"));
        words.putClientProperty("JTextField.placeholderText", look.get("customers.words"));
        words.addActionListener(e -> model.find(words.getText()));
        said = look.line("", "quiet");
        more = look.button("customers.more", look.get("customers.more"), "Alt+N", model::moreOfThem);
        export = look.button("customers.export", look.get("customers.export"), "Alt+T", this::export);
        panel = look.panel("insets 0, fill, gap 16u 8u", "[grow 55,fill][grow 45,fill]", "[][grow,fill][]");
        panel.add(top(), "cell 0 0 2 1, wmin 0");
        panel.add(list(), "cell 0 1, wmin 0, hmin 0, wmax 60%");
        person = new PersonView(look, model, time, homeRegion);
        panel.add(person.panel(), "cell 1 1, wmin 0, hmin 0");
        panel.add(said, "cell 0 2 2 1, wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel top() {
        JPanel top = look.panel("insets 0, fillx, gap 8u", "[grow,fill][][]", "[]");
        top.add(words, "wmin 0");
        top.add(look.button(
                "customers.search", look.get("customers.search"), "Enter", () -> model.find(words.getText())));
        if (model.may(Permission.EXPORT_CUSTOMERS)) top.add(export);
        return top;
    }

    private JPanel list() {
        cards.setOpaque(false);
        JPanel rows = look.panel("insets 0, fill, wrap 1, gap 8u", "[grow,fill]", "[grow,fill][]");
        rows.add(look.scroll(table), "wmin 0, hmin 0");
        rows.add(more, "alignx left, growx 0, hidemode 3");
        cards.add(rows, "list");
        cards.add(EmptyState.of(look, Glyph.SEARCH, "customers.nobody"), "nobody");
        cards.add(EmptyState.of(look, Glyph.SEARCH, "customers.start"), "start");
        return cards;
    }

    private List<Column<FoundCustomer>> columns() {
        return List.of(
                Column.text(
                        look.get("customers.name"),
                        row -> row.name() + (row.mergedInto().isPresent() ? " → " + look.get("customers.merged") : ""),
                        150,
                        0),
                Column.text(look.get("customers.tier"), row -> look.texts().word(row.tier()), 72, 1),
                Column.text(look.get("customers.region"), FoundCustomer::region, 84, 3),
                Column.figure(
                        look.get("customers.number"),
                        row -> row.numberEnd().isEmpty() ? "" : "…" + row.numberEnd(),
                        72,
                        2),
                Column.text(look.get("customers.id"), FoundCustomer::outsideId, 96, 4));
    }

    private void export() {
        if (model.exporting()) model.cancelExport();
        else model.export();
    }

    boolean pressed(KeyStroke key) {
        if (model.may(Permission.EXPORT_CUSTOMERS) && key.equals(KeyStroke.getKeyStroke("alt T"))) {
            export();
            return true;
        }
        if (model.more() && key.equals(KeyStroke.getKeyStroke("alt N"))) {
            model.moreOfThem();
            return true;
        }
        return person.pressed(key);
    }

    void focus() {
        words.requestFocusInWindow();
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        table.show(model.found());
        model.chosen().ifPresent(table::choose);
        more.setVisible(model.more());
        export.setText(look.get(model.exporting() ? "customers.cancel" : "customers.export"));
        said.setText(Words.of(look, model.said()));
        String card = !model.searched() ? "start" : model.found().isEmpty() ? "nobody" : "list";
        ((CardLayout) cards.getLayout()).show(cards, card);
    }
}
