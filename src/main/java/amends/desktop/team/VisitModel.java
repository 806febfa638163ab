package amends.desktop.team;

import amends.acd.VisitMode;
import amends.acd.VisitState;
import amends.acd.Visiting;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.Optional;

/** The lead in the live call of the agent who is chosen on the board. */
public final class VisitModel extends PresentationModel {
    private final Visiting visiting;
    private final Timekeeper time;
    private VisitState state;
    private Optional<String> chosen = Optional.empty();
    private boolean nobodyChosen;

    VisitModel(Visiting visiting, Timekeeper time) {
        this.visiting = visiting;
        this.time = time;
        state = visiting.state();
        visiting.onState(now -> {
            state = now;
            changed();
        });
    }

    /** @param extension of the agent whose row is chosen */
    void choose(Optional<String> extension) {
        if (chosen.equals(extension)) return;
        chosen = extension;
        nobodyChosen = false;
        changed();
    }

    /** While the lead is in a call it is that call that is meant, whoever is chosen. */
    public void want(VisitMode mode) {
        Optional<String> whose = state.extension().or(() -> chosen);
        nobodyChosen = whose.isEmpty();
        whose.ifPresentOrElse(extension -> visiting.want(extension, mode), this::changed);
    }

    public void leave() {
        visiting.leave();
    }

    VisitState state() {
        return state;
    }

    /** Whether the lead is in somebody's call, or on the way there. */
    public boolean isInside() {
        return state.extension().isPresent();
    }

    /** Whether something was wished before anybody was chosen. */
    boolean isNobodyChosen() {
        return nobodyChosen;
    }

    Duration lasting() {
        return state.since().map(s -> Duration.between(s, time.now())).orElse(Duration.ZERO);
    }
}
