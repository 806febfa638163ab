package amends.desktop.status;

import amends.desktop.DesktopPorts.Telephone;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.status.StatusModel.Complaint;
import amends.kernel.Timekeeper;
import amends.telephony.LineState;
import amends.telephony.LineText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** One quiet line for each thing that is wrong: what it means and what to do. They go by themselves. */
public final class StatusBar {
    private final Look look;
    private final StatusModel model;
    private final Timekeeper time;
    private final Telephone telephone;
    private final Optional<String> always;
    private final JPanel panel;
    private final List<TextLine> lines = new ArrayList<>();

    /** @param always something that stays wrong as long as the window is open, such as a missing font */
    public StatusBar(Look look, StatusModel model, Timekeeper time, Telephone telephone, Optional<String> always) {
        this.look = look;
        this.model = model;
        this.time = time;
        this.telephone = telephone;
        this.always = always;
        panel = look.panel("insets 4u 12u 4u 12u, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        panel.setOpaque(true);
        Look.styled(panel, "rail");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        List<Complaint> complaints = model.complaints();
        int wrong = complaints.size() + (always.isPresent() ? 1 : 0);
        int wanted = Math.max(1, wrong)
                + (model.text().isPresent() ? 1 : 0)
                + (model.staying().isPresent() ? 1 : 0);
        while (lines.size() < wanted) addLine();
        while (lines.size() > wanted) panel.remove(lines.removeLast());
        for (int i = 0; i < complaints.size(); i++) complain(lines.get(i), complaints.get(i));
        if (always.isPresent()) mark(lines.get(complaints.size()), always.get(), Shade.HOLD);
        else if (complaints.isEmpty()) wellness(lines.getFirst());
        model.text().ifPresent(text -> say(lines.getLast(), text));
        model.staying()
                .ifPresent(why -> mark(
                        lines.get(lines.size() - (model.text().isPresent() ? 2 : 1)),
                        look.texts().word(why),
                        Shade.HOLD));
        panel.revalidate();
        panel.repaint();
    }

    private void addLine() {
        TextLine line = look.line("", "");
        line.setIconTextGap(look.px(8));
        line.setName("status.line");
        lines.add(line);
        panel.add(line, look.at("wmin 0, hmin 20u"));
    }

    private void complain(TextLine line, Complaint complaint) {
        String text = look.texts().word(complaint.trouble());
        String retry = complaint
                .retryAt()
                .map(at -> Duration.between(time.now(), at).toSeconds())
                .filter(s -> s > 0)
                .map(s -> " " + look.get("status.retry", s))
                .orElse("");
        mark(line, text + retry, Shade.HOLD);
        line.setToolTipText(complaint.detail().isBlank() ? null : complaint.detail());
    }

    /** Somebody's words, below all else and whole under the pointer. */
    private void say(TextLine line, LineText text) {
        String who = text.from().displayName().isEmpty()
                ? text.from().user()
                : text.from().displayName();
        line.setIcon(new StateMark(StateMark.Shape.FULL, Shade.TALK, look.px(8)));
        line.setText(look.get("status.text", who, text.words()));
        Look.shaded(line, Shade.TALK);
        line.setToolTipText(text.words());
    }

    private void wellness(TextLine line) {
        boolean on = model.line()
                .filter(state -> !(state instanceof LineState.Registered))
                .isEmpty();
        line.setIcon(new StateMark(
                on ? StateMark.Shape.FULL : StateMark.Shape.RING, on ? Shade.READY : Shade.QUIET, look.px(8)));
        String said = model.line().isEmpty()
                ? look.get("status.well")
                : look.get(on ? "status.registered" : "status.registering", telephone.registered());
        String other =
                telephone.own().map(own -> " " + look.get("status.other", own)).orElse("");
        String waiting = model.messages() == 0 ? "" : " " + look.get("status.messages", model.messages());
        line.setText(said + other + waiting);
        Look.shaded(line, other.isEmpty() ? Shade.QUIET : Shade.HOLD);
        if (!other.isEmpty()) line.setIcon(new StateMark(StateMark.Shape.WARNING, Shade.HOLD, look.px(10)));
        line.setToolTipText(other.isEmpty() ? null : look.get("status.other.why"));
    }

    private void mark(TextLine line, String text, Shade shade) {
        line.setIcon(new StateMark(StateMark.Shape.WARNING, shade, look.px(10)));
        line.setText(text);
        Look.shaded(line, shade);
    }
}
