package amends.sms;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.sms.SmsGateway.Arrival;
import amends.sms.SmsGateway.Receipt;
import amends.sms.SmsGateway.Receiver;
import java.util.List;

/** Sending and receiving, put together: what a process has that carries short messages. */
public final class SmsOffice implements AutoCloseable {
    private final SmsGateway gateway;
    private final CourseKeeping courses;
    private final SmsSending sending;
    private final SmsExpiry expiry;
    private final Receipts receipts;
    private final Arrivals arrivals;
    private final Telling telling;

    /** Where the messages are kept. */
    public record Store(SmsBook book, ArrivalBook arrivals, Duties duties, Transactions transactions) {}

    /** @param region ISO 3166 country whose national numbers the network may write without their country code */
    public SmsOffice(Store store, SmsGateway gateway, String region, Timekeeper time) {
        this.gateway = gateway;
        courses = new CourseKeeping(store.book, store.transactions, time);
        sending = new SmsSending(store.book, courses, gateway, time);
        expiry = new SmsExpiry(store.book, courses);
        receipts = new Receipts(store.book, courses, store.duties, store.transactions, region, time);
        arrivals = new Arrivals(store.arrivals, store.duties, store.transactions, time);
        telling = new Telling(store.arrivals, region);
    }

    /** What must happen to a message that is put into the outbox, in the same transaction. */
    public static List<Duty> dutiesOf(OutgoingSms sms) {
        return List.of(
                new Duty(Ids.named("send-sms " + sms.id()), SmsSending.KIND, sms.id(), sms.notBefore(), 0),
                new Duty(Ids.named("expire-sms " + sms.id()), SmsExpiry.KIND, sms.id(), sms.expires(), 0));
    }

    /** What a {@link amends.kernel.DutyRunner} must be able to carry out. */
    public List<DutyHandler> handlers() {
        return List.of(sending, expiry, receipts, arrivals, telling);
    }

    /** @param nudge called when there is something to do at once */
    public void open(Runnable nudge) {
        gateway.onReachable(reachable -> nudge.run());
        gateway.open(new Receiver() {
            @Override
            public void received(Arrival arrival) {
                arrivals.received(arrival);
                nudge.run();
            }

            @Override
            public void receipt(Receipt receipt) {
                receipts.received(receipt);
                nudge.run();
            }
        });
    }

    public Inbox inbox() {
        return telling;
    }

    public SmsCourses courses() {
        return courses;
    }

    @Override
    public void close() {
        sending.close();
        gateway.close();
    }
}
