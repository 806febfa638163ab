package amends.desktop.report;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.desktop.report.CasesModel.Line;
import amends.desktop.report.CasesModel.Said;
import amends.recovery.CaseWords;
import amends.recovery.Pseudonymised.Found;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** Cases as a tab of the amends page: what could become one, what waits for approval, what there is. */
public final class CasesTab implements Page {
    private final Look look;
    private final CasesModel model;
    private final JPanel panel;
    private final RowTable<Line> table;
    private final JTextField title = new JTextField();
    private final JTextArea happened = new JTextArea(5, 30);
    private final JTextArea done = new JTextArea(5, 30);
    private final JTextArea learnt = new JTextArea(3, 30);
    private final JTextField reason = new JTextField();
    private final List<Typed> typed;
    private final Typed typedReason;
    private final JTextArea taken;
    private final TextLine said;
    private final JPanel filing;
    private final JPanel deciding;

    public CasesTab(Look look, CasesModel model) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "cases.table", look.get("cases.title"));
        table.getSelectionModel().addListSelectionListener(e -> {
            Line line = table.chosen();
            if (line != null && !e.getValueIsAdjusting()) model.choose(line);
        });
        typed = List.of(field(title), field(happened), field(done), field(learnt));
        typedReason = Typed.in(reason, model::typedReason);
        taken = look.paragraph("", "quiet");
        said = look.line("", "");
        filing = buttons();
        deciding = decisions();
        panel = look.panel("insets 0, fill, gap 24u 0", "[grow 44,fill][grow 56,fill]", "[grow,fill]");
        panel.add(look.scroll(table), look.at("wmin 0, w 420u, hmin 0"));
        panel.add(ScrollBox.around(look, told()), look.at("wmin 0, w 520u, hmin 0"));
        Follow.models(panel, this::refresh, model);
    }

    private Typed field(JTextComponent field) {
        if (field instanceof JTextArea area) {
            area.setLineWrap(true);
            area.setWrapStyleWord(true);
            area.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            area.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        }
        return Typed.in(
                field,
                text -> model.typed(
                        new CaseWords(title.getText(), happened.getText(), done.getText(), learnt.getText())));
    }

    private JPanel told() {
        JPanel told = look.panel("insets 0 0 0 8u, fillx, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "");
        add(told, "cases.words.title", title, "h 32u!");
        add(told, "cases.words.happened", happened, "h 96u!");
        add(told, "cases.words.done", done, "h 96u!");
        add(told, "cases.words.learnt", learnt, "h 60u!");
        told.add(taken, "wmin 0");
        told.add(filing, "wmin 0");
        told.add(deciding, "wmin 0");
        told.add(said, "wmin 0");
        told.add(look.paragraph(look.get("cases.how"), "quiet"), "wmin 0");
        return told;
    }

    private void add(JPanel to, String key, JComponent field, String size) {
        Look.named(field, key, look.get(key));
        to.add(look.line(look.get(key), "quiet"), "wmin 0");
        JComponent shown = field;
        if (field instanceof JTextArea) {
            var scroll = new JScrollPane(field);
            scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
            shown = scroll;
        }
        to.add(shown, look.at("growx, wmin 0, " + size));
    }

    private JPanel buttons() {
        JPanel row = look.panel("insets 4u 0 4u 0, gap 8u 0", "[][][]", "[32u!]");
        row.add(Look.styled(look.button("cases.file", look.get("cases.file"), "Ctrl+Enter", model::file), "main"));
        row.add(look.button("cases.keep", look.get("cases.keep"), "", this::keepGuesses));
        row.add(look.button("cases.dismiss", look.get("cases.dismiss"), "", model::dismiss));
        return row;
    }

    /** Guesses that the person who files says are no names: they may stand when it is filed. */
    private void keepGuesses() {
        model.found().stream().filter(f -> f.mark().isGuess()).map(Found::words).forEach(model::keep);
        said.setText(look.get("cases.kept"));
    }

    private JPanel decisions() {
        JPanel row = look.panel("insets 4u 0 4u 0, fillx, gap 8u 0", "[][grow,fill][]", "[32u!]");
        row.add(Look.styled(look.button("cases.publish", look.get("cases.publish"), "", model::publish), "main"));
        Look.named(reason, "cases.reason", look.get("cases.reason"));
        reason.putClientProperty("JTextField.placeholderText", look.get("cases.reason"));
        row.add(reason, "wmin 0");
        row.add(look.button("cases.decline", look.get("cases.decline"), "", model::decline));
        return row;
    }

    private List<Column<Line>> columns() {
        return List.of(
                new Column<>(look.get("cases.state"), this::state, this::mark, 112, false, 0),
                Column.text(look.get("cases.about"), CasesTab::about, 200, 0),
                Column.figure(look.get("cases.scores"), CasesTab::scores, 72, 1));
    }

    private String state(Line line) {
        return switch (line) {
            case Line.Candidate c -> look.get("cases.candidate");
            case Line.Waiting w -> look.get("cases.waiting");
            case Line.Told t -> look.get("cases.told");
        };
    }

    private Icon mark(Line line) {
        int side = look.px(10);
        return switch (line) {
            case Line.Candidate c -> new StateMark(StateMark.Shape.RING, Shade.ACCENT, side);
            case Line.Waiting w -> new StateMark(StateMark.Shape.RING, Shade.HOLD, side);
            case Line.Told t -> new StateMark(StateMark.Shape.FULL, Shade.READY, side);
        };
    }

    private static String about(Line line) {
        return switch (line) {
            case Line.Candidate(var r) -> "#" + r.number() + " " + r.subject();
            case Line.Waiting(var draft) -> draft.text().title();
            case Line.Told(var told) -> told.words().title();
        };
    }

    private static String scores(Line line) {
        return switch (line) {
            case Line.Candidate(var r) -> r.before().map(String::valueOf).orElse("–") + " → " + r.after();
            case Line.Waiting w -> "";
            case Line.Told(var t) -> t.before().map(String::valueOf).orElse("–") + " → " + t.after();
        };
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
        table.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        boolean mine = model.chosen().filter(Line.Candidate.class::isInstance).isPresent();
        if (!mine || !key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) return false;
        model.file();
        return true;
    }

    private void refresh() {
        table.show(model.lines());
        model.chosen().ifPresent(table::choose);
        CaseWords words = model.words();
        typed.get(0).show(words.title());
        typed.get(1).show(words.happened());
        typed.get(2).show(words.done());
        typed.get(3).show(words.learnt());
        typedReason.show(model.reason());
        boolean writing =
                model.chosen().filter(Line.Candidate.class::isInstance).isPresent();
        for (JTextComponent field : List.of(title, happened, done, learnt)) field.setEditable(writing);
        filing.setVisible(writing);
        deciding.setVisible(model.mayDecide()
                && model.chosen().filter(Line.Waiting.class::isInstance).isPresent());
        taken.setText(writing ? takenOut() : "");
        said.setText(said());
    }

    private String takenOut() {
        String list =
                model.found().stream().map(Found::words).distinct().limit(12).collect(Collectors.joining(" · "));
        return list.isEmpty() ? look.get("cases.clean") : look.get("cases.taken", list);
    }

    private String said() {
        return switch (model.said()) {
            case Said.Nothing n -> model.lines().isEmpty() ? look.get("cases.none") : "";
            case Said.Filed f -> look.get("cases.filed");
            case Said.StillNamed s -> look.get("cases.stillNamed");
            case Said.Away a -> look.get("cases.away");
            case Said.Refused(var why) -> look.texts().word(why);
            case Said.Decided(var outcome) -> look.texts().word(outcome);
        };
    }
}
