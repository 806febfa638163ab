package amends.desktop.promise;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.recovery.DueWords;
import amends.promise.Promise;
import amends.promise.PromiseGate.Answer;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Where the code is typed that a customer tells, and what was promised under it. */
public final class CodeField {
    private static final int COLUMNS = 8;
    private final Look look;
    private final PromisesModel model;
    private final JPanel panel;
    private final JTextField code = new JTextField(COLUMNS);
    private final TextLine found;
    private final TextLine course;

    public CodeField(Look look, PromisesModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, gap 8u 2u, hidemode 3", "[][][][grow,fill]", "[28u!][]");
        Look.named(code, "promises.code", look.get("promises.code"));
        code.addActionListener(e -> find());
        KeyButton find = look.button("promises.find", look.get("promises.find"), "Enter", this::find);
        found = Look.named(look.line("", "strong"), "promises.found", "");
        course = look.line("", "quiet");
        panel.add(look.label(look.get("promises.code"), code));
        panel.add(code, look.at("wmin 96u"));
        panel.add(find);
        panel.add(found, "wmin 0, wrap");
        panel.add(course, "span, wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    public void focus() {
        code.requestFocusInWindow();
    }

    private void find() {
        model.find(code.getText());
    }

    private void refresh() {
        Optional<Answer> answer = model.answer();
        found.setText(answer.map(this::words).orElse(""));
        Look.shaded(found, answer.filter(a -> a instanceof Answer.Found).isPresent() ? Shade.READY : Shade.HOLD);
        course.setText(answer.filter(a -> a instanceof Answer.Found)
                .map(a -> courseOf((Answer.Found) a))
                .orElse(""));
        course.setVisible(!course.getText().isEmpty());
    }

    private String words(Answer answer) {
        return switch (answer) {
            case Answer.Found(var promise, var events) ->
                look.get(
                        "promises.foundIt",
                        promise.code(),
                        promise.to().name(),
                        model.names().what(look, promise),
                        look.texts().stateWord(promise.state()),
                        due(promise));
            case Answer.Nothing(var typed) -> look.get("promises.nothing", typed);
            case Answer.NoCode n -> look.get("promises.noCode");
            case Answer.TooManyLooks t -> look.get("promises.tooMany");
        };
    }

    private String due(Promise promise) {
        return model.isOverdue(promise)
                ? DueWords.late(look, promise.due(), model.now())
                : DueWords.of(look, promise.due(), model.now());
    }

    private String courseOf(Answer.Found found) {
        var words = new StringBuilder(look.get(
                "promises.keeper", model.names().owner(look, found.promise().owner())));
        found.course()
                .forEach(event -> words.append("  ·  ")
                        .append(look.texts().moment(event.at(), model.now()))
                        .append(' ')
                        .append(look.texts().stateWord(event.act()))
                        .append(event.late() ? look.get("promises.lateMark") : "")
                        .append(event.words().isBlank() ? "" : " “" + event.words() + "”"));
        return words.toString();
    }
}
