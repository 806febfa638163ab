package amends.sms;

import amends.kernel.Cancellable;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.sms.SmsMachine.Next;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves messages on, one transaction a step, and tells of it inside. */
final class CourseKeeping implements SmsCourses {
    private static final Logger LOG = LoggerFactory.getLogger(CourseKeeping.class);
    private static final int MOST_TRIES = 10;
    private final SmsBook book;
    private final Transactions transactions;
    private final Timekeeper time;
    private final List<Consumer<? super SmsCourse>> listeners = new CopyOnWriteArrayList<>();

    CourseKeeping(SmsBook book, Transactions transactions, Timekeeper time) {
        this.book = book;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Cancellable onChange(Consumer<SmsCourse> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void withdraw(UUID sms, String reason) {
        stepInside(sms, new SmsStep.Withdrawn(reason));
    }

    /** Alone in a transaction of its own. @return the new course; empty when the step does not fit */
    Optional<SmsCourse> step(UUID sms, SmsStep step) {
        try {
            return transactions.call(() -> stepInside(sms, step, true));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("sms {}: what should follow {} failed; the course is kept alone", sms, step, e);
            return transactions.call(() -> stepInside(sms, step, false));
        }
    }

    /** In the transaction of the caller, who loses everything when a listener throws. */
    Optional<SmsCourse> stepInside(UUID sms, SmsStep step) {
        return stepInside(sms, step, true);
    }

    private Optional<SmsCourse> stepInside(UUID sms, SmsStep step, boolean tell) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<SmsCourse> before = book.courseOf(sms);
            if (before.isEmpty()) return Optional.empty();
            switch (SmsMachine.next(before.get(), step, time.now())) {
                case Next.Ignored(String reason) -> {
                    LOG.info("sms {}: {}", sms, reason);
                    return Optional.empty();
                }
                case Next.Changed(SmsCourse after) -> {
                    if (!book.move(before.get(), after)) continue;
                    if (tell) listeners.forEach(listener -> listener.accept(after));
                    return Optional.of(after);
                }
            }
        }
        throw new StoreUnavailable("another kept changing sms " + sms, null);
    }
}
