package amends.recovery;

import amends.kernel.PhoneNumber;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Failures and their audit trail in memory, which a test can take away. */
final class FailureMemory implements Failures, AuditTrail, Transactions {
    final Map<UUID, Kept> rows = java.util.Collections.synchronizedMap(new LinkedHashMap<>());
    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    volatile boolean away;
    int looks;

    List<Failure> all() {
        return rows.values().stream().map(Kept::failure).toList();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (away) throw new StoreUnavailable("away", null);
        return work.get();
    }

    @Override
    public boolean add(Failure failure) {
        if (away) throw new StoreUnavailable("away", null);
        return rows.putIfAbsent(failure.id(), new Kept(failure, Optional.empty())) == null;
    }

    @Override
    public List<Failure> openOf(UUID customer) {
        looks++;
        return all().stream()
                .filter(Failure::isOpen)
                .filter(f -> f.customer().equals(Optional.of(customer)))
                .toList();
    }

    @Override
    public List<Failure> openOf(PhoneNumber number) {
        looks++;
        return all().stream()
                .filter(Failure::isOpen)
                .filter(f -> f.customer().isEmpty() && f.number().equals(Optional.of(number)))
                .toList();
    }

    @Override
    public List<Kept> ofCustomer(UUID customer, int most) {
        return rows.values().stream()
                .filter(kept -> kept.failure().customer().equals(Optional.of(customer)))
                .limit(most)
                .toList();
    }

    @Override
    public void adopt(UUID customer, Collection<PhoneNumber> numbers) {
        rows.replaceAll((id, kept) -> {
            Failure f = kept.failure();
            boolean theirs = f.customer().isEmpty()
                    && f.number().filter(numbers::contains).isPresent();
            return theirs ? new Kept(of(f, Optional.of(customer), f.state()), kept.how()) : kept;
        });
    }

    private static Failure of(Failure f, Optional<UUID> customer, Failure.State state) {
        return new Failure(f.id(), f.evidence(), f.severity(), f.at(), customer, f.number(), state);
    }

    @Override
    public void settle(Collection<UUID> failures, Settlement how) {
        for (UUID id : failures)
            rows.computeIfPresent(id, (same, kept) -> kept.failure().isOpen() ? settled(kept.failure(), how) : kept);
    }

    private static Kept settled(Failure f, Settlement how) {
        return new Kept(of(f, f.customer(), how.means().leadsTo()), Optional.of(how));
    }

    @Override
    public Optional<Kept> byId(UUID failure) {
        return Optional.ofNullable(rows.get(failure));
    }

    @Override
    public void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<AuditEntry> about(UUID whom, int most) {
        return entries.stream().filter(e -> e.whom().equals(whom)).toList();
    }

    @Override
    public boolean has(UUID entry) {
        return entries.stream().anyMatch(e -> e.id().equals(entry));
    }

    @Override
    public int actsSince(UUID who, java.util.Set<amends.staff.Permission> acts, Instant since) {
        return 0;
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return new ArrayList<>(entries);
    }
}
