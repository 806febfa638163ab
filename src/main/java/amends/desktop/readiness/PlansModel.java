package amends.desktop.readiness;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.readiness.Plan;
import amends.readiness.PlanCourse.Because;
import amends.readiness.PlanRun;
import amends.readiness.PlanSwitching;
import amends.readiness.PlanSwitching.Answer;
import amends.readiness.PlanSwitching.Board;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The plans there are, the one that is being read or written, and what runs have done. */
public final class PlansModel extends PresentationModel {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private final PlanSwitching switching;
    private final PostingWork work;
    private final Timekeeper time;
    private Board board = Board.EMPTY;
    private Optional<Plan> chosen = Optional.empty();
    private Optional<Because> refused = Optional.empty();
    private boolean away;
    private boolean saved;
    private boolean shown;
    private boolean asking;
    private long askedAt;

    public PlansModel(PlanSwitching switching, PostingWork work, Timekeeper time) {
        this.switching = switching;
        this.work = work;
        this.time = time;
    }

    public List<Plan> plans() {
        return board.plans();
    }

    public List<PlanRun> runs() {
        return board.runs();
    }

    /** What the chosen plan did, the latest first. */
    public List<PlanRun> runsOf(UUID plan) {
        return board.runs().stream().filter(r -> r.plan().equals(plan)).toList();
    }

    public Optional<Plan> chosen() {
        return chosen;
    }

    public Optional<Because> refused() {
        return refused;
    }

    public boolean isAway() {
        return away;
    }

    /** Whether the last thing done was keeping what was written. */
    public boolean isSaved() {
        return saved;
    }

    public boolean maySwitch() {
        return switching.maySwitch();
    }

    public void choose(UUID plan) {
        if (chosen.filter(c -> c.id().equals(plan)).isPresent()) return;
        chosen = board.plans().stream().filter(p -> p.id().equals(plan)).findFirst();
        refused = Optional.empty();
        saved = false;
        changed();
    }

    public void writeNew() {
        if (!maySwitch()) return;
        chosen = Optional.of(switching.blank());
        refused = Optional.empty();
        saved = false;
        changed();
    }

    /** @param draft what the form holds */
    public void save(Plan draft) {
        act(() -> switching.write(draft), true);
    }

    /**
     * What is switched on is what stands there: what was changed is kept first, or refused, and then nothing is on.
     *
     * @param draft what the form holds
     */
    public void switchOn(Plan draft) {
        if (chosen.filter(draft::equals).isPresent()) {
            act(() -> switching.switchOn(draft), false);
            return;
        }
        work.ask(
                () -> switching.write(draft),
                answer -> {
                    told(answer, true);
                    if (answer instanceof Answer.Done(Plan kept, var run)) act(() -> switching.switchOn(kept), false);
                },
                this::failed);
    }

    public void switchOff() {
        chosen.ifPresent(p -> act(() -> switching.switchOff(p), false));
    }

    public void retire() {
        chosen.ifPresent(p -> act(() -> switching.retire(p), false));
    }

    private void act(Callable<Answer> act, boolean writing) {
        work.ask(act, answer -> told(answer, writing), this::failed);
    }

    private void told(Answer answer, boolean writing) {
        saved = false;
        switch (answer) {
            case Answer.Done(Plan plan, var run) -> {
                chosen = Optional.of(plan);
                refused = Optional.empty();
                saved = writing;
            }
            case Answer.Refused(Because why) -> refused = Optional.of(why);
        }
        asking = false;
        refresh();
        changed();
    }

    public void shown(boolean now) {
        shown = now;
        if (now) refresh();
    }

    public void refresh() {
        if (asking) return;
        asking = true;
        askedAt = time.nanos();
        work.ask(switching::board, this::read, this::failed);
    }

    private void read(Board now) {
        asking = false;
        away = false;
        board = now;
        // What somebody else did to it shows; what is typed here stays until it is kept or refused.
        if (chosen.isEmpty() && !now.plans().isEmpty())
            chosen = Optional.of(now.plans().getFirst());
        changed();
    }

    private void failed(Exception e) {
        asking = false;
        away = true;
        changed();
    }

    /** Reads the chosen plan anew, as somebody else has left it. */
    public void readAgain() {
        Optional<UUID> id = chosen.map(Plan::id);
        chosen = Optional.empty();
        id.ifPresent(this::choose);
        refresh();
    }

    /** Every half second. */
    public void tick() {
        if (shown && time.nanos() - askedAt >= EVERY.toNanos()) refresh();
    }
}
