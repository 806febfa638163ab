package amends.desktop.inspection;

import amends.desktop.inspection.SheetModel.Storing;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.quality.Criterion;
import amends.quality.Total;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;

/** The score sheet: what the call comes to, the criteria, and the way to keep it. */
final class SheetView {
    private final Look look;
    private final SheetModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final TextLine total;
    private final TextLine verdict;
    private final JTextArea question;
    private final TextLine storing;
    private final KeyButton keep;

    /** @param whole shows all of the criteria; otherwise they scroll where there is no room */
    SheetView(Look look, SheetModel model, Timekeeper time, boolean whole) {
        this.look = look;
        this.model = model;
        this.time = time;
        total = Look.named(look.figure("name"), "sheet.total", "");
        verdict = look.line("", "quiet");
        question = look.paragraph("", "quiet");
        // A new text must not scroll the page to itself.
        if (question.getCaret() instanceof DefaultCaret caret) caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        storing = Look.named(look.line("", "quiet"), "sheet.storing", "");
        keep = look.button("sheet.keep", look.get("sheet.keep"), "Ctrl+Enter", this::kept);
        panel = look.panel("insets 0, fill, wrap 1, gap 0 4u", "[grow,fill]", "[24u!][32u!][grow,fill][40u!][24u!][]");
        panel.add(look.line(model.scorecard().name().in(locale()), "quiet strong"), "wmin 0");
        panel.add(head(), "wmin 0");
        JPanel top = look.panel("insets 0, fillx, top", "[grow,fill]", "[top]");
        top.add(new CriteriaView(look, model), "wmin 0");
        panel.add(whole ? top : ScrollBox.around(look, top), whole ? "wmin 0" : "wmin 0, hmin 0");
        panel.add(question, "wmin 0");
        panel.add(storing, "wmin 0");
        panel.add(keep, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel head() {
        JPanel head = look.panel("insets 0, fill, gap 12u 0", "[][grow,fill]", "[]");
        head.add(total);
        head.add(verdict, "wmin 0");
        return head;
    }

    private void kept() {
        if (model.isFilling()) model.keep();
        else model.correct();
    }

    JPanel panel() {
        return panel;
    }

    private Locale locale() {
        return look.texts().language().locale();
    }

    private void refresh() {
        Total now = model.total();
        total.setText(model.isUnmarked() ? "" : look.get("sheet.points", now.percent()));
        Look.shaded(total, now.failed() ? Shade.DANGER : now.isComplete() ? Shade.READY : Shade.QUIET);
        verdict.setText(verdict(now));
        Look.shaded(verdict, now.failed() ? Shade.DANGER : Shade.QUIET);
        Criterion current = model.scorecard().criteria().get(model.current());
        question.setText(current.question().in(locale()));
        storing.setText(stored());
        boolean wrong = model.storing() == Storing.AWAY || model.storing() == Storing.INCOMPLETE;
        Look.shaded(storing, wrong ? Shade.HOLD : Shade.QUIET);
        boolean mayCorrect = !model.isFilling() && model.before().isPresent();
        keep.setText(look.get(mayCorrect ? "sheet.correct" : "sheet.keep"));
        keep.setEnabled(model.isFilling() || mayCorrect);
    }

    private String verdict(Total now) {
        if (now.failed())
            return look.get(
                    "sheet.failed",
                    now.failedBy().stream().map(c -> c.name().in(locale())).collect(Collectors.joining(" · ")));
        return now.isComplete() ? "" : look.get("sheet.open", now.open());
    }

    private String stored() {
        return switch (model.storing()) {
            case UNTOUCHED -> model.isFilling() ? look.get("sheet.hint") : "";
            case TYPED -> look.get("notes.saving");
            case SAVED -> look.get("sheet.saved");
            case KEPT ->
                model.before()
                        .map(e -> look.get("sheet.keptAt", look.texts().moment(e.at(), time.now())))
                        .orElse("");
            case AWAY -> look.get("sheet.away");
            case INCOMPLETE -> look.get("sheet.incomplete", model.total().open());
        };
    }
}
