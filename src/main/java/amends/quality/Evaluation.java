package amends.quality;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an inspector thinks of one recording. While it is a draft it changes; once kept it does not: a new one corrects
 * it.
 *
 * @param contact what was recorded, where that is known
 * @param at when it was last changed, or kept
 * @param scorecard the sheet it was made with
 * @param marks by the criterion's key
 * @param note for the agent and the lead; a few lines
 * @param percent 0 to 100, what the marks came to
 * @param failed whether an error failed the whole call
 * @param corrects an earlier evaluation of the same recording that this one takes the place of
 */
public record Evaluation(
        UUID id,
        UUID recording,
        Optional<UUID> contact,
        UUID inspector,
        Instant at,
        String scorecard,
        Map<String, Mark> marks,
        List<Remark> remarks,
        String note,
        int percent,
        boolean failed,
        Optional<UUID> corrects,
        State state) {
    public enum State {
        DRAFT,
        KEPT
    }

    static final int MOST_NOTE = 4000;
    static final int MOST_REMARKS = 200;

    public Evaluation {
        marks = Map.copyOf(marks);
        remarks = remarks.stream().limit(MOST_REMARKS).toList();
        note = PlainText.lines(note, MOST_NOTE);
    }

    /** A sheet without marks. The same inspector beginning it at two desks begins the same one. */
    static Evaluation begun(
            UUID recording,
            Optional<UUID> contact,
            StaffMember inspector,
            Scorecard sheet,
            Optional<UUID> corrects,
            Instant at) {
        var id = Ids.named("evaluation:" + recording + ":" + inspector.id() + ":"
                + corrects.map(UUID::toString).orElse("first"));
        var total = Total.of(sheet, Map.of());
        return new Evaluation(
                id,
                recording,
                contact,
                inspector.id(),
                at,
                sheet.key(),
                Map.of(),
                List.of(),
                "",
                total.percent(),
                total.failed(),
                corrects,
                State.DRAFT);
    }

    /** With what the inspector filled in, and what that comes to. */
    public Evaluation filled(Scorecard sheet, Map<String, Mark> newMarks, List<Remark> newRemarks, String newNote) {
        var total = Total.of(sheet, newMarks);
        return new Evaluation(
                id,
                recording,
                contact,
                inspector,
                at,
                sheet.key(),
                newMarks,
                newRemarks,
                newNote,
                total.percent(),
                total.failed(),
                corrects,
                state);
    }

    Evaluation as(State next, Instant when) {
        return new Evaluation(
                id, recording, contact, inspector, when, scorecard, marks, remarks, note, percent, failed, corrects,
                next);
    }
}
