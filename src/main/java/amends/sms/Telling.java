package amends.sms;

import amends.kernel.Cancellable;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.PhoneNumber;
import amends.sms.ArrivalBook.Whole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of stored messages, in a transaction with the end of the duty to do so: a listener that fails makes it happen
 * again, and the network has long had its answer.
 */
final class Telling implements DutyHandler, Inbox {
    static final String KIND = "tell-incoming-sms";
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private final ArrivalBook book;
    private final String region;
    private final List<Consumer<? super IncomingSms>> listeners = new CopyOnWriteArrayList<>();

    Telling(ArrivalBook book, String region) {
        this.book = book;
        this.region = region;
    }

    @Override
    public Cancellable onIncoming(Consumer<IncomingSms> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isTransaction() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        book.whole(duty.subject()).filter(whole -> book.told(whole.id())).ifPresent(this::tell);
        return new Result.Done();
    }

    private void tell(Whole whole) {
        PhoneNumber.parse(whole.from(), region)
                .ifPresentOrElse(
                        from -> {
                            var sms = new IncomingSms(whole.id(), from, whole.to(), whole.text(), whole.at());
                            listeners.forEach(listener -> listener.accept(sms));
                        },
                        () -> LOG.info("sms {} came from no telephone number and is kept untold", whole.id()));
    }
}
