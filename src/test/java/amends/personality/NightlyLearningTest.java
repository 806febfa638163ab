package amends.personality;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler.Result;
import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NightlyLearningTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final SettableTime time = new SettableTime();
    private final Map<UUID, Duty> duties = new LinkedHashMap<>();
    private Map<UUID, List<Encounter>> histories = Map.of();
    private int nightsSeen;
    private int inTransaction;
    private boolean learnedInTransaction;
    private Optional<Parameters> learned = Optional.empty();
    private final NightlyLearning nightly =
            new NightlyLearning(new Counting(), new Listed(), new Given(), new Kept(), SHANGHAI, time);

    private static Map<UUID, List<Encounter>> seen(int customers) {
        var population = new Population(new Population.Setting(customers, .35, .1, 2, 10, .4), 11);
        Map<UUID, List<Encounter>> all = new LinkedHashMap<>();
        for (int i = 0; i < population.histories.size(); i++) all.put(new UUID(7, i), population.histories.get(i));
        return all;
    }

    private Duty night() {
        return duties.values().stream().reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void there_is_one_next_night_however_often_it_is_asked_for() {
        time.setWall(Instant.parse("2026-01-05T02:00:00Z"));
        nightly.begin();
        nightly.begin();

        assertThat(duties.values())
                .singleElement()
                .satisfies(d -> assertThat(d.due()).isEqualTo(Instant.parse("2026-01-05T19:10:00Z")));
    }

    @Test
    void a_night_learns_from_what_was_seen_and_leaves_the_next() {
        histories = seen(400);
        nightly.begin();
        Duty first = night();
        time.setWall(first.due().plusSeconds(5));

        assertThat(nightly.carryOut(first)).isInstanceOf(Result.Done.class);

        assertThat(nightsSeen).isEqualTo(1);
        assertThat(learned).hasValueSatisfying(p -> assertThat(p.isPlausible()).isTrue());
        assertThat(learnedInTransaction).isTrue();
        assertThat(night().due()).isEqualTo(first.due().plus(Duration.ofDays(1)));
    }

    @Test
    void with_little_the_shipped_parameters_hold() {
        histories = seen(20);
        nightly.begin();
        nightly.carryOut(night());

        assertThat(learned).isEmpty();
    }

    @Test
    void it_is_reckoned_outside_of_any_transaction() {
        assertThat(nightly.isTransaction()).isFalse();
    }

    private final class Counting implements Transactions {
        @Override
        public <T> T call(Supplier<T> work) {
            inTransaction++;
            try {
                return work.get();
            } finally {
                inTransaction--;
            }
        }
    }

    private final class Given implements Marks {
        @Override
        public void keep(Sheet sheet) {}

        @Override
        public List<Encounter> of(UUID customer) {
            return List.of();
        }

        @Override
        public Map<UUID, List<Encounter>> ofAll() {
            return histories;
        }

        @Override
        public SequencedMap<UUID, List<Encounter>> next(Optional<UUID> after, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int markByHouse() {
            return nightsSeen++;
        }

        @Override
        public int forgetUnwilling() {
            return 0;
        }
    }

    private final class Kept implements LearnedParameters {
        @Override
        public Optional<Parameters> latest() {
            return learned;
        }

        @Override
        public void keep(UUID id, Instant at, int customers, Parameters found) {
            learned = Optional.of(found);
            learnedInTransaction = inTransaction > 0;
        }
    }

    private final class Listed implements Duties {
        @Override
        public void add(Duty duty) {
            duties.putIfAbsent(duty.id(), duty);
        }

        @Override
        public List<Duty> lease(String holder, Set<String> kinds, Duration leaseTime, int most) {
            return List.of();
        }

        @Override
        public boolean renew(UUID duty, String holder, Duration leaseTime) {
            return true;
        }

        @Override
        public boolean done(UUID duty, String holder) {
            return true;
        }

        @Override
        public boolean again(UUID duty, String holder, Instant at, String reason) {
            return true;
        }

        @Override
        public boolean givenUp(UUID duty, String holder, String reason) {
            return true;
        }
    }
}
