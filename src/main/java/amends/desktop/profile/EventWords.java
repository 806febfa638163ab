package amends.desktop.profile;

import amends.customer.TimeLineEntry;
import amends.desktop.look.Look;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.recovery.Evidence;
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

    private String word(Enum<?> mark) {
        return mark instanceof Evidence.Kind kind ? failure(kind) : look.texts().stateWord(mark);
    }

    private String failure(Evidence.Kind kind) {
        return switch (kind) {
            case LONG_WAIT -> look.get("offer.kind.longWait");
            case GAVE_UP -> look.get("offer.kind.gaveUp");
            case DROPPED -> look.get("offer.kind.dropped");
            case BADLY_HEARD -> look.get("offer.kind.badlyHeard");
            case CALLED_AGAIN -> look.get("offer.kind.calledAgain");
            case CALLBACK_LATE -> look.get("offer.kind.callbackLate");
            case THIRD_TRANSFER -> look.get("offer.kind.thirdTransfer");
            case PROMISE_BROKEN -> look.get("offer.kind.promiseBroken");
            case COMPLAINT_OVERDUE -> look.get("offer.kind.complaintOverdue");
            case ANSWER_CORRECTED -> look.get("offer.kind.answerCorrected");
        };
    }

    /** What was said, with the customer's score before it. */
    public String said(TimeLineEntry entry) {
        var parts = new ArrayList<String>();
        parts.add(due(entry));
        entry.score().map(look.texts()::score).ifPresent(parts::add);
        for (Enum<?> mark : entry.marks()) parts.add(word(mark));
        parts.add(PlainText.line(entry.words(), LONGEST));
        return String.join("  ", CallerWords.present(parts.toArray(String[]::new)));
    }
}
