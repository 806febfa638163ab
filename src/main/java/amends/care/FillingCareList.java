package amends.care;

import amends.care.Candidate.Pool;
import amends.care.Debtors.Reach;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Failure;
import amends.recovery.FailureRules;
import amends.recovery.Failures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the free places of the list of calls, again and again. The draw is between everybody to whom enough is owed; they
 * are looked at one by one, each in a transaction of its own, and what is drawn is kept in one.
 */
public final class FillingCareList implements DutyHandler {
    public static final String KIND = "fill-care-list";
    private static final Logger LOG = LoggerFactory.getLogger(FillingCareList.class);
    private static final UUID NOBODY = new UUID(0, 0);
    /** Debtors that are listed in one transaction: on H2 everybody else waits for it. */
    private static final int PART = 1_000;
    /** Where there are more, lots decide first who takes part: looking at all of them would take too long. */
    private static final int MOST_CANDIDATES = 2_000;

    private final Store store;
    private final CareRules rules;
    private final FailureRules weights;
    private final Predicate<UUID> wouldSayNothing;
    private final LongSupplier seeds;
    private final Timekeeper time;

    public record Store(CareCalls calls, Debtors debtors, Failures failures) {}

    /**
     * @param wouldSayNothing whether this customer is known to suffer in silence; blocks
     * @param seeds a new one for each draw, that nobody can choose
     */
    public FillingCareList(
            Store store,
            CareRules rules,
            FailureRules weights,
            Predicate<UUID> wouldSayNothing,
            LongSupplier seeds,
            Timekeeper time) {
        this.store = store;
        this.rules = rules;
        this.weights = weights;
        this.wouldSayNothing = wouldSayNothing;
        this.seeds = seeds;
        this.time = time;
    }

    /** The one duty that fills the list for ever. */
    public static Duty duty(Instant from) {
        return new Duty(Ids.named(KIND), KIND, Ids.named(KIND), from, 0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isForEver() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        int drawn = fill();
        if (drawn > 0) LOG.info("{} customers are to be called before they complain", drawn);
        return new Result.Again(rules.every(), "the list is filled");
    }

    /** @return how many came on the list */
    public int fill() {
        Instant now = time.now();
        store.calls().open(rules.places()).forEach(call -> endIfSettled(call, now));
        int free = rules.places() - store.calls().open(rules.places()).size();
        if (free <= 0) return 0;
        long seed = seeds.getAsLong();
        List<Candidate> candidates = candidates(now, seed);
        if (candidates.isEmpty()) return 0;
        List<FairDraw.Lot> lots = new FairDraw(free, rules.quietShare()).draw(candidates, seed);
        int quiet =
                (int) candidates.stream().filter(c -> c.pool() == Pool.QUIET).count();
        int drawn = (int) lots.stream().filter(FairDraw.Lot::drawn).count();
        var draw = new CareDraw(Ids.next(), now, seed, free, rules.quietShare(), candidates.size(), quiet, drawn);
        store.calls().keep(draw, lots, calls(draw, lots));
        return drawn;
    }

    /** Nobody is called for what was put right meanwhile. */
    private void endIfSettled(CareCall call, Instant now) {
        if (call.state() != CareCall.State.WAITING) return;
        List<Failure> open = store.failures().openOf(call.customer());
        // Who was put on the list for less than it takes to be drawn stays as long as anything is owed.
        boolean owed = call.weight() < rules.least() ? !open.isEmpty() : weights.weight(open, now) >= rules.least();
        if (owed) return;
        if (CareCourse.next(call, new CareCourse.Step.Settled(NOBODY), now)
                instanceof CareCourse.Next.Changed(var ended)) store.calls().change(call, ended, now);
    }

    /** Everybody, or of very many evenly some, whenever it was that something failed. */
    private List<UUID> some(Instant now, long seed) {
        var all = new ArrayList<UUID>();
        for (Optional<UUID> last = Optional.empty(); ; ) {
            List<UUID> part = store.debtors().unattended(now.minus(rules.again()), last, PART);
            all.addAll(part);
            if (part.size() < PART) break;
            last = Optional.of(part.getLast());
        }
        if (all.size() <= MOST_CANDIDATES) return all;
        Collections.shuffle(all, new Random(seed));
        return List.copyOf(all.subList(0, MOST_CANDIDATES));
    }

    private List<Candidate> candidates(Instant now, long seed) {
        List<UUID> unattended = some(now, seed);
        Map<UUID, Reach> reached = store.debtors().reached(unattended);
        var candidates = new ArrayList<Candidate>();
        for (UUID customer : unattended) {
            if (!reached.containsKey(customer)) continue;
            List<Failure> open = store.failures().openOf(customer);
            double weight = weights.weight(open, now);
            if (weight < rules.least()) continue;
            Pool pool = wouldSayNothing.test(customer) ? Pool.QUIET : Pool.OTHERS;
            candidates.add(new Candidate(customer, weight, pool));
        }
        return candidates;
    }

    private List<CareCall> calls(CareDraw draw, List<FairDraw.Lot> lots) {
        Map<UUID, FairDraw.Lot> drawn = new LinkedHashMap<>();
        lots.stream()
                .filter(FairDraw.Lot::drawn)
                .forEach(l -> drawn.put(l.candidate().customer(), l));
        Map<UUID, Reach> reached = store.debtors().reached(List.copyOf(drawn.keySet()));
        return drawn.values().stream()
                .map(lot -> call(draw, lot, reached.get(lot.candidate().customer())))
                .toList();
    }

    private static CareCall call(CareDraw draw, FairDraw.Lot lot, Reach reach) {
        Candidate who = lot.candidate();
        return new CareCall(
                Ids.named("care call:" + draw.id() + ":" + who.customer()),
                draw.id(),
                who.customer(),
                reach.name(),
                reach.number(),
                who.weight(),
                lot.chance(),
                who.pool(),
                CareCall.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                0,
                draw.at(),
                Optional.empty(),
                "");
    }
}
