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

    /** What is prepared for this call and was not granted in it yet, by the policy's name of it. */
    public Optional<String> prepared(CallId call) {
        return of(call).filter(m -> !m.granted())
                .map(m -> m.plan().compensation())
                .filter(option -> !option.isBlank());
    }
}
