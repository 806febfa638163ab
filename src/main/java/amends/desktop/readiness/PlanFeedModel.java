package amends.desktop.readiness;

import amends.desktop.PresentationModel;
import amends.readiness.Plan;
import amends.readiness.PlanFeed;
import amends.readiness.PlanWatch.Match;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;

/** The plans that are on, and the one that a call matches. */
public final class PlanFeedModel extends PresentationModel {
    private final PlanFeed feed;

    public PlanFeedModel(PlanFeed feed) {
        this.feed = feed;
        feed.onState(state -> changed());
    }

    public List<Plan> on() {
        return feed.state().on();
    }

    public Optional<Match> of(CallId call) {
        return Optional.ofNullable(feed.state().matches().get(call));
    }

    public void answered(CallId call) {
        of(call).filter(m -> !m.answered()).ifPresent(m -> feed.answered(call));
    }

    public void granted(CallId call) {
        of(call).filter(m -> !m.granted() && !m.plan().compensation().isBlank()).ifPresent(m -> feed.granted(call));
    }
}
