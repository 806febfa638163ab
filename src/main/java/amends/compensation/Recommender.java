package amends.compensation;

import amends.compensation.Experience.Lesson;
import amends.compensation.Offer.Reason;
import amends.compensation.OfferList.Impossible;
import amends.compensation.OfferList.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts what the policy allows for a case into an order: by how much it is thought to lift satisfaction, less what it
 * costs, with a little more for what is not known well, so that it gets known (decision 0156). Nothing is drawn by lot:
 * the same case at the same moment has the same list, whoever the customer is. Immutable; any thread.
 */
public final class Recommender {
    /** By how many deviations an unsure option stands higher. */
    private static final double CURIOSITY = 1;
    /** 80 % of a normal distribution lie within so many deviations. */
    private static final double MOST = 1.2816;

    private static final double AS_GOOD = 0.1;
    private final CompensationPolicy policy;
    private final Experience experience;

    public Recommender(CompensationPolicy policy, Experience experience) {
        this.policy = policy;
        this.experience = experience;
    }

    public CompensationPolicy policy() {
        return policy;
    }

    /** What can be given at that moment. @param inStock whether there is still one of an option in this period */
    public OfferList offers(Wrong wrong, Instant now, Predicate<Option> inStock) {
        return offers(wrong, option -> {
            if (!option.feasibility().isOpen(now, policy.budget().zone())) return Optional.of(Why.CLOSED);
            return inStock.test(option) ? Optional.empty() : Optional.of(Why.OUT_OF_STOCK);
        });
    }

    /** @param obstacle why an option cannot be carried out; empty where it can */
    public OfferList offers(Wrong wrong, Function<Option, Optional<Why>> obstacle) {
        Optional<PolicyRow> row = policy.rowFor(wrong.kind(), wrong.severity(), wrong.tier());
        var impossible = new ArrayList<Impossible>();
        var ranked = new ArrayList<Ranked>();
        for (Option option : row.map(PolicyRow::fitting).orElse(List.of())) {
            obstacle.apply(option)
                    .ifPresentOrElse(
                            why -> impossible.add(new Impossible(option, why)),
                            () -> ranked.add(ranked(wrong, option)));
        }
        ranked.sort(Ranked.ORDER);
        List<Offer> offers = ranked.stream().map(r -> offer(r, ranked)).toList();
        return new OfferList(wrong, row, offers, impossible);
    }

    private record Ranked(Option option, Lesson lesson, double net, double score) {
        static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(r -> r.option.cost())
                .thenComparing(r -> r.option.fairness(), Comparator.reverseOrder())
                .thenComparing(r -> r.option.key());
    }

    private Ranked ranked(Wrong wrong, Option option) {
        Lesson lesson = experience.about(wrong, option);
        double net = lesson.lift() - price(option);
        return new Ranked(option, lesson, net, net + CURIOSITY * lesson.deviation());
    }

    /** What an option costs, in points of satisfaction. */
    private double price(Option option) {
        return policy.worth()
                .map(worth -> (double) option.cost().minor() / worth.minor())
                .orElse(0.0);
    }

    private static Offer offer(Ranked ranked, List<Ranked> all) {
        Lesson lesson = ranked.lesson();
        double off = MOST * lesson.deviation();
        return new Offer(
                ranked.option(),
                lesson.lift(),
                Math.max(-PastCase.MOST_LIFT, lesson.lift() - off),
                Math.min(PastCase.MOST_LIFT, lesson.lift() + off),
                lesson.cases(),
                reasons(ranked, all));
    }

    private static List<Reason> reasons(Ranked ranked, List<Ranked> all) {
        var reasons = new ArrayList<Reason>();
        Ranked first = all.getFirst();
        Lesson lesson = ranked.lesson();
        boolean best = all.stream().allMatch(other -> other.net() <= ranked.net());
        if (ranked == first && best) reasons.add(new Reason.Best());
        if (ranked == first && !best) reasons.add(new Reason.WorthTrying());
        if (ranked == first && isCheaper(ranked, all)) reasons.add(new Reason.Cheaper());
        if (ranked != first
                && lesson.lift() > first.lesson().lift()
                && ranked.option().cost().compareTo(first.option().cost()) > 0) reasons.add(new Reason.Dearer());
        if (lesson.cases() > 0) reasons.add(new Reason.Cases(lesson.cases(), lesson.average()));
        else if (lesson.others() > 0) reasons.add(new Reason.OtherFailures(lesson.others()));
        else reasons.add(new Reason.Believed());
        return reasons;
    }

    private static boolean isCheaper(Ranked ranked, List<Ranked> all) {
        return all.stream()
                .anyMatch(
                        other -> other.option().cost().compareTo(ranked.option().cost()) > 0
                                && Math.abs(other.lesson().lift()
                                                - ranked.lesson().lift())
                                        < AS_GOOD);
    }
}
