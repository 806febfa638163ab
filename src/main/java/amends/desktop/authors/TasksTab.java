package amends.desktop.authors;

import amends.desktop.Page;
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
import amends.knowledge.ArticleId;
import amends.knowledge.Feedback;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** What readers found wrong or missing: taken, answered, done. */
final class TasksTab implements Page {
    private final Look look;
    private final TasksModel model;
    private final Consumer<ArticleId> open;
    private final Timekeeper time;
    private final JPanel panel;
    private final RowTable<Feedback> table;
    private final JTextArea words;
    private final JTextField answer = new JTextField();
    private final Typed typed;
    private final TextLine said;
    private final List<KeyButton> buttons;

    TasksTab(Look look, TasksModel model, Consumer<ArticleId> open, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.open = open;
        this.time = time;
        table = new RowTable<>(look, columns());
        Look.named(table, "authors.tasks", look.get("authors.tasks"));
        table.getSelectionModel().addListSelectionListener(e -> {
            Feedback task = table.chosen();
            if (task != null && !e.getValueIsAdjusting()) model.choose(task);
        });
        words = look.paragraph("", "emphasis");
        Look.named(answer, "authors.answer", look.get("authors.answer"));
        answer.putClientProperty("JTextField.placeholderText", look.get("authors.answer"));
        typed = Typed.in(answer, model::typed);
        said = look.line("", "quiet");
        buttons = List.of(
                Look.styled(
                        look.button("authors.task.done", look.get("authors.task.done"), "Ctrl+Enter", this::done),
                        "main"),
                look.button("authors.task.take", look.get("authors.task.take"), "Alt+T", model::take),
                look.button("authors.task.open", look.get("authors.task.open"), "Alt+O", this::article),
                look.button("authors.task.decline", look.get("authors.task.decline"), "Alt+X", this::decline));
        panel = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[grow,fill][][32u!][32u!][20u!]");
        panel.add(look.scroll(table), "wmin 0, hmin 0");
        panel.add(words, "wmin 0");
        panel.add(answer, "wmin 0");
        JPanel row = look.panel("insets 0, gap 8u 0", "", "[grow,fill]");
        buttons.forEach(row::add);
        panel.add(row, "wmin 0");
        panel.add(said, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<Feedback>> columns() {
        return List.of(
                new Column<>(
                        look.get("authors.task.kind"),
                        f -> look.texts().stateWord(f.kind()),
                        this::mark,
                        110,
                        false,
                        0),
                Column.text(
                        look.get("authors.task.article"), f -> model.title(f.article()) + "  v" + f.version(), 220, 0),
                Column.text(look.get("authors.task.words"), Feedback::words, 300, 0),
                Column.text(look.get("authors.task.by"), f -> model.name(f.by()), 90, 2),
                Column.text(
                        look.get("authors.owner"),
                        f -> f.owner().map(model::name).orElse(look.get("authors.nobody")),
                        90,
                        1),
                Column.text(look.get("authors.task.at"), f -> look.texts().moment(f.at(), time.now()), 100, 3));
    }

    private Icon mark(Feedback task) {
        Shade shade = task.kind() == Feedback.Kind.WRONG ? Shade.DANGER : Shade.HOLD;
        return new StateMark(StateMark.Shape.FULL, shade, look.px(10));
    }

    private void done() {
        model.close(true);
    }

    private void decline() {
        model.close(false);
    }

    private void article() {
        model.chosen().map(Feedback::article).ifPresent(open);
    }

    private void refresh() {
        table.show(model.tasks());
        model.chosen().ifPresent(table::choose);
        if (model.chosen().isEmpty()) table.clearSelection();
        words.setText(model.chosen().map(Feedback::words).orElse(""));
        typed.show(model.answer());
        buttons.forEach(b -> b.setEnabled(model.chosen().isPresent()));
        said.setText(said());
    }

    private String said() {
        if (model.isAway()) return look.get("authors.away");
        Optional<String> answered = model.said().map(a -> look.texts().stateWord(a));
        return answered.orElse(model.tasks().isEmpty() ? look.get("authors.task.none") : "");
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
        if (key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) done();
        else if (key.equals(KeyStroke.getKeyStroke("alt T"))) model.take();
        else if (key.equals(KeyStroke.getKeyStroke("alt O"))) article();
        else if (key.equals(KeyStroke.getKeyStroke("alt X"))) decline();
        else return false;
        return true;
    }
}
