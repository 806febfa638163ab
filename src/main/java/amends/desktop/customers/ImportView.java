package amends.desktop.customers;

import amends.customer.CustomerImport.Report;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.RowProblem;
import amends.customer.Table;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import java.awt.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** A table on its way in: its file, what its columns are, a preview, what is wrong with it, and how far it is. */
final class ImportView {
    private static final int LONGEST = 24;
    private final Look look;
    private final TableModel model;
    private final JPanel panel;
    private final JPanel columns;
    private final JTextField file = new JTextField();
    private final JComboBox<ImportKind> kind = new JComboBox<>(ImportKind.values());
    private final JTextField source = new JTextField();
    private final JCheckBox change = new JCheckBox();
    private final JCheckBox good = new JCheckBox();
    private final JProgressBar progress = new JProgressBar();
    private final RowTable<RowProblem> problems;
    private final TextLine described;
    private final TextLine said;
    private final KeyButton check;
    private final KeyButton take;
    private final KeyButton cancel;
    private final KeyButton save;
    private List<Object> drawn = List.of();

    ImportView(Look look, TableModel model) {
        this.look = look;
        this.model = model;
        problems = new RowTable<>(look, problemColumns());
        Look.named(problems, "import.problems", look.get("import.wrong"));
        described = look.line("", "quiet");
        said = look.line("", "strong");
        check = look.button("import.check", look.get("import.check"), "Alt+P", model::check);
        take = look.button("import.take", look.get("import.take"), "Alt+I", model::take);
        cancel = look.button("import.cancel", look.get("customers.cancel"), "Alt+Q", model::cancel);
        save = look.button("import.save", look.get("import.save"), "Alt+F", this::save);
        columns = look.panel("insets 0 0 14u 0, gap 8u 2u", "", "");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[][][][][][][grow,fill]");
        panel.add(top(), "wmin 0");
        panel.add(described, "wmin 0");
        var wide = look.scroll(columns);
        wide.setHorizontalScrollBarPolicy(javax.swing.JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
        panel.add(wide, look.at("wmin 0, hmin 172u, hmax 240u"));
        panel.add(choices(), "wmin 0");
        panel.add(progress, "wmin 0, hidemode 3");
        panel.add(said, "wmin 0");
        panel.add(look.scroll(problems), "wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel top() {
        Look.named(file, "import.file", look.get("import.file"));
        file.putClientProperty("JTextField.placeholderText", look.get("import.file"));
        file.addActionListener(e -> open());
        file.setTransferHandler(new FileDrop(path -> {
            file.setText(path.toString());
            open();
        }));
        Look.named(kind, "import.kind", look.get("import.kind"));
        kind.setRenderer(worded());
        kind.addActionListener(e -> model.holds((ImportKind) kind.getSelectedItem()));
        JPanel top = look.panel("insets 0, fillx, gap 8u", "[][grow,fill][]", "[]");
        top.add(kind);
        top.add(file, "wmin 0");
        top.add(look.button("import.open", look.get("import.open"), "Enter", this::open));
        return top;
    }

    private void open() {
        String typed = file.getText().strip().replaceAll("^[\"']|[\"']$", "");
        if (!typed.isEmpty()) model.open(Path.of(typed));
    }

    private JPanel choices() {
        Look.named(source, "import.source", look.get("import.source"));
        Look.named(change, "import.change", look.get("import.change"));
        change.setText(look.get("import.change"));
        change.addActionListener(e -> model.changeKnown(change.isSelected()));
        Look.named(good, "import.goodOnly", look.get("import.goodOnly"));
        good.setText(look.get("import.goodOnly"));
        good.addActionListener(e -> model.goodRowsOnly(good.isSelected()));
        source.addCaretListener(e -> model.from(source.getText().strip()));
        JPanel row = look.panel("insets 0, gap 8u", "[][100u!][][][]push[][][][]", "[]");
        row.add(look.label(look.get("import.source"), source));
        row.add(source, "growx");
        row.add(change, "hidemode 3");
        row.add(good);
        row.add(cancel, "cell 5 0, hidemode 3");
        row.add(save, "cell 6 0, hidemode 3");
        row.add(check, "cell 7 0");
        row.add(take, "cell 8 0");
        return row;
    }

    private List<Column<RowProblem>> problemColumns() {
        List<String> heads = Words.problemHeads(look);
        int[] widths = {56, 90, 110, 270, 300};
        int[] ranks = {0, 1, 3, 0, 2};
        var all = new ArrayList<Column<RowProblem>>();
        for (int i = 0; i < heads.size(); i++) {
            int at = i;
            all.add(Column.text(heads.get(i), p -> Words.problem(look, p).get(at), widths[i], ranks[i]));
        }
        return all;
    }

    boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("alt P"))) check.doClick(0);
        else if (key.equals(KeyStroke.getKeyStroke("alt I"))) take.doClick(0);
        else if (key.equals(KeyStroke.getKeyStroke("alt Q"))) model.cancel();
        else if (key.equals(KeyStroke.getKeyStroke("alt F"))) save();
        else return false;
        return true;
    }

    private void save() {
        model.report()
                .map(Report::problems)
                .ifPresent(found -> model.save(
                        Words.problemHeads(look),
                        found.stream()
                                .map(problem -> Words.problem(look, problem))
                                .toList()));
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        boolean ready = model.table().isPresent() && !model.running();
        check.setEnabled(ready);
        take.setEnabled(ready);
        cancel.setVisible(model.running());
        save.setVisible(model.report().filter(r -> !r.problems().isEmpty()).isPresent());
        change.setSelected(model.changesKnown());
        change.setVisible(model.kind() == ImportKind.CUSTOMERS);
        kind.setEnabled(!model.running());
        if (kind.getSelectedItem() != model.kind()) kind.setSelectedItem(model.kind());
        good.setSelected(model.goodOnly());
        if (!source.getText().equals(model.source())) source.setText(model.source());
        progress.setVisible(model.running());
        progress.setIndeterminate(model.running());
        progress.setStringPainted(true);
        progress.setString(look.get("import.progress", model.read(), model.faulty()));
        described.setText(
                model.table().map(one -> one.name() + "   " + one.described()).orElse(look.get("import.start")));
        said.setText(Words.of(look, model.said()));
        problems.show(model.report().map(Report::problems).orElse(List.of()));
        drawColumns();
    }

    private void drawColumns() {
        List<Object> now = List.of(model.table(), model.columns(), model.preview());
        if (now.equals(drawn)) return;
        drawn = now;
        columns.removeAll();
        model.table().ifPresent(this::drawColumns);
        columns.revalidate();
        panel.revalidate();
        panel.repaint();
    }

    private void drawColumns(Table table) {
        for (int column = 0; column < table.header().size(); column++) {
            columns.add(field(column, table.header().get(column)), "cell " + column + " 0, growx");
            columns.add(look.line(shortened(table.header().get(column)), "strong"), "cell " + column + " 1");
            for (int row = 0; row < Math.min(5, model.preview().size()); row++) {
                List<String> cells = model.preview().get(row);
                String cell = column < cells.size() ? cells.get(column) : "";
                columns.add(look.line(shortened(cell), "quiet"), "cell " + column + " " + (row + 2));
            }
        }
    }

    private static String shortened(String cell) {
        return amends.kernel.PlainText.line(cell, LONGEST);
    }

    private DefaultListCellRenderer worded() {
        return new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                return super.getListCellRendererComponent(
                        list, look.texts().stateWord((Enum<?>) value), index, selected, focused);
            }
        };
    }

    private JComboBox<ImportField> field(int column, String heading) {
        var box = new JComboBox<>(model.kind().fields().toArray(ImportField[]::new));
        box.setSelectedItem(model.columns().get(column));
        Look.named(box, "import.column" + column, look.get("import.isWhat", heading));
        box.setRenderer(worded());
        box.addActionListener(e -> model.name(column, (ImportField) box.getSelectedItem()));
        return box;
    }
}
