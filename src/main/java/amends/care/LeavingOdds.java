package amends.care;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How likely somebody is to leave or to complain within {@link Past#HORIZON}: the logarithm of the odds is a sum, so
 * that every sign's part can be shown.
 *
 * @param none where there is no sign at all @param each by how much one of each sign moves it
 * @param cases of the house's own past that it was learned from; 0: the usual weights
 */
public record LeavingOdds(double none, Map<Sign, Double> each, int cases) {
    /** What a sign must move to be told as a reason. */
    private static final double WORTH_TELLING = .15;

    public LeavingOdds {
        each = Map.copyOf(each);
    }

    /** Without a past of the house's own. */
    public static LeavingOdds usual() {
        var each = new EnumMap<Sign, Double>(Sign.class);
        for (Sign sign : Sign.values()) each.put(sign, sign.usual());
        return new LeavingOdds(Sign.NONE, each, 0);
    }

    double chance(Map<Sign, Double> signs) {
        double sum = none;
        for (var sign : signs.entrySet()) sum += each.get(sign.getKey()) * sign.getValue();
        return 1 / (1 + Math.exp(-sum));
    }

    /** What made it likely, what weighs most first. */
    List<Reason> reasons(Map<Sign, Double> signs) {
        var reasons = new ArrayList<Reason>();
        signs.forEach((sign, strength) -> {
            double part = each.get(sign) * strength;
            if (part >= WORTH_TELLING) reasons.add(new Reason(sign, part));
        });
        reasons.sort(Comparator.comparingDouble(Reason::part).reversed().thenComparing(Reason::sign));
        return reasons;
    }

    /** @param part by how much it moves the logarithm of the odds */
    public record Reason(Sign sign, double part) {}
}
