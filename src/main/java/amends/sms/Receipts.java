package amends.sms;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.sms.SmsBook.Outcome;
import amends.sms.SmsBook.Sent;
import amends.sms.SmsGateway.Receipt;
import amends.sms.SmsStep.Told;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts what the network tells to the message that it is of. A receipt may be there before the answer that names the
 * message is stored: then it waits. One that comes twice, or is of no message of ours, is kept apart.
 */
final class Receipts implements DutyHandler {
    static final String KIND = "match-sms-receipt";
    /** A receipt that overtook its answer finds it within these; then nobody knows it. */
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(5));

    private static final int MOST_ID = 80;
    private final SmsBook book;
    private final CourseKeeping courses;
    private final Duties duties;
    private final Transactions transactions;
    private final String region;
    private final Timekeeper time;

    Receipts(
            SmsBook book,
            CourseKeeping courses,
            Duties duties,
            Transactions transactions,
            String region,
            Timekeeper time) {
        this.book = book;
        this.courses = courses;
        this.duties = duties;
        this.transactions = transactions;
        this.region = region;
        this.time = time;
    }

    /** Returns once it is stored. */
    void received(Receipt receipt) {
        if (receipt.messageId().isEmpty() || receipt.messageId().length() > MOST_ID) return;
        transactions.run(() -> book.keep(receipt, time.now())
                .ifPresent(id -> duties.add(new Duty(Ids.named("match-sms-receipt " + id), KIND, id, time.now(), 0))));
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
        return book.receipt(duty.subject())
                .map(receipt -> match(duty, receipt))
                .orElseGet(() -> new Result.GivenUp("no such receipt"));
    }

    private Result match(Duty duty, Receipt receipt) {
        Optional<Sent> sent = sent(receipt);
        if (sent.isPresent()) {
            UUID sms = sent.get().sms();
            boolean moved = courses.stepInside(sms, new Told(receipt.fate(), receipt.text()))
                    .isPresent();
            book.settle(duty.subject(), moved ? Outcome.APPLIED : Outcome.LEFT, Optional.of(sms));
            return new Result.Done();
        }
        if (duty.attempts() > PATIENCE.size()) {
            book.settle(duty.subject(), Outcome.UNKNOWN, Optional.empty());
            return new Result.Done();
        }
        return new Result.Again(PATIENCE.get(duty.attempts() - 1), "no message of that name yet");
    }

    /** Some centres write the id in hexadecimal in the answer and in decimal in the receipt, or the other way round. */
    private Optional<Sent> sent(Receipt receipt) {
        List<String> names = notations(receipt.messageId());
        List<Sent> found = book.called(names);
        Optional<PhoneNumber> number = PhoneNumber.parse(receipt.from(), region);
        return found.stream()
                .filter(sent -> sent.messageId().equals(receipt.messageId()))
                .filter(sent -> number.isEmpty() || number.get().equals(sent.to()))
                .findFirst()
                .or(() -> found.stream()
                        .filter(sent -> number.filter(sent.to()::equals).isPresent())
                        .findFirst());
    }

    static List<String> notations(String id) {
        var all = new ArrayList<String>();
        all.add(id);
        if (id.matches("[0-9a-fA-F]{1,32}")) {
            var hex = new BigInteger(id, 16);
            all.add(hex.toString());
            all.add(hex.toString(16));
            all.add(hex.toString(16).toUpperCase(Locale.ROOT));
        }
        if (id.matches("[0-9]{1,38}")) {
            var decimal = new BigInteger(id);
            all.add(decimal.toString());
            all.add(decimal.toString(16));
            all.add(decimal.toString(16).toUpperCase(Locale.ROOT));
        }
        return all.stream().distinct().toList();
    }
}
