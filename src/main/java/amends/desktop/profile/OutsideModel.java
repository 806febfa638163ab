package amends.desktop.profile;

import amends.customer.OutsideFact;
import amends.customer.OutsideFeed;
import amends.customer.OutsideLine;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.List;

/** What other systems say of whoever calls, each with its age. */
public final class OutsideModel extends PresentationModel {
    private final OutsideFeed feed;
    private final Timekeeper time;

    public OutsideModel(OutsideFeed feed, Timekeeper time) {
        this.feed = feed;
        this.time = time;
        feed.onLines(call -> changed());
    }

    /** Whether there is anything to ask: where there is not, no place is kept for it. */
    public boolean isThere() {
        return !feed.sources().isEmpty();
    }

    /** One line a source, those that say something first. */
    public List<OutsideLine> of(CallId call) {
        return feed.of(call).stream()
                .sorted(java.util.Comparator.comparing(line -> line.facts().isEmpty()))
                .toList();
    }

    /** What says more than tags do; those stand among the others. */
    static List<OutsideFact> told(OutsideLine line) {
        return line.facts().stream()
                .filter(fact -> fact.kind() != OutsideFact.Kind.TAG)
                .toList();
    }

    Instant now() {
        return time.now();
    }

    public boolean hasPage(CallId call) {
        return feed.hasPage(call);
    }

    public void openPage(CallId call) {
        if (feed.hasPage(call)) feed.openPage(call);
    }
}
