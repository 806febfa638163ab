package amends.desktop.profile;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** The caller's earlier contacts, a line each. */
public final class TimelineView {
    private static final int MOST = 6;
    private final Look look;
    private final TimelineModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel list;
    private Optional<CallId> call = Optional.empty();
    private Optional<List<Contact>> shown = Optional.empty();

    public TimelineView(Look look, TimelineModel model, ProfileModel profiles, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 8u", "[grow,fill]", "[24u!][grow,top]");
        list = look.panel("insets 0, fillx, wrap 4, gap 16u 4u", "[][][][grow,fill]", "");
        panel.add(look.heading("timeline.title"), "wmin 0");
        panel.add(list, "wmin 0");
        Follow.models(panel, this::refresh, model, profiles);
    }

    public JPanel panel() {
        return panel;
    }

    public void show(CallId newCall) {
        call = Optional.of(newCall);
        refresh();
    }

    private void refresh() {
        List<Contact> now = call.map(model::of).orElse(List.of());
        if (shown.filter(now::equals).isPresent()) return;
        shown = Optional.of(now);
        list.removeAll();
        if (now.isEmpty()) list.add(look.line(look.get("timeline.none"), "quiet"), "span, wmin 0");
        now.stream().limit(MOST).forEach(this::add);
        list.revalidate();
        list.repaint();
    }

    private void add(Contact contact) {
        list.add(look.line(look.texts().moment(contact.began(), time.now()), "quiet"));
        String outcome = contact.wrapUp()
                .map(w -> look.texts().word(w.disposition()))
                .or(() -> contact.cause().map(look.texts()::word))
                .orElse("");
        list.add(look.line(outcome, "strong"));
        list.add(look.line(contact.score().map(look.texts()::score).orElse(""), ""));
        list.add(look.line(contact.wrapUp().map(WrapUp::note).orElse("").replaceAll("\\s+", " "), ""), "wmin 0");
    }
}
