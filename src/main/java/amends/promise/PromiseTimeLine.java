package amends.promise;

import amends.customer.TimeLineEntry;
import amends.customer.TimeLineEntry.Kind;
import amends.customer.TimeLineSource;
import java.util.List;
import java.util.UUID;

/** Promises told in a customer's time line, those that are open first. */
public final class PromiseTimeLine implements TimeLineSource {
    /** Open ones that lie so far back are found all the same. */
    private static final int FAR_BACK = 100;

    private final Promises promises;

    public PromiseTimeLine(Promises promises) {
        this.promises = promises;
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return promises.ofCustomer(customer, Math.max(most, FAR_BACK)).stream()
                .limit(most)
                .map(PromiseTimeLine::entry)
                .toList();
    }

    private static TimeLineEntry entry(Promise promise) {
        String amount = promise.amount().map(a -> " " + a).orElse("");
        var told = TimeLineEntry.of(Kind.PROMISE, promise.id(), promise.made())
                .in(promise.state())
                .saying(promise.code() + " " + promise.what() + amount);
        return promise.state().isOpen() ? told.openUntil(promise.due()) : told;
    }
}
