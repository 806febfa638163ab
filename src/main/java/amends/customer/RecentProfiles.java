package amends.customer;

import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles looked up in the last minute, so that a call that is offered twice, or comes back, is known at once.
 * Short-lived because other desks change profiles too. On the call loop only.
 */
final class RecentProfiles {
    private static final int MOST = 256;
    private static final Duration LIFE = Duration.ofSeconds(60);
    private final Timekeeper time;
    private final Map<PhoneNumber, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PhoneNumber, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(CustomerProfile profile, long since) {}

    RecentProfiles(Timekeeper time) {
        this.time = time;
    }

    Optional<CustomerProfile> of(PhoneNumber number) {
        Kept known = kept.get(number);
        if (known == null) return Optional.empty();
        if (time.nanos() - known.since() < LIFE.toNanos()) return Optional.of(known.profile());
        kept.remove(number);
        return Optional.empty();
    }

    void keep(PhoneNumber number, CustomerProfile profile) {
        kept.put(number, new Kept(profile, time.nanos()));
    }

    void forget(CustomerProfile profile) {
        kept.values().removeIf(known -> known.profile().id().equals(profile.id()));
        profile.numbers().forEach(kept::remove);
    }

    void forget(PhoneNumber number) {
        kept.remove(number);
    }
}
