package amends.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.care.Candidate.Pool;
import amends.care.FairDraw.Lot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FairDrawTest {
    private static Candidate candidate(int id, double weight, Pool pool) {
        return new Candidate(new UUID(id, id), weight, pool);
    }

    private static List<Candidate> house(Random random, int quiet, int others) {
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < quiet; i++) all.add(candidate(i, 1 + random.nextInt(20), Pool.QUIET));
        for (int i = 0; i < others; i++) all.add(candidate(quiet + i, 1 + random.nextInt(20), Pool.OTHERS));
        return all;
    }

    private static long drawn(List<Lot> lots, Pool pool) {
        return lots.stream()
                .filter(l -> l.drawn() && l.candidate().pool() == pool)
                .count();
    }

    @Test
    void the_quiet_have_their_share_and_the_others_the_rest() {
        List<Lot> lots = new FairDraw(20, .7).draw(house(new Random(1), 50, 50), 7);
        assertThat(drawn(lots, Pool.QUIET)).isEqualTo(14);
        assertThat(drawn(lots, Pool.OTHERS)).isEqualTo(6);
    }

    @Test
    void places_that_one_pool_does_not_need_are_the_others() {
        assertThat(drawn(new FairDraw(20, .7).draw(house(new Random(1), 3, 50), 7), Pool.OTHERS))
                .isEqualTo(17);
        assertThat(drawn(new FairDraw(20, .7).draw(house(new Random(1), 50, 2), 7), Pool.QUIET))
                .isEqualTo(18);
        assertThat(new FairDraw(20, .7).draw(house(new Random(1), 4, 5), 7))
                .allMatch(Lot::drawn)
                .allMatch(l -> l.chance() == 1);
    }

    @Test
    void the_same_seed_draws_the_same_in_whatever_order_they_stand() {
        List<Candidate> house = house(new Random(2), 40, 40);
        List<Lot> once = new FairDraw(10, .5).draw(house, 99);
        Collections.shuffle(house, new Random(3));
        assertThat(new FairDraw(10, .5).draw(house, 99)).containsExactlyInAnyOrderElementsOf(once);
        assertThat(new FairDraw(10, .5).draw(house, 100)).isNotEqualTo(once);
    }

    @Test
    void everybody_is_drawn_as_often_as_is_stated() {
        List<Candidate> house = house(new Random(4), 30, 20);
        var draw = new FairDraw(12, .6);
        int rounds = 20_000;
        int[] times = new int[50];
        for (int seed = 0; seed < rounds; seed++)
            for (Lot lot : draw.draw(house, seed))
                if (lot.drawn()) times[(int) lot.candidate().customer().getMostSignificantBits()]++;
        for (Lot lot : draw.draw(house, 0)) {
            int id = (int) lot.candidate().customer().getMostSignificantBits();
            assertThat(times[id] / (double) rounds).as(lot.toString()).isCloseTo(lot.chance(), within(.02));
        }
    }

    @Test
    void chances_follow_the_balance_and_are_the_same_for_the_same_balance() {
        var all = List.of(
                candidate(1, 1, Pool.OTHERS),
                candidate(2, 2, Pool.OTHERS),
                candidate(3, 2, Pool.OTHERS),
                candidate(4, 100, Pool.OTHERS));
        List<Lot> lots = new FairDraw(2, 0).draw(all, 5);
        assertThat(lots).hasSize(4);
        for (Lot lot : lots)
            assertThat(lot.chance())
                    .isCloseTo(
                            lot.candidate().weight() == 100
                                    ? 1
                                    : lot.candidate().weight() / 5,
                            within(1e-9));
    }

    @Test
    void whatever_the_house_is_all_places_are_filled_and_none_twice() {
        var random = new Random(6);
        for (int i = 0; i < 500; i++) {
            List<Candidate> house = house(random, random.nextInt(30), random.nextInt(30));
            int places = random.nextInt(40);
            List<Lot> lots = new FairDraw(places, random.nextDouble()).draw(house, random.nextLong());
            assertThat(lots).hasSize(house.size());
            assertThat(lots.stream().filter(Lot::drawn).count())
                    .isBetween((long) Math.min(places, house.size()) - 2, (long) Math.min(places, house.size()) + 2);
        }
    }
}
