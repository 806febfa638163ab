package amends.recovery;

import amends.customer.TimeLineEntry;
import amends.customer.TimeLineEntry.Kind;
import amends.customer.TimeLineSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Apology callbacks told in a customer's time line. */
public final class CallbackTimeLine implements TimeLineSource {
    /** Open ones that lie so far back are found all the same. */
    private static final int FAR_BACK = 100;

    private final Callbacks callbacks;

    public CallbackTimeLine(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return callbacks.ofCustomer(customer, Math.max(most, FAR_BACK)).stream()
                .map(CallbackTimeLine::entry)
                .sorted(Comparator.comparing(TimeLineEntry::isOpen).reversed())
                .limit(most)
                .toList();
    }

    private static TimeLineEntry entry(CallbackTask task) {
        Callback callback = task.callback();
        var told = TimeLineEntry.of(Kind.CALLBACK, callback.id(), callback.due())
                .in(callback.state())
                .saying("#" + task.complaint().number() + " " + task.complaint().subject());
        var scored = callback.file().after().map(told::scored).orElse(told);
        return callback.state().isOpen() ? scored.openUntil(callback.due()) : scored;
    }
}
