package amends.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.FailureRules;
import amends.recovery.Failures;
import amends.recovery.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** To very many we owe: lots decide who takes part, and everybody has the same chance of it. */
class FillingCareListTest {
    private static final int DEBTORS = 2_500;
    private final SettableTime time = new SettableTime();

    private static UUID debtor(int n) {
        return new UUID(1, n);
    }

    private final class House implements Debtors, Failures, CareCalls {
        private List<FairDraw.Lot> lots = List.of();
        private CareDraw draw;

        @Override
        public List<UUID> unattended(Instant calledBefore, Optional<UUID> after, int most) {
            int from =
                    after.map(last -> (int) last.getLeastSignificantBits() + 1).orElse(0);
            return IntStream.range(from, Math.min(DEBTORS, from + most))
                    .mapToObj(FillingCareListTest::debtor)
                    .toList();
        }

        @Override
        public Map<UUID, Reach> reached(List<UUID> customers) {
            return customers.stream()
                    .collect(Collectors.toMap(
                            Function.identity(), c -> new Reach("王建国", new PhoneNumber("+8613800138000"))));
        }

        @Override
        public List<Failure> openOf(UUID customer) {
            return List.of(Failure.of(
                    new Evidence.GaveUp("pbx-" + customer, "support", Duration.ofMinutes(14)),
                    time.now(),
                    Optional.of(customer),
                    Optional.empty()));
        }

        @Override
        public void keep(CareDraw now, List<FairDraw.Lot> between, List<CareCall> calls) {
            draw = now;
            lots = between;
        }

        @Override
        public List<CareCall> open(int most) {
            return List.of();
        }

        @Override
        public List<History> histories(Instant since, int most) {
            return List.of();
        }

        @Override
        public Optional<History> history(UUID customer) {
            return Optional.empty();
        }

        @Override
        public boolean add(Failure failure) {
            return false;
        }

        @Override
        public List<Failure> openOf(PhoneNumber number) {
            return List.of();
        }

        @Override
        public List<Kept> ofCustomer(UUID customer, int most) {
            return List.of();
        }

        @Override
        public void adopt(UUID customer, Collection<PhoneNumber> numbers) {}

        @Override
        public void settle(Collection<UUID> failures, Settlement how) {}

        @Override
        public Optional<Kept> byId(UUID failure) {
            return Optional.empty();
        }

        @Override
        public Optional<CareDraw> latestDraw() {
            return Optional.ofNullable(draw);
        }

        @Override
        public Optional<CareCall> careCall(UUID id) {
            return Optional.empty();
        }

        @Override
        public boolean change(CareCall before, CareCall now, Instant at) {
            return false;
        }

        @Override
        public List<FairDraw.Lot> lotsOf(UUID id) {
            return lots;
        }
    }

    private House filled(long seed) {
        var house = new House();
        var list = new FillingCareList(
                new FillingCareList.Store(house, house, house),
                CareRules.USUAL,
                FailureRules.SHIPPED,
                customer -> false,
                () -> seed,
                time);
        assertThat(list.fill()).isEqualTo(CareRules.USUAL.places());
        return house;
    }

    private static List<UUID> between(House house) {
        return house.lots.stream().map(lot -> lot.candidate().customer()).toList();
    }

    @Test
    void of_more_than_two_thousand_lots_decide_first_and_the_draw_can_be_done_again() {
        House house = filled(42);
        assertThat(house.draw.candidates()).isEqualTo(2_000);
        assertThat(between(house)).doesNotHaveDuplicates();
        assertThat(between(filled(42))).isEqualTo(between(house));
        assertThat(between(filled(43))).isNotEqualTo(between(house));
    }

    @Test
    void those_who_are_listed_last_take_part_as_often_as_the_first() {
        int last = 0;
        for (int seed = 0; seed < 20; seed++)
            last += (int) between(filled(seed)).stream()
                    .filter(c -> c.getLeastSignificantBits() >= 2_000)
                    .count();
        assertThat(last / 20.0 / 500).isCloseTo(.8, within(.02));
    }
}
