package amends.desktop.recovery;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.recovery.CallbackOutcome;
import amends.telephony.CallId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** In the write-up of a callback: what came of it. Its digits follow those of the disposition. */
public final class OutcomesView {
    private static final char FIRST_KEY = '6';
    private final CallbacksModel model;
    private final JPanel panel;
    private final Map<CallbackOutcome, JRadioButton> choices = new EnumMap<>(CallbackOutcome.class);
    private Optional<CallId> shown = Optional.empty();

    public OutcomesView(Look look, CallbacksModel model) {
        this.model = model;
        panel = look.panel("insets 0, gap 16u 4u", "", "");
        panel.add(look.label(look.get("callback.outcome"), panel));
        var group = new ButtonGroup();
        for (CallbackOutcome outcome : CallbackOutcome.values()) {
            String word =
                    (char) (FIRST_KEY + outcome.ordinal()) + "  " + look.texts().word(outcome);
            var choice = Look.named(new JRadioButton(word), "callback." + outcome, word);
            choice.setOpaque(false);
            choice.addActionListener(e -> choose(outcome));
            group.add(choice);
            choices.put(outcome, choice);
            panel.add(choice);
        }
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    /** @return whether this call is a callback */
    public boolean show(CallId call) {
        shown = Optional.of(call);
        refresh();
        return panel.isVisible();
    }

    /** @return whether the key was one of 6 to 8 and there is something to choose */
    public boolean typed(char key) {
        int at = key - FIRST_KEY;
        if (!panel.isVisible() || at < 0 || at >= CallbackOutcome.values().length) return false;
        choose(CallbackOutcome.values()[at]);
        return true;
    }

    private void choose(CallbackOutcome outcome) {
        shown.ifPresent(call -> model.choose(call, outcome));
    }

    private void refresh() {
        boolean isCallback = shown.flatMap(model::of).isPresent();
        panel.setVisible(isCallback);
        shown.filter(call -> isCallback)
                .ifPresent(call -> choices.get(model.outcome(call)).setSelected(true));
    }
}
