package amends.desktop.wrapup;

import amends.acd.AgentState;
import amends.contact.Disposition;
import amends.desktop.agent.AgentModel;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import amends.desktop.recovery.OweModel;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** The write-up: how it ended, what comes next, and Enter. */
public final class WrapUpView {
    private final Look look;
    private final WrapUpModel model;
    private final AgentModel agent;
    private final SurveyModel surveys;
    private final SurveyWords words;
    private final OweModel owe;
    private final JPanel panel;
    private final Map<Disposition, JRadioButton> choices = new EnumMap<>(Disposition.class);
    private final TextLine left;
    private final TextLine survey;
    private final TextLine next;
    private final JCheckBox settle;
    private final TextLine waiting;
    private final KeyButton finish;

    public WrapUpView(
            Look look, WrapUpModel model, AgentModel agent, SurveyModel surveys, OweModel owe, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.agent = agent;
        this.surveys = surveys;
        this.owe = owe;
        words = new SurveyWords(look.texts(), time);
        // With very large words there is a line less: what comes next stands beside the phone, too.
        boolean tall = look.textPercent() > 150;
        panel = look.panel(
                "insets 0, fillx, gap 16u 8u, hidemode 3",
                "[grow,fill][]",
                tall ? "[24u!][][][][36u!]" : "[24u!][][20u!][][][36u!]");
        left = Look.shaded(look.figure("strong"), Shade.WRAP);
        left.setIcon(new StateMark(StateMark.Shape.WEDGE, Shade.WRAP, look.px(12)));
        left.setIconTextGap(look.px(8));
        survey = look.line("", "quiet");
        next = look.line("", "quiet");
        waiting = look.line("", "quiet");
        settle = Look.named(new JCheckBox(), "wrapup.settle", look.get("owe.atClose", 0));
        settle.setOpaque(false);
        settle.addActionListener(e -> model.current().ifPresent(c -> owe.settleAtClose(c.id(), settle.isSelected())));
        finish = look.button("wrapup.finish", look.get("wrapup.finish"), "Ctrl+Enter", model::finish);
        Look.styled(finish, "main");
        panel.add(look.heading("wrapup.title"), "wmin 0");
        panel.add(left, "alignx right, growx 0, wrap");
        panel.add(dispositions(), "span, wmin 0, wrap");
        if (!tall) panel.add(survey, "span, wmin 0, wrap");
        panel.add(settle, "span, wmin 0, wrap");
        panel.add(waiting, "span, wmin 0, wrap");
        panel.add(tall ? survey : next, "wmin 0");
        panel.add(finish, look.at("wmin 160u, growy"));
        Follow.models(panel, this::refresh, model, agent, surveys, owe);
    }

    private JPanel dispositions() {
        boolean large = look.textPercent() > 125;
        JPanel row = look.panel(
                large
                        ? "insets 0, gap 8u 4u, wrap " + (look.textPercent() > 150 ? 2 : 3)
                        : "insets 0, gap 16u 8u, wrap 5",
                "",
                "");
        var group = new ButtonGroup();
        for (Disposition disposition : Disposition.values()) {
            String word = (disposition.ordinal() + 1) + "  " + look.texts().word(disposition);
            var choice = Look.named(new JRadioButton(word), "wrapup." + disposition, word);
            choice.addActionListener(e -> choose(disposition));
            choice.setOpaque(false);
            group.add(choice);
            choices.put(disposition, choice);
            row.add(choice);
        }
        return row;
    }

    public JPanel panel() {
        return panel;
    }

    public KeyButton finishButton() {
        return finish;
    }

    /** Puts the focus on the chosen disposition. */
    public void focus() {
        model.current().ifPresent(c -> choices.get(model.disposition(c.id())).requestFocusInWindow());
    }

    /** @return whether the key was one of 1 to 5, or 6 where something is owed */
    public boolean typed(char key) {
        if (key == '6' && settle.isVisible()) {
            settle.doClick(0);
            return true;
        }
        int at = key - '1';
        if (at < 0 || at >= Disposition.values().length) return false;
        choose(Disposition.values()[at]);
        focus();
        return true;
    }

    private void choose(Disposition disposition) {
        model.current().map(Call::id).ifPresent(call -> model.choose(call, disposition));
    }

    /** What is still owed can be settled with the same Enter, where the call solved the matter. */
    private void offerToSettle(CallId call) {
        int open = owe.balance(call).count();
        settle.setVisible(open > 0 && owe.maySettle() && model.disposition(call) == Disposition.SOLVED);
        settle.setSelected(owe.isSettledAtClose(call));
        String text = look.get("owe.atClose", open);
        if (text.equals(settle.getText())) return;
        settle.setText(text);
        settle.getAccessibleContext().setAccessibleName(text);
    }

    private void refresh() {
        model.current()
                .ifPresent(call -> choices.get(model.disposition(call.id())).setSelected(true));
        survey.setText(model.current()
                .map(call -> words.of(surveys, call.id(), model.disposition(call.id())))
                .orElse(""));
        model.current().ifPresent(call -> offerToSettle(call.id()));
        left.setVisible(agent.state() instanceof AgentState.WorkingAfterCall);
        left.setText(agent.writeUpLeft().map(Texts::clock).orElse(""));
        String then = agent.next().map(look.texts()::word).orElseGet(() -> look.get("state.ready"));
        String otherwise = model.current()
                .flatMap(call -> model.leftAlone(call.id()))
                .map(disposition -> "  " + look.get("wrapup.left", look.texts().word(disposition)))
                .orElse("");
        next.setText(look.get("wrapup.next", then) + otherwise);
        waiting.setVisible(model.waiting() > 0);
        waiting.setText(look.get("wrapup.waiting", model.waiting()));
    }
}
