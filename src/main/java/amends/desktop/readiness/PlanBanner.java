package amends.desktop.readiness;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.readiness.Plan;
import amends.readiness.PlanWatch.Match;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** That a call is one of those a plan is for: what happened, what to say and what to offer. Not there otherwise. */
public final class PlanBanner {
    private final Look look;
    private final PlanFeedModel model;
    private final BiConsumer<CallId, String> opens;
    private final JPanel panel;
    private final TextLine title;
    private final JTextArea answer;
    private final KeyButton answered;
    private final KeyButton granted;
    private Optional<CallId> shown = Optional.empty();

    /** @param opens shows what may be given in this call, the option that is named chosen */
    public PlanBanner(Look look, PlanFeedModel model, BiConsumer<CallId, String> opens) {
        this.look = look;
        this.model = model;
        this.opens = opens;
        title = Look.named(look.line("", "strong"), "plan.banner", "");
        title.setIcon(new StateMark(StateMark.Shape.WARNING, Shade.HOLD, look.px(12)));
        title.setIconTextGap(look.px(8));
        answer = Look.named(look.paragraph("", ""), "plan.banner.answer", look.get("plan.answer"));
        answered = look.button("plan.banner.answered", look.get("plan.answered"), "Ctrl+T", this::answered);
        granted = look.button("plan.banner.granted", look.get("plan.granted"), "Ctrl+Shift+T", this::granted);
        panel = look.panel("insets 0 0 8u 0, fillx, gap 8u 2u, hidemode 3", "[grow,fill][][]", "");
        panel.add(title, "wmin 0");
        panel.add(answered, look.at("h 26u!"));
        panel.add(granted, look.at("h 26u!, wrap"));
        panel.add(answer, look.at("span, wmin 0, growx, h " + (look.textPercent() > 125 ? 57 : 38) + "u!"));
        panel.setVisible(false);
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    /** The prepared answer was given in the call that is shown. */
    public void answered() {
        if (panel.isShowing()) shown.ifPresent(model::answered);
    }

    /** Opens the offers at what is prepared; it is counted once it is granted there. */
    public void granted() {
        if (panel.isShowing())
            shown.ifPresent(call -> model.prepared(call).ifPresent(option -> opens.accept(call, option)));
    }

    private void refresh() {
        Optional<Match> match = shown.flatMap(model::of);
        panel.setVisible(match.isPresent());
        match.ifPresent(m -> {
            Plan plan = m.plan();
            title.setText(look.get("plan.banner", plan.title()));
            title.setToolTipText(
                    look.get("plan.because", plan.happened(), String.join(look.get("leaving.and"), m.because())));
            answer.setText(plan.answer().isBlank() ? look.get("plan.seeArticle", plan.article()) : plan.answer());
            answered.setText(look.get(m.answered() ? "plan.answeredDone" : "plan.answered"));
            answered.setEnabled(!m.answered());
            granted.setVisible(!plan.compensation().isBlank());
            granted.setText(look.get(m.granted() ? "plan.grantedDone" : "plan.granted", plan.compensation()));
            granted.setEnabled(!m.granted());
        });
    }

    /** One line between calls: which plans are on; not there when none is. */
    public static TextLine between(Look look, PlanFeedModel model) {
        TextLine line = Look.named(look.line("", "strong"), "plan.between", "");
        line.setIcon(new StateMark(StateMark.Shape.WARNING, Shade.HOLD, look.px(12)));
        line.setIconTextGap(look.px(8));
        Follow.models(
                line,
                () -> {
                    line.setVisible(!model.on().isEmpty());
                    line.setText(look.get(
                            "plan.areOn",
                            model.on().size(),
                            model.on().stream().map(Plan::title).collect(Collectors.joining(look.get("leaving.and")))));
                },
                model);
        return line;
    }
}
