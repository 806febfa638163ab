package amends.desktop.profile;

import amends.customer.FullProfile;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.util.Optional;
import javax.swing.JPanel;

/** The caller's whole profile, in the place of the note: what is said of them, what is known, what happened. */
public final class PortraitView {
    /** Opens and leaves it. */
    public static final String KEY = "Ctrl+I";

    private final Look look;
    private final PortraitModel model;
    private final JPanel panel;
    private final TextLine state;
    private final TagsView tags;
    private final FactsView facts;
    private final PromisedView promised;
    private final EventsView events;
    private final OutsideBox outside;
    private Optional<FullProfile> drawn = Optional.empty();

    /** @param leave told when the agent is done with it */
    public PortraitView(Look look, PortraitModel model, OutsideModel others, Timekeeper time, Runnable leave) {
        this.look = look;
        this.model = model;
        tags = new TagsView(look, model, time);
        facts = new FactsView(look, model);
        promised = new PromisedView(look, model, time);
        events = new EventsView(look, time);
        outside = new OutsideBox(look, others);
        state = Look.named(look.line("", "quiet"), "portrait.state", "");
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 12u", "[grow,fill]", "");
        JPanel head = look.panel("insets 0, fillx, gap 8u 0", "[]8u:push[shrinkprio 200][]", "[24u!]");
        head.add(look.heading("portrait.title"));
        head.add(state, "wmin 0");
        head.add(look.button("portrait.leave", look.get("portrait.leave"), "Esc", leave));
        panel.add(head, "growx, wmin 0");
        panel.add(tags.panel(), "growx, wmin 0");
        panel.add(events.panel(), "growx, wmin 0");
        panel.add(outside.panel(), "growx, wmin 0, hidemode 3");
        panel.add(facts.panel(), "growx, wmin 0");
        panel.add(promised.panel(), "growx, wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    /** Whose other systems are asked about. */
    public void about(CallId call) {
        outside.show(Optional.of(call));
    }

    /** The focus goes to where something is said of the customer. */
    public void focus() {
        tags.focus();
    }

    private void refresh() {
        state.setText(stateText());
        Look.shaded(state, model.refused().isPresent() || isBad() ? Shade.HOLD : Shade.QUIET);
        facts.refresh();
        if (model.shown().equals(drawn)) return;
        drawn = model.shown();
        tags.show(drawn);
        promised.show(drawn);
        events.show(drawn.map(FullProfile::timeLine).orElse(java.util.List.of()));
        panel.revalidate();
        panel.repaint();
    }

    private boolean isBad() {
        return switch (model.reading()) {
            case AWAY, TOO_MANY_LOOKS -> true;
            case READING, DONE -> false;
        };
    }

    private String stateText() {
        if (model.refused().isPresent())
            return look.texts().stateWord(model.refused().get());
        if (model.form().filter(form -> !form.unread().isEmpty()).isPresent()) return look.get("portrait.unread");
        if (model.form().filter(PortraitForm::isChanged).isPresent()) return look.get("portrait.typed");
        if (model.reading() == PortraitModel.Reading.DONE && model.shown().isEmpty())
            return look.get("portrait.nobody");
        return look.texts().stateWord(model.reading());
    }
}
