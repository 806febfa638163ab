package amends.personality;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.DutyHandler.Result;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KeepingTypesTest {
    private final SettableTime time = new SettableTime();
    private final Map<UUID, Duty> duties = new LinkedHashMap<>();
    private final TreeMap<UUID, List<Encounter>> histories = new TreeMap<>();
    private final Map<UUID, CustomerType> kept = new HashMap<>();
    private final List<Integer> parts = new ArrayList<>();
    private boolean others;

    private final Transactions transactions = new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    };

    private final KeepingTypes keeping = new KeepingTypes(
            transactions,
            answering(Duties.class, (method, given) -> duties.putIfAbsent(((Duty) given[0]).id(), (Duty) given[0])),
            answering(Marks.class, (method, given) -> next((Optional<?>) given[0], (int) given[1])),
            answering(LearnedParameters.class, (method, given) -> Optional.empty()),
            new TypesKept() {
                @Override
                public void keep(Collection<UUID> looked, Map<UUID, CustomerType> shown, Instant now) {
                    parts.add(looked.size());
                    kept.keySet().removeAll(looked);
                    kept.putAll(shown);
                }

                @Override
                public int forgetOthers() {
                    others = true;
                    return 0;
                }
            },
            ZoneOffset.UTC,
            time);

    private interface Answer {
        Object to(String method, Object[] given);
    }

    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<T> port, Answer answer) {
        return (T) Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (p, method, given) -> answer.to(method.getName(), given));
    }

    private SequencedMap<UUID, List<Encounter>> next(Optional<?> after, int most) {
        var part = new LinkedHashMap<UUID, List<Encounter>>();
        (after.isPresent() ? histories.tailMap((UUID) after.get(), false) : histories)
                .entrySet().stream().limit(most).forEach(e -> part.put(e.getKey(), e.getValue()));
        return part;
    }

    @Test
    void everybody_is_estimated_once_a_part_at_a_time() {
        var population = new Population(new Population.Setting(1_234, .35, .1, 2, 10, .4), 11);
        for (int i = 0; i < population.histories.size(); i++)
            histories.put(new UUID(7, i), population.histories.get(i));
        Instant latest = histories.values().stream()
                .flatMap(List::stream)
                .map(Encounter::at)
                .max(Instant::compareTo)
                .orElseThrow();
        time.setWall(latest.plusSeconds(60));

        keeping.begin();
        keeping.begin();
        assertThat(duties).hasSize(1);
        assertThat(keeping.carryOut(duties.values().iterator().next())).isInstanceOf(Result.Done.class);

        assertThat(histories).hasSizeBetween(1_001, 1_499);
        assertThat(parts).containsExactly(500, 500, histories.size() - 1_000);
        assertThat(others).isTrue();
        var estimator = new Estimator(Parameters.SHIPPED);
        histories.forEach((customer, history) -> assertThat(Optional.ofNullable(kept.get(customer)))
                .isEqualTo(estimator.likelihood(history, time.now()).shown()));
        assertThat(kept).isNotEmpty();
    }

    @Test
    void a_new_day_and_a_night_are_duties_of_their_own() {
        keeping.begin();
        time.setWall(time.now().plusSeconds(86_400));
        keeping.begin();
        Duty night = new Duty(Ids.next(), "learn personality", Ids.next(), time.now(), 0);
        assertThat(duties.keySet())
                .hasSize(2)
                .doesNotContain(KeepingTypes.after(night, time.now()).id());
    }
}
