package amends.staff;

import static amends.staff.Improvement.State.ACCEPTED;
import static amends.staff.Improvement.State.CONSIDERED;
import static amends.staff.Improvement.State.DECLINED;
import static amends.staff.Improvement.State.DONE;
import static amends.staff.Improvement.State.FILED;

import amends.staff.Improvement.State;
import amends.staff.ImprovementStep.Accept;
import amends.staff.ImprovementStep.Consider;
import amends.staff.ImprovementStep.Decline;
import amends.staff.ImprovementStep.Finish;

/**
 * The course of a suggestion. Pure. What was declined can be taken up again; what is done stays done. Declining
 * without a reason is ignored.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Consider</th><th>Accept</th><th>Finish</th><th>Decline</th></tr>
 * <tr><td>FILED</td><td>CONSIDERED</td><td>ACCEPTED</td><td>–</td><td>DECLINED</td></tr>
 * <tr><td>CONSIDERED</td><td>–</td><td>ACCEPTED</td><td>–</td><td>DECLINED</td></tr>
 * <tr><td>ACCEPTED</td><td>CONSIDERED</td><td>–</td><td>DONE</td><td>DECLINED</td></tr>
 * <tr><td>DONE</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * <tr><td>DECLINED</td><td>CONSIDERED</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
final class ImprovementCourse {
    private ImprovementCourse() {}

    sealed interface Next {
        record Changed(Improvement improvement) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    static Next next(Improvement improvement, ImprovementStep step) {
        State state = improvement.state();
        return switch (step) {
            case Consider c
            when state == FILED || state == ACCEPTED || state == DECLINED -> changed(improvement, CONSIDERED, step);
            case Accept a when state == FILED || state == CONSIDERED -> changed(improvement, ACCEPTED, step);
            case Finish f when state == ACCEPTED -> changed(improvement, DONE, step);
            case Decline d when d.words().isBlank() -> new Next.Ignored("declined without a reason");
            case Decline d when state.isOpen() -> changed(improvement, DECLINED, step);
            default ->
                new Next.Ignored("improvement " + improvement.id() + " is " + state + ": no "
                        + step.getClass().getSimpleName());
        };
    }

    private static Next changed(Improvement improvement, State state, ImprovementStep step) {
        return new Next.Changed(improvement.standing(state, step));
    }
}
