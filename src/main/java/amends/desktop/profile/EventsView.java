package amends.desktop.profile;

import amends.customer.TimeLineEntry;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.kernel.Timekeeper;
import java.util.List;
import javax.swing.JPanel;

/** What happened between the customer and us: open matters on top, a line each, their words one hover away. */
final class EventsView {
    private static final int MOST = 14;
    private final Look look;
    private final Timekeeper time;
    private final EventWords words;
    private final JPanel panel;
    private final JPanel list;

    EventsView(Look look, Timekeeper time) {
        this.look = look;
        this.time = time;
        words = new EventWords(look, time);
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 6u", "[grow,fill]", "");
        list = look.panel(
                "insets 0, fillx, wrap 3, gap 12u 4u",
                "[][0:pref:200u,shrinkprio 50][0:pref:,grow,fill,shrinkprio 200]",
                "");
        panel.add(look.heading("timeline.title"), "wmin 0");
        panel.add(list, "growx, wmin 0");
    }

    JPanel panel() {
        return panel;
    }

    void show(List<TimeLineEntry> entries) {
        list.removeAll();
        if (entries.isEmpty()) list.add(look.line(look.get("timeline.none"), "quiet"), "span, wmin 0");
        entries.stream().limit(MOST).forEach(this::add);
    }

    private void add(TimeLineEntry entry) {
        var moment = look.figure("quiet");
        moment.setText(look.texts().moment(entry.at(), time.now()));
        list.add(moment);
        var state = look.line(words.state(entry), entry.isOpen() ? "strong" : "");
        if (entry.isOpen()) Look.shaded(state, words.isLate(entry) ? Shade.DANGER : Shade.HOLD);
        list.add(state);
        var said = look.line(words.said(entry), "");
        if (!entry.words().isBlank()) said.setToolTipText(words.said(entry));
        list.add(said, "wmin 0");
    }
}
