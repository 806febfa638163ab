package amends.desktop.report;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.staff.Improvement;
import java.util.List;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** What was suggested and what became of it; a lead decides here. */
final class ImprovementsView {
    private final Look look;
    private final ImprovementsModel model;
    private final ImprovementWords words;
    private final JPanel panel;
    private final RowTable<Improvement> table;
    private final JTextArea what;
    private final TextLine about;
    private final JTextArea answered;
    private final JTextField answer = new JTextField();
    private final Typed typed;
    private final JPanel deciding;
    private final TextLine said;
    private final List<JButton> decisions;

    ImprovementsView(Look look, ImprovementsModel model) {
        this.look = look;
        this.model = model;
        words = new ImprovementWords(look);
        table = new RowTable<>(look, columns());
        Look.named(table, "improvements.table", look.get("report.tab.improvements"));
        table.getSelectionModel().addListSelectionListener(e -> {
            Improvement row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row.id());
        });
        what = look.paragraph("", "");
        about = look.line("", "quiet");
        answered = look.paragraph("", "quiet");
        said = look.line("", "");
        Look.named(answer, "improvements.answer", look.get("improve.answer"));
        answer.putClientProperty("JTextField.placeholderText", look.get("improve.answer"));
        typed = Typed.in(answer, model::typedAnswer);
        decisions = List.of(
                button("improve.accept", model::accept),
                button("improve.consider", model::consider),
                button("improve.finish", model::finish),
                button("improve.decline", model::decline));
        deciding = look.panel("insets 0, fillx, wrap 2, gap 8u 8u", "[grow,fill,sg][grow,fill,sg]", "");
        deciding.add(answer, "span, growx, wmin 0");
        decisions.forEach(b -> deciding.add(b, look.at("h 30u!")));
        panel = look.panel("insets 0, fill, gap 24u 0", "[grow 62,fill][grow 38,fill]", "[grow,fill]");
        panel.add(look.scroll(table), look.at("wmin 0, w 620u, hmin 0"));
        panel.add(detail(), look.at("wmin 0, w 380u, hmin 0"));
        Follow.models(panel, this::refresh, model);
    }

    private JButton button(String key, Runnable act) {
        return look.button(key, look.get(key), "", act);
    }

    private JPanel detail() {
        JPanel detail = look.panel(
                "insets 0, fillx, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "[][grow 0,fill][][][]push[]");
        detail.add(about, "wmin 0");
        detail.add(what, "wmin 0");
        detail.add(answered, "wmin 0");
        detail.add(deciding, "wmin 0");
        detail.add(said, "wmin 0");
        detail.add(look.paragraph(look.get("improve.how"), "quiet"), "wmin 0");
        return detail;
    }

    private List<Column<Improvement>> columns() {
        return List.of(
                new Column<>(look.get("improve.state"), i -> look.texts().word(i.state()), this::mark, 104, false, 0),
                Column.text(
                        look.get("improve.what"),
                        i -> i.what().lines().findFirst().orElse(""),
                        260,
                        0),
                Column.text(look.get("improve.screen"), words::screen, 88, 3),
                Column.text(look.get("improve.filer"), model::filer, 88, 2),
                Column.text(look.get("improve.at"), i -> look.texts().day(i.at()), 168, 1));
    }

    private Icon mark(Improvement improvement) {
        int side = look.px(10);
        return switch (improvement.state()) {
            case FILED -> new StateMark(StateMark.Shape.RING, Shade.ACCENT, side);
            case CONSIDERED -> new StateMark(StateMark.Shape.RING, Shade.HOLD, side);
            case ACCEPTED -> new StateMark(StateMark.Shape.FULL, Shade.TALK, side);
            case DONE -> new StateMark(StateMark.Shape.FULL, Shade.READY, side);
            case DECLINED -> new StateMark(StateMark.Shape.RING, Shade.QUIET, side);
        };
    }

    JPanel panel() {
        return panel;
    }

    void focus() {
        table.requestFocusInWindow();
    }

    private void refresh() {
        table.show(model.rows());
        model.chosen().ifPresent(table::choose);
        Optional<Improvement> chosen = model.chosen();
        about.setText(chosen.map(i -> look.texts().word(i.state()) + " · " + words.screen(i) + " · " + model.filer(i))
                .orElse(look.get(model.rows().isEmpty() ? "improve.none" : "improve.choose")));
        what.setText(chosen.map(Improvement::what).orElse(""));
        answered.setText(chosen.map(Improvement::answer)
                .filter(a -> !a.isEmpty())
                .map(a -> look.get("improve.answered", a))
                .orElse(""));
        typed.show(model.answer());
        deciding.setVisible(model.mayDecide() && chosen.isPresent());
        chosen.ifPresent(this::offer);
        said.setText(words.said(model.said()));
    }

    /** What cannot be decided now stands there, but cannot be pressed: nothing jumps. */
    private void offer(Improvement improvement) {
        Improvement.State state = improvement.state();
        decisions.get(0).setEnabled(state == Improvement.State.FILED || state == Improvement.State.CONSIDERED);
        decisions
                .get(1)
                .setEnabled(state == Improvement.State.FILED
                        || state == Improvement.State.ACCEPTED
                        || state == Improvement.State.DECLINED);
        decisions.get(2).setEnabled(state == Improvement.State.ACCEPTED);
        decisions.get(3).setEnabled(state.isOpen());
    }
}
