package amends.desktop.profile;

import amends.customer.TimeLineEntry;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.recovery.OweModel;
import amends.desktop.recovery.OweView;
import amends.desktop.recovery.OweWords;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.recovery.Failure;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** What the caller is owed, with its evidence, what is open and what happened before: a line each. */
public final class TimelineView {
    private static final int MOST = 6;
    private static final int MOST_OWED = 3;
    private static final int LONGEST = 400;
    private final Look look;
    private final TimelineModel model;
    private final OweModel owe;
    private final Timekeeper time;
    private final OweWords words;
    private final EventWords events;
    private final JPanel panel;
    private final JPanel list;
    private Optional<CallId> call = Optional.empty();
    private Optional<Story> shown = Optional.empty();

    /** @param owed with its evidence, the gravest first */
    private record Story(List<Failure> owed, List<TimeLineEntry> events) {}

    public TimelineView(Look look, TimelineModel model, ProfileModel profiles, OweModel owe, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.owe = owe;
        this.time = time;
        words = new OweWords(look, time);
        events = new EventWords(look, time);
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 8u", "[grow,fill]", "[24u!][grow,top]");
        list = look.panel("insets 0, fillx, wrap 4, gap 16u 4u", "[][0:pref:180u][][0:pref:,grow,fill]", "");
        panel.add(look.heading("timeline.title"), "wmin 0");
        panel.add(list, "wmin 0");
        Follow.models(panel, this::refresh, model, profiles, owe);
    }

    public JPanel panel() {
        return panel;
    }

    public void show(CallId newCall) {
        call = Optional.of(newCall);
        refresh();
    }

    private void refresh() {
        Story now = call.map(this::story).orElse(new Story(List.of(), List.of()));
        if (shown.filter(now::equals).isPresent()) return;
        shown = Optional.of(now);
        list.removeAll();
        if (now.owed().isEmpty() && now.events().isEmpty())
            list.add(look.line(look.get("timeline.none"), "quiet"), "span, wmin 0");
        now.owed().stream().limit(MOST_OWED).forEach(this::add);
        now.events().stream()
                .filter(event -> event.kind() != TimeLineEntry.Kind.FAILURE || !event.isOpen())
                .limit(MOST - Math.min(now.owed().size(), MOST_OWED))
                .forEach(this::add);
        list.revalidate();
        list.repaint();
    }

    private Story story(CallId of) {
        return new Story(owe.balance(of).open(), model.of(of));
    }

    private TextLine moment(Instant at) {
        TextLine moment = look.figure("quiet");
        moment.setText(look.texts().moment(at, time.now()));
        return moment;
    }

    private void add(Failure failure) {
        list.add(moment(failure.at()));
        var weight = look.line(look.texts().word(failure.severity()), "strong");
        weight.setIcon(OweView.mark(look, failure.severity()));
        list.add(weight, "span 2");
        list.add(look.line(words.item(failure, call.orElseThrow()), ""), "wmin 0");
    }

    private void add(TimeLineEntry event) {
        list.add(moment(event.at()));
        var state = look.line(events.state(event), "strong");
        if (events.isLate(event)) Look.shaded(state, Shade.DANGER);
        list.add(state);
        list.add(look.line(event.score().map(look.texts()::score).orElse(""), ""));
        String said = String.join("  ", CallerWords.present(events.due(event), PlainText.line(event.words(), LONGEST)));
        list.add(look.line(said, ""), "wmin 0");
    }
}
