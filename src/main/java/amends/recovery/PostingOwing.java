package amends.recovery;

import amends.kernel.Cancellable;
import amends.recovery.Settlement.Means;
import amends.telephony.CallId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What is owed for another thread than the call loop: what is asked hops to the loop, what is told hops to the
 * listeners' thread, and {@link #of} answers from what was told last.
 */
public final class PostingOwing implements Owing {
    private static final int MOST_SHOWN = 64;
    private final Owing owing;
    private final Executor calls;
    private final Executor listeners;
    private final Map<CallId, Owed> shown = new ConcurrentHashMap<>();

    /** @param calls the call loop @param listeners where listeners and results are told, for instance the EDT */
    public PostingOwing(Owing owing, Executor calls, Executor listeners) {
        this.owing = owing;
        this.calls = calls;
        this.listeners = listeners;
        owing.onOwed(this::keep);
    }

    private void keep(Owed owed) {
        shown.keySet()
                .removeIf(call -> shown.size() > MOST_SHOWN && owing.of(call).isEmpty());
        shown.put(owed.call(), owed);
    }

    @Override
    public Optional<Owed> of(CallId call) {
        return Optional.ofNullable(shown.get(call));
    }

    @Override
    public void settle(CallId call, Collection<UUID> failures, Means means, String words, Consumer<Settled> result) {
        List<UUID> wanted = List.copyOf(failures);
        calls.execute(() ->
                owing.settle(call, wanted, means, words, settled -> listeners.execute(() -> result.accept(settled))));
    }

    @Override
    public Cancellable onOwed(Consumer<Owed> listener) {
        return owing.onOwed(owed -> listeners.execute(() -> listener.accept(owed)));
    }
}
