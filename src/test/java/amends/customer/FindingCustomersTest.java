package amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FindingCustomersTest {
    private final SettableTime time = new SettableTime();
    private final List<AuditEntry> entries = new ArrayList<>();
    private final StaffMember lead = new StaffMember(new UUID(1, 5), "1005", "赵倩", "1005", Set.of(Role.LEAD));
    private final FindingCustomers finding = new FindingCustomers(
            new LoggingSearchGate(
                    (words, from, most) -> List.of(),
                    new Trail(),
                    new Transactions() {
                        @Override
                        public <T> T call(Supplier<T> work) {
                            return work.get();
                        }
                    },
                    time),
            "CN");

    @Test
    void nobody_pages_through_all_customers() {
        for (int i = 0; i < 30; i++) finding.find("王", i * 50, 50, lead);
        assertThatThrownBy(() -> finding.find("王", 1500, 50, lead)).isInstanceOf(CustomerGate.TooManyLooks.class);
        assertThat(entries).hasSize(30);
        time.pass(Duration.ofSeconds(61));
        assertThat(finding.find("王", 1500, 50, lead).found()).isEmpty();
    }

    private final class Trail implements AuditTrail {
        @Override
        public void add(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public boolean has(UUID entry) {
            return false;
        }

        @Override
        public int actsSince(UUID member, Set<Permission> acts, Instant since) {
            return (int) entries.stream()
                    .filter(e -> e.who().equals(member) && acts.contains(e.act()) && e.at().isAfter(since))
                    .count();
        }

        @Override
        public List<AuditEntry> about(UUID whom, int most) {
            return List.of();
        }

        @Override
        public List<AuditEntry> latest(int most) {
            return entries;
        }
    }
}
