package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.authors.RecallsModel.Row;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.knowledge.Recall.Listed;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Wrong answers, who was told them, and what is done about it. */
final class RecallsTab implements Page {
    private final Look look;
    private final RecallsModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final RowTable<Listed> recalls;
    private final RowTable<Row> rows;
    private final JTextArea reason;
    private final JCheckBox only = new JCheckBox();
    private final JTextField notice = new JTextField();
    private final Typed typed;
    private final TextLine said;
    private final List<KeyButton> buttons;
    private boolean refreshing;

    RecallsTab(Look look, RecallsModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        recalls = new RowTable<>(look, recallColumns());
        Look.named(recalls, "authors.recalls", look.get("authors.recalls"));
        recalls.getSelectionModel().addListSelectionListener(e -> {
            Listed recall = recalls.chosen();
            if (recall != null && !e.getValueIsAdjusting() && !refreshing) model.choose(recall);
        });
        rows = new RowTable<>(look, rowColumns());
        Look.named(rows, "authors.told", look.get("authors.told"));
        rows.getSelectionModel().addListSelectionListener(e -> {
            Row row = rows.chosen();
            if (row != null) model.chooseRow(row);
        });
        reason = look.paragraph("", "emphasis");
        Look.named(only, "authors.only", look.get("authors.only"));
        only.setText(look.get("authors.only"));
        only.addActionListener(e -> model.onlyRow(only.isSelected()));
        Look.named(notice, "authors.notice", look.get("authors.notice"));
        notice.putClientProperty("JTextField.placeholderText", look.get("authors.notice"));
        typed = Typed.in(notice, model::typed);
        said = look.line("", "quiet");
        buttons = List.of(
                Look.styled(
                        look.button("authors.callBack", look.get("authors.callBack"), "Alt+C", model::callBack),
                        "main"),
                look.button("authors.write", look.get("authors.write"), "Alt+M", model::write));
        panel = look.panel("insets 0, fill, gap 16u 6u", "[grow 44,fill][grow 56,fill]", "[20u!][grow,fill]");
        panel.add(look.heading("authors.recalled"), "wmin 0");
        panel.add(look.heading("authors.told"), "wmin 0, wrap");
        panel.add(look.scroll(recalls), look.at("wmin 0, w 430u, hmin 0"));
        panel.add(right(), look.at("wmin 0, w 550u, hmin 0"));
        Follow.models(panel, this::refresh, model);
    }

    private JPanel right() {
        JPanel right =
                look.panel("insets 0, fill, wrap 1, gap 0 6u", "[grow,fill]", "[][grow,fill][28u!][32u!][32u!][20u!]");
        right.add(reason, "wmin 0");
        right.add(look.scroll(rows), "wmin 0, hmin 0");
        right.add(only, "wmin 0");
        right.add(notice, "wmin 0");
        JPanel row = look.panel("insets 0, gap 8u 0", "", "[grow,fill]");
        buttons.forEach(row::add);
        right.add(row, "wmin 0");
        right.add(said, "wmin 0");
        return right;
    }

    private List<Column<Listed>> recallColumns() {
        return List.of(
                Column.text(
                        look.get("authors.task.article"),
                        l -> model.title(l.recall().article()) + "  v"
                                + l.recall().version(),
                        210,
                        0),
                Column.figure(look.get("authors.toldTimes"), l -> String.valueOf(l.told()), 66, 0),
                Column.figure(look.get("authors.reached"), l -> String.valueOf(l.reached()), 80, 0),
                Column.text(
                        look.get("authors.task.at"),
                        l -> look.texts().moment(l.recall().at(), time.now()),
                        90,
                        1));
    }

    private List<Column<Row>> rowColumns() {
        return List.of(
                new Column<>(
                        look.get("authors.state"),
                        r -> look.texts().stateWord(r.told().way()),
                        this::mark,
                        140,
                        false,
                        0),
                Column.text(
                        look.get("authors.toldAt"),
                        r -> look.texts().moment(r.told().at(), time.now()),
                        100,
                        0),
                Column.text(look.get("authors.number"), Row::number, 100, 0),
                Column.text(look.get("authors.toldBy"), Row::agent, 90, 1));
    }

    private Icon mark(Row row) {
        int side = look.px(10);
        return switch (row.told().way()) {
            case FOUND, OWED -> new StateMark(StateMark.Shape.RING, Shade.HOLD, side);
            case CALLBACK_WISHED, SMS_WISHED -> new StateMark(StateMark.Shape.RING, Shade.ACCENT, side);
            case ON_CALL_LIST, SMS_PUT_OUT -> new StateMark(StateMark.Shape.FULL, Shade.READY, side);
            case UNREACHABLE -> new StateMark(StateMark.Shape.FULL, Shade.QUIET, side);
        };
    }

    private void refresh() {
        refreshing = true;
        recalls.show(model.recalls());
        model.chosen().ifPresent(recalls::choose);
        rows.show(model.rows());
        refreshing = false;
        reason.setText(model.chosen().map(c -> c.recall().reason()).orElse(""));
        typed.show(model.notice());
        only.setSelected(model.isOnlyRow());
        buttons.forEach(b -> b.setEnabled(!model.rows().isEmpty()));
        said.setText(said());
    }

    private String said() {
        if (model.isAway()) return look.get("authors.away");
        if (model.recalls().isEmpty()) return look.get("authors.recalls.none");
        return model.said()
                .map(a -> a == amends.knowledge.Recalling.Answer.DONE
                        ? look.get("authors.wished")
                        : look.texts().stateWord(a))
                .orElse(look.get("authors.recalls.how"));
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now) model.load();
    }

    @Override
    public void focus() {
        (model.recalls().isEmpty() ? recalls : rows).requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("alt C"))) model.callBack();
        else if (key.equals(KeyStroke.getKeyStroke("alt M"))) model.write();
        else return false;
        return true;
    }
}
