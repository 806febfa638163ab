package amends.report;

import static amends.report.Cut.AGENT;
import static amends.report.Cut.BRANCH;
import static amends.report.Cut.CAUSE;
import static amends.report.Cut.CHANNEL;
import static amends.report.Cut.QUEUE;
import static amends.report.Cut.TIER;
import static amends.report.Cut.TYPE;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is measured, in the terms of ISO 10002 (complaints) and COPC (contacts). The words that people read stand in the
 * window's texts; here is what is counted.
 *
 * <table>
 * <caption>figure × what it is</caption>
 * <tr><th>figure</th><th>of</th><th>counted when</th><th>value</th></tr>
 * <tr><td>SATISFACTION</td><td>contacts with a score</td><td>the contact began</td><td>mean of scores 1 to 5</td></tr>
 * <tr><td>LIFT</td><td>complaints whose customer scored before our answer and after our callback</td><td>the complaint
 * was received</td><td>mean of after minus before, with both means</td></tr>
 * <tr><td>HANDLING_TIME</td><td>complaints that were answered</td><td>received</td><td>median of the time from receipt to
 * our (latest) answer</td></tr>
 * <tr><td>ANSWERED_IN_TIME</td><td>complaints that were answered or should have been by now</td><td>received</td><td>share
 * answered by the time they were due</td></tr>
 * <tr><td>FIRST_CONTACT</td><td>answered calls to us whose caller is known and since which seven days have
 * passed</td><td>the call began</td><td>share closed as settled without another call of the customer within seven
 * days</td></tr>
 * <tr><td>PROMISES_KEPT</td><td>promises kept or broken</td><td>due</td><td>share kept</td></tr>
 * <tr><td>COST</td><td>complaints that were answered</td><td>received</td><td>mean of what the house spends on what was
 * granted for them; nothing where nothing was</td></tr>
 * <tr><td>REOPENED</td><td>complaints that were answered</td><td>received</td><td>share opened again</td></tr>
 * <tr><td>CONTACTS</td><td>all contacts</td><td>the contact began</td><td>how many; by type, the statistics of customer
 * types over all calls</td></tr>
 * </table>
 */
public enum Figure {
    SATISFACTION(Kind.SCORE, true, TYPE, TIER, CHANNEL, QUEUE, AGENT),
    LIFT(Kind.LIFT, true, TYPE, TIER, CHANNEL, AGENT, BRANCH, CAUSE),
    HANDLING_TIME(Kind.TIME, false, TYPE, TIER, CHANNEL, AGENT, BRANCH, CAUSE),
    ANSWERED_IN_TIME(Kind.SHARE, true, TYPE, TIER, CHANNEL, AGENT, BRANCH, CAUSE),
    FIRST_CONTACT(Kind.SHARE, true, TYPE, TIER, CHANNEL, QUEUE, AGENT),
    PROMISES_KEPT(Kind.SHARE, true, TYPE, TIER, AGENT),
    COST(Kind.MONEY, false, TYPE, TIER, CHANNEL, AGENT, BRANCH, CAUSE),
    REOPENED(Kind.SHARE, false, TYPE, TIER, CHANNEL, AGENT, BRANCH, CAUSE),
    CONTACTS(Kind.COUNT, true, TYPE, TIER, CHANNEL, QUEUE, AGENT);

    /** How a figure's value is read. */
    public enum Kind {
        /** 1 to 5. */
        SCORE,
        /** −4 to 4. */
        LIFT,
        /** Seconds. */
        TIME,
        /** 0 to 1. */
        SHARE,
        /** Minor units of the house's currency. */
        MONEY,
        /** How many; more is neither better nor worse. */
        COUNT
    }

    private final Kind kind;
    private final boolean moreIsBetter;
    private final Set<Cut> cuts;

    Figure(Kind kind, boolean moreIsBetter, Cut... cuts) {
        this.kind = kind;
        this.moreIsBetter = moreIsBetter;
        this.cuts = Set.of(cuts);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isMoreBetter() {
        return moreIsBetter;
    }

    /** Whether its counts can be told apart so. */
    public boolean isCutBy(Cut cut) {
        return cuts.contains(cut);
    }

    public static Set<Figure> cutBy(Cut cut) {
        var figures = EnumSet.noneOf(Figure.class);
        for (Figure figure : values()) if (figure.isCutBy(cut)) figures.add(figure);
        return figures;
    }
}
