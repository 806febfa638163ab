package amends.recovery;

import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What goes on about the debts of one call. On the call loop only. */
final class CallOwing {
    final CallId call;
    Whose whose = new Whose(Optional.empty(), List.of());
    boolean answered;
    boolean over;
    int inFlight;
    int misses;
    Cancellable timer = () -> {};
    private final Map<UUID, Failure> open = new LinkedHashMap<>();
    /** Seen in this very call: perhaps not stored yet. */
    private final Map<UUID, Failure> live = new LinkedHashMap<>();

    private final Set<UUID> settled = new HashSet<>();
    private Owed.Standing standing = Owed.Standing.LOOKING;

    /** Whom the other party is: a customer with these numbers, or whoever calls from them. */
    record Whose(Optional<UUID> customer, List<PhoneNumber> numbers) {
        boolean isNobody() {
            return customer.isEmpty() && numbers.isEmpty();
        }
    }

    CallOwing(CallId call) {
        this.call = call;
    }

    Owed owed() {
        return new Owed(call, standing, Balance.of(open.values()), settled.size());
    }

    Owed.Standing standing() {
        return standing;
    }

    /** @return whether it is news */
    boolean stands(Owed.Standing now) {
        boolean news = standing != now;
        standing = now;
        return news;
    }

    void found(Collection<Failure> stored) {
        stored.forEach(this::keep);
        standing = Owed.Standing.KNOWN;
    }

    /** @return whether it is news */
    boolean seen(Failure failure) {
        live.put(failure.id(), failure);
        return keep(failure);
    }

    private boolean keep(Failure failure) {
        return !settled.contains(failure.id()) && open.putIfAbsent(failure.id(), failure) == null;
    }

    /** Those of them that are open here. */
    List<UUID> openAmong(Collection<UUID> wanted) {
        return wanted.stream().filter(open::containsKey).distinct().toList();
    }

    /** Takes them out of what is owed. @return those that this call itself has shown */
    List<Failure> settle(Collection<UUID> done) {
        done.forEach(open::remove);
        settled.addAll(done);
        return done.stream().filter(live::containsKey).map(live::get).toList();
    }
}
