package amends.sms;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.sms.ArrivalBook.StoredPart;
import amends.sms.ArrivalBook.Whole;
import amends.sms.SmsGateway.Arrival;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stores what comes in, once, and puts parts together. A message of which parts stay away is told with a gap when the
 * patience is over: as the duty of each part.
 */
final class Arrivals implements DutyHandler {
    static final String KIND = "assemble-sms";
    /** For so long after a reconnect the network may repeat what it saw no answer to. */
    private static final Duration REPEATS_WITHIN = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 2000;
    private static final String GAP = "[…]";
    private final ArrivalBook book;
    private final Duties duties;
    private final Transactions transactions;
    private final Timekeeper time;
    /** Two parts at once would each miss the other. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Arrivals(ArrivalBook book, Duties duties, Transactions transactions, Timekeeper time) {
        this.book = book;
        this.duties = duties;
        this.transactions = transactions;
        this.time = time;
    }

    /** Returns once it is stored. */
    void received(Arrival arrival) {
        oneAtATime.lock();
        try {
            transactions.run(() -> {
                if (!book.isRepeated(arrival, time.now().minus(REPEATS_WITHIN))) keep(arrival);
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    private void keep(Arrival arrival) {
        UUID id = Ids.next();
        book.keep(id, arrival, time.now());
        if (arrival.part().isEmpty()) {
            whole(arrival.from(), arrival.to(), arrival.text(), List.of(id));
            return;
        }
        duties.add(Duty.of(KIND, id, time.now().plus(PATIENCE)));
        assemble(id, false);
    }

    private void whole(String from, String to, String text, List<UUID> arrivals) {
        var whole = new Whole(Ids.next(), from, to, PlainText.lines(text, MOST), time.now());
        book.keep(whole, arrivals);
        duties.add(Duty.of(Telling.KIND, whole.id(), time.now()));
    }

    private void assemble(UUID arrival, boolean withGaps) {
        SortedMap<Integer, StoredPart> parts = new TreeMap<>();
        List<StoredPart> waiting = book.waitingWith(arrival);
        waiting.forEach(part -> parts.putIfAbsent(part.part().number(), part));
        if (parts.isEmpty()) return;
        StoredPart any = parts.firstEntry().getValue();
        if (!withGaps && parts.size() < any.part().of()) return;
        whole(
                any.from(),
                any.to(),
                text(parts, any.part().of()),
                waiting.stream().map(StoredPart::id).toList());
    }

    private static String text(SortedMap<Integer, StoredPart> parts, int of) {
        var text = new StringBuilder();
        boolean gap = false;
        for (int number = 1; number <= of; number++) {
            StoredPart part = parts.get(number);
            if (part != null) text.append(part.text());
            else if (!gap) text.append(GAP);
            gap = part == null;
        }
        return text.toString();
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
        assemble(duty.subject(), true);
        return new Result.Done();
    }
}
