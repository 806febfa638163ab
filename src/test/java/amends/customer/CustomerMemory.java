package amends.customer;

import amends.kernel.PhoneNumber;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.LookLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Customers and their audit trail in memory, which a test can take away. */
final class CustomerMemory implements Customers, AuditTrail, Transactions {
    final Map<UUID, CustomerProfile> profiles = new LinkedHashMap<>();
    final List<AuditEntry> entries = new ArrayList<>();
    int looks;
    boolean away;

    @Override
    public <T> T call(Supplier<T> work) {
        if (away) throw new StoreUnavailable("away", null);
        return work.get();
    }

    @Override
    public Optional<CustomerProfile> byNumber(PhoneNumber number) {
        looks++;
        return profiles.values().stream()
                .filter(p -> p.numbers().contains(number))
                .findFirst();
    }

    @Override
    public Optional<CustomerProfile> byId(UUID id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public CustomerProfile save(CustomerProfile p) {
        long there = byId(p.id()).map(CustomerProfile::version).orElse(0L);
        if (there != p.version()) throw new ChangedMeanwhile(p.id());
        var kept = new CustomerProfile(
                p.id(), p.name(), p.numbers(), p.tier(), p.region(), p.since(), p.note(), p.version() + 1);
        profiles.put(p.id(), kept);
        return kept;
    }

    @Override
    public void add(AuditEntry entry) {
        if (entries.stream().noneMatch(e -> e.id().equals(entry.id()))) entries.add(entry);
    }

    @Override
    public boolean has(UUID entry) {
        return entries.stream().anyMatch(e -> e.id().equals(entry));
    }

    @Override
    public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
        return (int) entries.stream()
                .filter(e -> e.who().equals(member) && e.at().isAfter(since))
                .filter(e -> LookLimit.LOOKS.contains(e.act()))
                .count();
    }

    @Override
    public List<AuditEntry> about(UUID whom, int most) {
        return entries.stream().filter(e -> e.whom().equals(whom)).toList();
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return List.copyOf(entries);
    }
}
