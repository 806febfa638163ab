package amends.recovery;

import amends.recovery.ComplaintEvent.Act;
import amends.sms.Purpose;
import amends.sms.SmsCourse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * News counts as told when its short message waits to leave. One that is refused, given up or too late takes that back,
 * in the transaction in which it ends: the customer's clock runs as if nothing had been said, and the owner tells them.
 * Whoever heard something since is not set back.
 */
public final class LostNews implements Consumer<SmsCourse> {
    private static final Set<SmsCourse.State> LOST =
            EnumSet.of(SmsCourse.State.UNDELIVERABLE, SmsCourse.State.REFUSED, SmsCourse.State.EXPIRED);
    private static final Set<Act> HEARD =
            EnumSet.of(Act.TOLD, Act.DISPATCH_ANSWERED, Act.CALLED_BACK, Act.RESPONDED, Act.REOPENED);

    private final ComplaintStore parts;
    private final ComplaintStepping stepping;

    public LostNews(ComplaintStore parts) {
        this.parts = parts;
        stepping = new ComplaintStepping(parts.store(), parts.rules());
    }

    @Override
    public void accept(SmsCourse course) {
        if (course.purpose() != Purpose.RECOVERY || !LOST.contains(course.state())) return;
        parts.store().complaints().event(course.sms()).ifPresent(this::untell);
    }

    private void untell(ComplaintEvent told) {
        boolean last = last(parts.store().complaints().history(told.complaint()))
                .filter(event -> event.id().equals(told.id()))
                .isPresent();
        if (last)
            stepping.step(
                    told.complaint(),
                    new ComplaintStep.Untell(parts.time().now(), told.at()),
                    Optional.empty(),
                    Act.NOT_TOLD,
                    "");
    }

    /** Whether the last that was to tell the customer something did not arrive. */
    static boolean isLast(List<ComplaintEvent> history) {
        return last(history).filter(event -> event.act() == Act.NOT_TOLD).isPresent();
    }

    private static Optional<ComplaintEvent> last(List<ComplaintEvent> history) {
        return history.reversed().stream()
                .filter(event -> event.act() == Act.NOT_TOLD || HEARD.contains(event.act()))
                .findFirst();
    }
}
