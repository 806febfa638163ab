package amends.recovery;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Complaints for another thread than the call loop: what is asked hops to the loop, what is told hops to the listeners'
 * thread, and {@link #of} answers from what was told last.
 */
public final class PostingComplaintHandling implements ComplaintHandling {
    private static final int MOST_SHOWN = 64;
    private final ComplaintHandling handling;
    private final Executor calls;
    private final Executor listeners;
    private final Map<CallId, ComplaintProgress> shown = new ConcurrentHashMap<>();

    /** @param calls the call loop @param listeners where listeners are told, for instance the EDT */
    public PostingComplaintHandling(ComplaintHandling handling, Executor calls, Executor listeners) {
        this.handling = handling;
        this.calls = calls;
        this.listeners = listeners;
        handling.onProgress(this::keep);
    }

    private void keep(ComplaintProgress progress) {
        shown.keySet()
                .removeIf(call -> shown.size() > MOST_SHOWN && handling.of(call).isEmpty());
        shown.put(progress.call(), progress);
    }

    @Override
    public void open(CallId call, Grievance grievance) {
        calls.execute(() -> handling.open(call, grievance));
    }

    @Override
    public Optional<ComplaintProgress> of(CallId call) {
        return Optional.ofNullable(shown.get(call));
    }

    @Override
    public Instant promised(Severity severity) {
        return handling.promised(severity);
    }

    @Override
    public Cancellable onProgress(Consumer<ComplaintProgress> listener) {
        return handling.onProgress(progress -> listeners.execute(() -> listener.accept(progress)));
    }
}
