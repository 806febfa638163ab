package amends.desktop.profile;

import amends.customer.TimeLineEntry;
import amends.desktop.look.Look;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import java.util.ArrayList;

/** One line of a time line in words. */
public final class EventWords {
    private static final int LONGEST = 400;
    private final Look look;
    private final Timekeeper time;

    public EventWords(Look look, Timekeeper time) {
        this.look = look;
        this.time = time;
    }

    /** What it is and how it stands. */
    public String state(TimeLineEntry entry) {
        String kind = look.texts().stateWord(entry.kind());
        return String.join(" · ", CallerWords.present(kind, stateAlone(entry)));
    }

    private String stateAlone(TimeLineEntry entry) {
        return entry.state().map(look.texts()::stateWord).orElse("");
    }

    /** By when it is due, or since when it is late; empty where nothing is. */
    public String due(TimeLineEntry entry) {
        return entry.due()
                .filter(end -> entry.isOpen())
                .map(end -> look.get(
                        isLate(entry) ? "event.late" : "event.due", look.texts().moment(end, time.now())))
                .orElse("");
    }

    public boolean isLate(TimeLineEntry entry) {
        return entry.isOpen()
                && entry.due().filter(end -> end.isBefore(time.now())).isPresent();
    }

    /** What was said, with the customer's score before it. */
    public String said(TimeLineEntry entry) {
        var parts = new ArrayList<String>();
        parts.add(due(entry));
        entry.score().map(look.texts()::score).ifPresent(parts::add);
        for (Enum<?> mark : entry.marks()) parts.add(look.texts().stateWord(mark));
        parts.add(PlainText.line(entry.words(), LONGEST));
        return String.join("  ", CallerWords.present(parts.toArray(String[]::new)));
    }
}
