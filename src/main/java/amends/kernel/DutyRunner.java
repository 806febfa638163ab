package amends.kernel;

import amends.kernel.DutyHandler.Result;
import amends.kernel.DutyHandler.Result.Again;
import amends.kernel.DutyHandler.Result.Done;
import amends.kernel.DutyHandler.Result.GivenUp;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out due duties on virtual threads, for as long as it is open. Any number of runners, in any number of
 * processes, share the duties: each is done by the one that holds its lease, and by another when that one dies.
 */
public final class DutyRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DutyRunner.class);
    /** After so many beginnings a duty is given up: it may be what kills the process. */
    private static final int MOST_ATTEMPTS = 50;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private final Duties duties;
    private final Transactions transactions;
    private final Map<String, DutyHandler> handlers;
    private final Timekeeper time;
    private final Pace pace;
    private final String holder;
    /** The duties in hand, with the monotonic moment at which each lease was last taken. */
    private final Map<UUID, Long> inHand = new ConcurrentHashMap<>();

    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    /** @param poll how often to look unasked @param leaseTime how long a dead runner blocks a duty @param most at once */
    public record Pace(Duration poll, Duration leaseTime, int most) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(60), 8);
    }

    /** @param name of this process, for people: the holder's name in the rows is made of it */
    public DutyRunner(
            Duties duties,
            Transactions transactions,
            Collection<? extends DutyHandler> handlers,
            Timekeeper time,
            Pace pace,
            String name) {
        this.duties = duties;
        this.transactions = transactions;
        this.handlers = handlers.stream().collect(Collectors.toMap(DutyHandler::kind, Function.identity()));
        this.time = time;
        this.pace = pace;
        holder = PlainText.line(name, 60) + "/" + Ids.next();
        thread = Thread.ofVirtual().name("duties").unstarted(this::look);
    }

    public DutyRunner start() {
        thread.start();
        return this;
    }

    /** Looks for due duties now: something was added, or the database is back. */
    public void nudge() {
        nudges.release();
    }

    private void look() {
        while (!closing) {
            try {
                renew();
                take();
            } catch (StoreUnavailable e) {
                LOG.debug("duties wait: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("looking for duties failed", e);
            }
            pause(pace.poll());
        }
    }

    private void take() {
        int room = pace.most() - inHand.size();
        for (Duty duty : duties.lease(holder, ready(), pace.leaseTime(), room)) {
            inHand.put(duty.id(), time.nanos());
            Thread.ofVirtual().name("duty-" + duty.kind()).start(() -> carryOut(duty));
        }
    }

    private Set<String> ready() {
        return handlers.values().stream()
                .filter(DutyHandler::isReady)
                .map(DutyHandler::kind)
                .collect(Collectors.toSet());
    }

    private void renew() {
        long third = pace.leaseTime().toNanos() / 3;
        inHand.forEach((duty, leased) -> {
            if (time.nanos() - leased < third) return;
            if (duties.renew(duty, holder, pace.leaseTime())) inHand.replace(duty, time.nanos());
        });
    }

    private void carryOut(Duty duty) {
        try {
            DutyHandler handler = handlers.get(duty.kind());
            if (duty.attempts() > MOST_ATTEMPTS && !handler.isForEver())
                settleSurely(duty, new GivenUp("begun too often"));
            else if (handler.isTransaction()) transactions.run(() -> settle(duty, handler.carryOut(duty)));
            else settleSurely(duty, handler.carryOut(duty));
        } catch (StoreUnavailable e) {
            LOG.info("duty {} {} waits for the database", duty.kind(), duty.id());
            settleSurely(duty, new Again(FIRST_PAUSE, "the database was away"));
        } catch (LeaseLost e) {
            LOG.warn("duty {} {} was taken over by another", duty.kind(), duty.id());
        } catch (RuntimeException e) {
            LOG.error("duty {} {} failed", duty.kind(), duty.id(), e);
            settleSurely(duty, new Again(pauseAfter(duty.attempts()), String.valueOf(e)));
        } finally {
            inHand.remove(duty.id());
            nudge();
        }
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(20, Math.max(0, attempts - 1)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** What was carried out is told to the store even if that is away for a while; else it would be done again. */
    private void settleSurely(Duty duty, Result result) {
        while (true) {
            try {
                settle(duty, result);
                return;
            } catch (StoreUnavailable e) {
                if (closing) return;
                pauseQuietly(pace.poll());
            } catch (LeaseLost e) {
                LOG.warn("duty {} {} was taken over by another", duty.kind(), duty.id());
                return;
            }
        }
    }

    private void settle(Duty duty, Result result) {
        boolean held = switch (result) {
            case Done() -> duties.done(duty.id(), holder);
            case Again(Duration in, String reason) ->
                duties.again(duty.id(), holder, time.now().plus(in), reason);
            case GivenUp(String reason) -> duties.givenUp(duty.id(), holder, reason);
        };
        if (!held) throw new LeaseLost();
    }

    private void pause(Duration most) {
        try {
            if (nudges.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) nudges.drainPermits();
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private static void pauseQuietly(Duration length) {
        java.util.concurrent.locks.LockSupport.parkNanos(length.toNanos());
    }

    /** Takes no more and waits for what is in hand at most five seconds; the rest is taken over when its lease ends. */
    @Override
    public void close() {
        closing = true;
        nudge();
        long until = time.nanos() + Duration.ofSeconds(5).toNanos();
        while ((thread.isAlive() || !inHand.isEmpty()) && time.nanos() < until) pauseQuietly(Duration.ofMillis(5));
        if (!inHand.isEmpty()) LOG.warn("{} duties were left to others", inHand.size());
    }

    private static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
