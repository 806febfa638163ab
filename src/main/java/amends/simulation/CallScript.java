package amends.simulation;

import java.time.Duration;

/** Carries out a {@link CallPlan} once the call is answered. On the simulation's loop. */
final class CallScript {
    /** The customer lets the line breathe before hanging up. */
    private static final Duration BREATH = Duration.ofMillis(500);

    /** What a plan can do to its call. */
    interface Stage {
        void say(String clip);

        void hangUp();

        void after(Duration delay, Runnable task);
    }

    private final CallPlan plan;
    private final Stage stage;
    private int next;
    private int unsaid;

    CallScript(CallPlan plan, Stage stage) {
        this.plan = plan;
        this.stage = stage;
    }

    void answered() {
        if (plan.start() == CallPlan.Start.AT_ANSWER) sayNext();
    }

    private void sayNext() {
        if (next >= plan.clips().size()) return;
        unsaid++;
        stage.say(plan.clips().get(next++));
        if (next == plan.clips().size() && plan.repeat()) next = 0;
    }

    void said() {
        if (unsaid > 0) unsaid--;
        if (unsaid > 0) return;
        if (next < plan.clips().size()) {
            if (plan.start() == CallPlan.Start.AT_ANSWER) sayNext();
        } else if (plan.ending() == CallPlan.Ending.AFTER_CLIPS) stage.after(BREATH, stage::hangUp);
    }

    void turn() {
        if (unsaid > 0) return;
        if (next < plan.clips().size()) {
            if (plan.start() == CallPlan.Start.IN_TURN) sayNext();
        } else if (plan.ending() == CallPlan.Ending.AFTER_AGENT) stage.hangUp();
    }
}
