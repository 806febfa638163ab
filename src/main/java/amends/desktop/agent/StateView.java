package amends.desktop.agent;

import amends.acd.AgentState;
import amends.acd.AgentState.Reason;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.SwingConstants;

/** The agent's state and how long it lasts; a press chooses another. */
public final class StateView {
    /** What an agent can choose; the others are the system's. */
    static final List<Reason> CHOICES =
            List.of(Reason.BREAK, Reason.MEAL, Reason.TRAINING, Reason.MEETING, Reason.BACK_OFFICE);

    private final Look look;
    private final AgentModel model;
    private final JPanel panel;
    private final JButton state;
    private final TextLine lasts;
    private final TextLine then;
    private final KeyButton toggle;
    private final KeyButton extend;

    public StateView(Look look, AgentModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, gap 8u 4u, hidemode 3", "[grow,fill][]", "[28u!][20u!]8u[32u!]");
        state = new JButton();
        state.putClientProperty("JButton.buttonType", "borderless");
        state.setHorizontalAlignment(SwingConstants.LEADING);
        state.setIconTextGap(look.px(8));
        state.setMargin(new java.awt.Insets(0, 0, 0, 0));
        state.setName("state.choose");
        state.addActionListener(e -> choices().show(state, 0, state.getHeight()));
        lasts = look.figure("emphasis");
        then = look.line("", "quiet");
        toggle = look.button("state.toggle", "", "F12", model::toggleReady);
        extend = look.button("state.extend", look.get("state.extend"), "", model::extendWriteUp);
        panel.add(state, "wmin 0");
        panel.add(lasts, "wrap");
        panel.add(then, look.at("span, wmin 0, gapleft 4u, wrap"));
        panel.add(toggle, "span, split 2, growx, wmin 0");
        panel.add(extend, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        AgentFace face = AgentFace.of(model.state(), look.texts());
        state.setIcon(new StateMark(face.shape(), face.shade(), look.px(12)));
        state.setText(face.word());
        Look.shaded(state, face.shade());
        state.putClientProperty("FlatLaf.styleClass", "emphasis");
        state.getAccessibleContext().setAccessibleName(look.get("state.spoken", face.word()));
        lasts.setText(Texts.clock(model.writeUpLeft().orElseGet(model::inState)));
        then.setText(thenText());
        toggle.setText(toggleText());
        toggle.getAccessibleContext().setAccessibleName(toggleText() + " F12");
        extend.setVisible(model.state() instanceof AgentState.WorkingAfterCall);
    }

    private String thenText() {
        if (model.isEngaged()) return look.get("state.then", nextWord());
        return switch (model.state()) {
            case AgentState.Ready ignored -> look.get("state.ready.hint");
            case AgentState.NotReady(var reason) when reason == Reason.RING_NO_ANSWER -> look.get("state.rangOut.hint");
            default -> look.get("state.notReady.hint");
        };
    }

    private String nextWord() {
        if (model.isLeaving()) return look.get("state.loggedOff");
        return model.next().map(look.texts()::word).orElseGet(() -> look.get("state.ready"));
    }

    private String toggleText() {
        boolean goesReady = model.isEngaged() ? model.next().isPresent() : !(model.state() instanceof AgentState.Ready);
        String to = goesReady ? look.get("state.ready") : look.texts().word(Reason.BREAK);
        return model.isEngaged() ? look.get("state.after", to) : to;
    }

    private JPopupMenu choices() {
        var menu = new JPopupMenu();
        menu.add(choice(Optional.empty()));
        for (Reason reason : CHOICES) menu.add(choice(Optional.of(reason)));
        return menu;
    }

    private JRadioButtonMenuItem choice(Optional<Reason> reason) {
        String word = reason.map(look.texts()::word).orElseGet(() -> look.get("state.ready"));
        var item = new JRadioButtonMenuItem(word, isNow(reason));
        item.addActionListener(e -> reason.ifPresentOrElse(model::notReady, model::ready));
        return item;
    }

    private boolean isNow(Optional<Reason> reason) {
        if (model.isEngaged()) return model.next().equals(reason);
        return switch (model.state()) {
            case AgentState.Ready ignored -> reason.isEmpty();
            case AgentState.NotReady(var present) -> reason.equals(Optional.of(present));
            default -> false;
        };
    }
}
