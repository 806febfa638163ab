package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.recovery.Balance;
import amends.recovery.Failure;
import amends.recovery.Owed;
import amends.recovery.Owing;
import amends.recovery.Settlement.Means;
import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Owes what a test says, and settles at once. */
public final class FakeOwing implements Owing {
    private final Map<CallId, Owed> owed = new HashMap<>();
    private final Subscribers<Owed> subscribers = new Subscribers<>();
    public final List<String> settled = new ArrayList<>();

    public void owes(CallId call, Failure... failures) {
        tells(new Owed(call, Owed.Standing.KNOWN, Balance.of(List.of(failures)), 0));
    }

    public void tells(Owed now) {
        owed.put(now.call(), now);
        subscribers.publish(now);
    }

    @Override
    public Optional<Owed> of(CallId call) {
        return Optional.ofNullable(owed.get(call));
    }

    @Override
    public Cancellable onOwed(Consumer<Owed> listener) {
        return subscribers.add(listener);
    }

    @Override
    public void settle(CallId call, Collection<UUID> failures, Means means, String words, Consumer<Settled> result) {
        settled.add(means + " " + failures.size() + (words.isEmpty() ? "" : " " + words));
        Owed before = owed.get(call);
        List<Failure> left = before.balance().open().stream()
                .filter(f -> !failures.contains(f.id()))
                .toList();
        tells(new Owed(call, before.standing(), Balance.of(left), before.settled() + failures.size()));
        result.accept(Settled.DONE);
    }
}
