package amends.desktop.flow;

import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Wrapped;
import amends.knowledge.FlowStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;

/** One step: the words to say are the largest; below them the answers, each with its digit. */
final class FlowStepView {
    private final Look look;
    private final FlowWords words;
    private final FlowModel model;
    private final JPanel panel;
    private final TextLine title;
    private final TextLine where;
    private final JTextArea say;
    private final JTextArea note;
    private final TextLine end;
    private final List<KeyButton> answers = new ArrayList<>();
    private final KeyButton act;
    private final KeyButton article;
    private final KeyButton back;
    private final TextLine paused;
    private final JTextArea done;
    private final Wrapped wrapped;
    private Optional<FlowFace> shown = Optional.empty();

    FlowStepView(Look look, FlowWords words, FlowModel model) {
        this.look = look;
        this.words = words;
        this.model = model;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 6u, hidemode 3", "[grow,fill]", "");
        panel.setFocusable(true);
        title = Look.named(look.line("", "strong"), "flow.step.title", "");
        where = look.line("", "quiet");
        say = Look.named(look.paragraph("", "h3"), "flow.step.say", look.get("flow.say"));
        note = Look.named(look.paragraph("", "quiet"), "flow.step.note", look.get("flow.note"));
        end = Look.shaded(look.line("", "strong"), Shade.READY);
        act = look.button("flow.step.act", "", "Enter", model::act);
        article = look.button("flow.step.article", look.get("flow.article"), "→", model::article);
        back = look.button("flow.step.back", look.get("flow.back"), "←", model::back);
        paused = Look.shaded(look.line(look.get("flow.paused"), "strong"), Shade.DANGER);
        done = look.paragraph("", "quiet");
        arrange();
        wrapped = Wrapped.in(panel, 0, say, note, done);
    }

    private void arrange() {
        panel.add(title, "wmin 0");
        panel.add(where, "wmin 0");
        panel.add(say, look.at("wmin 0, growx, h pref!, gaptop 8u"));
        panel.add(note, "wmin 0, growx, h pref!");
        panel.add(end, look.at("wmin 0, gaptop 4u"));
        for (int i = 0; i < FlowStep.MOST_ANSWERS; i++) {
            int place = i;
            KeyButton answer =
                    look.button("flow.answer." + (i + 1), "", String.valueOf(i + 1), () -> model.answer(place));
            answer.setHorizontalAlignment(SwingConstants.LEADING);
            // The focus stays with the step, whose digits they are.
            answer.setFocusable(false);
            answers.add(answer);
            panel.add(answer, look.at("wmin 0, h 32u!" + (i == 0 ? ", gaptop 8u" : "")));
        }
        panel.add(paused, look.at("wmin 0, gaptop 4u"));
        panel.add(act, look.at("wmin 0, h 32u!, gaptop 4u"));
        boolean large = look.textPercent() > 110;
        JPanel below = look.panel(
                "insets 0, fillx, gap 8u 6u, hidemode 3" + (large ? ", wrap 1" : ""),
                large ? "[grow,fill]" : "[grow,fill][grow,fill]",
                "[32u!,fill]");
        below.add(back, "wmin 0");
        below.add(article, "wmin 0");
        panel.add(below, "wmin 0");
        panel.add(done, look.at("wmin 0, growx, h pref!, gaptop 8u"));
        for (KeyButton button : List.of(act, article, back)) button.setFocusable(false);
    }

    JPanel panel() {
        return panel;
    }

    void show(Optional<FlowFace> face) {
        if (face.equals(shown)) return;
        shown = face;
        face.ifPresent(this::show);
    }

    private void show(FlowFace face) {
        FlowStep step = face.step();
        title.setText(face.title());
        where.setText(look.get(
                face.left() > 0 ? "flow.where" : "flow.last", face.number(), face.left(), words.kind(face.kind())));
        say.setText(step.say());
        note.setText(step.note());
        note.setVisible(!step.note().isEmpty());
        end.setText(step.end().map(words::end).orElse(""));
        end.setVisible(step.end().isPresent());
        for (int i = 0; i < answers.size(); i++) answer(i, step);
        act.setVisible(step.act().isPresent());
        act.setEnabled(face.canStart());
        step.act().ifPresent(a -> act.setText(words.act(a, face.paused())));
        article.setVisible(step.article().isPresent());
        back.setEnabled(!face.done().isEmpty());
        paused.setVisible(face.paused());
        done.setText(face.done().isEmpty() ? "" : look.get("flow.done", String.join(" › ", face.done())));
        panel.getAccessibleContext().setAccessibleName(face.title() + ": " + step.say());
        wrapped.fit();
        panel.repaint();
    }

    private void answer(int place, FlowStep step) {
        KeyButton button = answers.get(place);
        boolean there = place < step.answers().size();
        button.setVisible(there);
        if (!there) return;
        String text = step.answers().get(place).text();
        button.setText(text);
        button.getAccessibleContext().setAccessibleName((place + 1) + ", " + text);
    }
}
