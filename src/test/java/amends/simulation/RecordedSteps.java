package amends.simulation;

import amends.telephony.ClearCause;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps the steps of a call for a test that waits for them. */
final class RecordedSteps implements CallSteps {
    private final BlockingQueue<String> steps = new LinkedBlockingQueue<>();

    volatile SimulatedCall call;

    @Override
    public void began(SimulatedCall begun) {
        call = begun;
    }

    @Override
    public void ringing() {
        steps.add("ringing");
    }

    @Override
    public void answered() {
        steps.add("answered");
    }

    @Override
    public void heardSpeech() {
        steps.add("heard speech");
    }

    @Override
    public void said(String clip) {
        steps.add("said " + clip);
    }

    @Override
    public void ended(ClearCause cause) {
        steps.add("ended " + cause);
    }

    /** Waits for the step; others before it are passed over. */
    void await(String step) throws InterruptedException {
        var before = new StringBuilder();
        while (true) {
            String next = steps.poll(30, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("no step '" + step + "', only" + before);
            if (next.equals(step)) return;
            before.append(" '").append(next).append('\'');
        }
    }
}
