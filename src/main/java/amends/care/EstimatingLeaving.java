package amends.care;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.FailureRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Estimates again and again who is likely to leave, from what the house has learned by then. */
public final class EstimatingLeaving implements DutyHandler {
    public static final String KIND = "estimate-leaving";
    private static final Logger LOG = LoggerFactory.getLogger(EstimatingLeaving.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(240);
    private static final Duration AFTER_TROUBLE = Duration.ofDays(120);
    private static final int MOST = 5_000;
    private static final int MOST_KEPT = 500;
    private final Debtors debtors;
    private final LeavingList list;
    private final CareRules rules;
    private final FailureRules weights;
    private final Timekeeper time;

    public EstimatingLeaving(
            Debtors debtors, LeavingList list, CareRules rules, FailureRules weights, Timekeeper time) {
        this.debtors = debtors;
        this.list = list;
        this.rules = rules;
        this.weights = weights;
        this.time = time;
    }

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
        int likely = estimate();
        LOG.debug("{} customers are likely to leave or to complain", likely);
        return new Result.Again(rules.every(), "estimated");
    }

    /** @return how many are likely to */
    public int estimate() {
        Instant now = time.now();
        List<History> histories = debtors.histories(now.minus(LOOKED_BACK), MOST);
        LeavingOdds odds = Past.learned(histories, weights, now);
        var signs = new Signs(weights);
        var likely = new ArrayList<Leaving>();
        for (History history : histories) {
            if (history.failures().stream()
                    .noneMatch(f -> f.at().plus(AFTER_TROUBLE).isAfter(now))) continue;
            Map<Sign, Double> of = signs.of(history, now);
            double chance = odds.chance(of);
            if (chance >= rules.likely())
                likely.add(
                        new Leaving(history.customer(), "", chance, signs.owed(history, now), odds.reasons(of), now));
        }
        likely.sort(Comparator.comparingDouble(Leaving::chance).reversed().thenComparing(Leaving::customer));
        list.replace(named(likely.stream().limit(MOST_KEPT).toList()));
        return likely.size();
    }

    private List<Leaving> named(List<Leaving> all) {
        List<UUID> ids = all.stream().map(Leaving::customer).toList();
        Map<UUID, Debtors.Reach> reached = debtors.reached(ids);
        return all.stream()
                .map(l -> new Leaving(
                        l.customer(),
                        reached.containsKey(l.customer())
                                ? reached.get(l.customer()).name()
                                : "",
                        l.chance(),
                        l.owed(),
                        l.reasons(),
                        l.at()))
                .toList();
    }
}
