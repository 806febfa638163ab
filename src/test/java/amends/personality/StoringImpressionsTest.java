package amends.personality;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.Consents;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.kernel.Transactions;
import amends.personality.Impressions.Heard;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoringImpressionsTest {
    private static final UUID WANG = new UUID(7, 1);
    private static final StaffMember AGENT = member(1, Role.AGENT);
    private static final StaffMember INSPECTOR = member(2, Role.INSPECTOR);

    private final SettableTime time = new SettableTime();
    private final StoreQueue queue = new StoreQueue("test", 10);
    private final List<Sheet> kept = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<AuditEntry> trail = new ArrayList<>();
    private boolean agrees = true;
    private boolean read;
    private final StoringImpressions impressions = new StoringImpressions(
            new StoringImpressions.Store(
                    new Directly(),
                    new Agreed(),
                    new KeptMarks(),
                    new KeptObjections(),
                    new Unlearned(),
                    new Trail(),
                    queue),
            time);

    private static StaffMember member(int id, Role role) {
        return new StaffMember(new UUID(1, id), "m" + id, "李敏", "100" + id, Set.of(role));
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private void stored() {
        assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
    }

    private Sheet sheet(StaffMember who) {
        return new Sheet(new UUID(9, 9), WANG, who.id(), time.now(), 2, Map.of(Behaviour.STAYS_POLITE, true));
    }

    @Test
    void without_consent_nothing_is_even_read() {
        agrees = false;

        assertThat(impressions.of(WANG)).isEqualTo(new Estimate.NoConsent());
        assertThat(read).isFalse();
    }

    @Test
    void with_little_nothing_is_said() {
        assertThat(impressions.of(WANG)).isEqualTo(new Estimate.TooLittle(0));
        assertThat(read).isTrue();
    }

    @Test
    void what_an_agent_saw_is_kept() {
        assertThat(impressions.mark(sheet(AGENT), AGENT)).isEqualTo(Heard.KEPT);
        stored();
        assertThat(kept).containsExactly(sheet(AGENT));
    }

    @Test
    void nobody_marks_in_another_s_name_nor_whoever_does_not_speak_with_customers() {
        assertThat(impressions.mark(sheet(INSPECTOR), AGENT)).isEqualTo(Heard.NOT_ALLOWED);
        assertThat(impressions.mark(sheet(INSPECTOR), INSPECTOR)).isEqualTo(Heard.NOT_ALLOWED);
        assertThat(impressions.object(WANG, CustomerType.RESERVED, "否", INSPECTOR))
                .isEqualTo(Heard.NOT_ALLOWED);
        stored();
        assertThat(kept).isEmpty();
    }

    @Test
    void what_is_marked_of_who_does_not_agree_is_dropped() {
        agrees = false;
        impressions.mark(sheet(AGENT), AGENT);
        impressions.object(WANG, CustomerType.RESERVED, "听来不是这样", AGENT);
        stored();

        assertThat(kept).isEmpty();
        assertThat(objections).isEmpty();
    }

    @Test
    void who_objects_needs_a_reason_and_stands_in_the_trail() {
        assertThat(impressions.object(WANG, CustomerType.RESERVED, " \n", AGENT))
                .isEqualTo(Heard.NO_REASON);
        assertThat(impressions.object(WANG, CustomerType.RESERVED, "是他儿子打来的", AGENT))
                .isEqualTo(Heard.KEPT);
        stored();

        assertThat(objections)
                .singleElement()
                .satisfies(o -> assertThat(o.reason()).isEqualTo("是他儿子打来的"));
        assertThat(trail).singleElement().satisfies(e -> assertThat(e.whom()).isEqualTo(WANG));
        assertThat(impressions.impressionOf(WANG).objections()).isEqualTo(objections);
    }

    private static final class Directly implements Transactions {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    private final class Agreed implements Consents {
        @Override
        public boolean holds(UUID customer, ConsentPurpose purpose) {
            return agrees && purpose == ConsentPurpose.PERSONALISATION;
        }

        @Override
        public List<Consent> of(UUID customer) {
            return List.of();
        }

        @Override
        public void give(Consent consent) {}

        @Override
        public int withdraw(UUID customer, ConsentPurpose purpose, Consent.Withdrawal withdrawal) {
            return 0;
        }
    }

    private final class KeptMarks implements Marks {
        @Override
        public void keep(Sheet sheet) {
            kept.add(sheet);
        }

        @Override
        public List<Encounter> of(UUID customer) {
            read = true;
            return List.of();
        }

        @Override
        public Map<UUID, List<Encounter>> ofAll() {
            return Map.of();
        }

        @Override
        public SequencedMap<UUID, List<Encounter>> next(Optional<UUID> after, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int markByHouse() {
            return 0;
        }

        @Override
        public int forgetUnwilling() {
            return 0;
        }
    }

    private final class KeptObjections implements Objections {
        @Override
        public void add(Objection objection) {
            objections.add(objection);
        }

        @Override
        public List<Objection> of(UUID customer) {
            return List.copyOf(objections);
        }
    }

    private static final class Unlearned implements LearnedParameters {
        @Override
        public Optional<Parameters> latest() {
            return Optional.empty();
        }

        @Override
        public void keep(UUID id, Instant at, int customers, Parameters learned) {}
    }

    private final class Trail implements AuditTrail {
        @Override
        public void add(AuditEntry entry) {
            trail.add(entry);
        }

        @Override
        public boolean has(UUID entry) {
            return trail.stream().anyMatch(e -> e.id().equals(entry));
        }

        @Override
        public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
            return 0;
        }

        @Override
        public List<AuditEntry> about(UUID whom, int most) {
            return trail;
        }

        @Override
        public List<AuditEntry> latest(int most) {
            return trail;
        }
    }
}
