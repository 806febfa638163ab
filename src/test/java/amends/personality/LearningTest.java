package amends.personality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.personality.Population.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningTest {
    private record Case(double p, boolean expressive, int observations, boolean shown, boolean right) {}

    private static List<Case> judged(Population population, Parameters parameters) {
        var estimator = new Estimator(parameters);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < population.types.size(); i++) {
            CustomerType type = population.types.get(i);
            Likelihood found = estimator.likelihood(population.histories.get(i), Population.TODAY);
            cases.add(new Case(
                    found.expressive(),
                    type == CustomerType.EXPRESSIVE,
                    found.observations(),
                    found.shown().isPresent(),
                    found.shown().filter(type::equals).isPresent()));
        }
        return cases;
    }

    /** How often an expressive one stands above a reserved one. */
    private static double auc(List<Case> cases) {
        List<Case> sorted =
                cases.stream().sorted(Comparator.comparingDouble(Case::p)).toList();
        double ranks = 0;
        long expressive = 0;
        for (int i = 0; i < sorted.size(); i++)
            if (sorted.get(i).expressive()) {
                ranks += i + 1;
                expressive++;
            }
        return (ranks - expressive * (expressive + 1) / 2.0) / (expressive * (double) (sorted.size() - expressive));
    }

    /** Furthest from what is true, over the tenths of all customers by their likelihood. */
    private static double calibration(List<Case> cases) {
        List<Case> sorted =
                cases.stream().sorted(Comparator.comparingDouble(Case::p)).toList();
        return IntStream.range(0, 10)
                .mapToObj(i -> sorted.subList(sorted.size() * i / 10, sorted.size() * (i + 1) / 10))
                .mapToDouble(tenth -> Math.abs(tenth.stream()
                        .mapToDouble(c -> c.p() - (c.expressive() ? 1 : 0))
                        .average()
                        .orElseThrow()))
                .max()
                .orElseThrow();
    }

    static Stream<Setting> settings() {
        return Stream.of(
                Setting.USUAL,
                new Setting(6000, .5, .10, 2, 60, .4),
                new Setting(6000, .35, .05, 4, 60, .4),
                new Setting(6000, .35, .10, 1, 60, 0));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void what_is_learned_from_marks_alone_tells_the_types_apart_and_knows_how_surely(Setting setting) {
        var population = new Population(setting, 7);
        List<Case> cases = judged(population, Learning.from(Parameters.SHIPPED, population.histories));

        // The noise of a tenth of some five thousand customers comes on top of the five points.
        assertThat(calibration(cases)).isLessThan(.06);
        assertThat(auc(cases.stream().filter(c -> c.observations() >= 5).toList()))
                .isGreaterThan(.845);
        assertThat(auc(cases.stream().filter(c -> c.observations() >= 10).toList()))
                .isGreaterThan(.88);
        List<Case> shown = cases.stream().filter(Case::shown).toList();
        assertThat(shown).hasSizeGreaterThan(cases.size() / 5);
        assertThat(shown.stream().filter(Case::right).count()).isGreaterThan(shown.size() * 85 / 100);
    }

    @Test
    void observers_mistakes_moods_and_shares_are_found_without_the_truth() {
        Parameters learned =
                Learning.from(Parameters.SHIPPED, new Population(new Setting(6000, .35, .18, 4, 20, .8), 3).histories);

        assertThat(learned.mistake()).isCloseTo(.18, within(.04));
        assertThat(Math.exp(learned.severityPush())).isBetween(2.8, 5.6);
        assertThat(learned.habitSpread()).isBetween(.5, 1.1);
        assertThat(learned.expressiveShare()).isCloseTo(.35, within(.08));
        assertThat(learned.isPlausible()).isTrue();
    }

    @Test
    void from_nothing_nothing_is_learned() {
        assertThat(Learning.from(Parameters.SHIPPED, List.of())).isEqualTo(Parameters.SHIPPED);
    }

    @Test
    void from_little_hardly_anything_is_learned() {
        var one = List.of(
                List.of(new Encounter(Population.BEGAN, 1, List.of(new Mark(Behaviour.RAISES_VOICE, true, "agent1")))));

        Parameters learned = Learning.from(Parameters.SHIPPED, one);

        assertThat(learned.expressiveShare()).isCloseTo(.35, within(.1));
        assertThat(learned.mistake()).isCloseTo(.1, within(.02));
    }

    @Test
    void many_marks_of_one_contact_do_not_drown_the_reckoning() {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < 400; i++)
            for (Behaviour b : Behaviour.values())
                marks.add(new Mark(b, b.speaksFor() == CustomerType.EXPRESSIVE, "agent" + i));
        List<Encounter> history = List.of(new Encounter(Population.BEGAN, 4, marks));

        Likelihood found = new Estimator(Parameters.SHIPPED).likelihood(history, Population.TODAY);

        assertThat(found.expressive()).isBetween(.5, 1.0);
        assertThat(Learning.from(Parameters.SHIPPED, List.of(history)).isPlausible())
                .isTrue();
    }

    @Test
    void the_slope_is_the_slope() {
        var population = new Population(new Setting(40, .35, .1, 2, 5, .4), 5);
        var sample = Sample.of(population.histories);
        Parameters p = Parameters.SHIPPED;
        double little = 1e-5;
        Slope slope = Slope.of(sample, Reckoning.Weights.of(p, sample.observers));

        assertThat(slope.expressive)
                .isCloseTo(
                        difference(
                                sample,
                                with(p, p.expressiveShare() + little, p.mistake(), p.severityPush(), p.moodSpread()),
                                little),
                        within(.05));
        assertThat(slope.mistake)
                .isCloseTo(
                        difference(
                                sample,
                                with(p, p.expressiveShare(), p.mistake() + little, p.severityPush(), p.moodSpread()),
                                little),
                        within(.05));
        assertThat(slope.push)
                .isCloseTo(
                        difference(
                                sample,
                                with(p, p.expressiveShare(), p.mistake(), p.severityPush() + little, p.moodSpread()),
                                little),
                        within(.05));
    }

    private static double difference(Sample sample, Parameters moved, double by) {
        double there = Slope.of(sample, Reckoning.Weights.of(moved, sample.observers)).logLikelihood;
        double here = Slope.of(sample, Reckoning.Weights.of(with(moved, .35, .1, Math.log(2), .5), sample.observers))
                .logLikelihood;
        return (there - here) / by;
    }

    private static Parameters with(Parameters p, double expressive, double mistake, double push, double mood) {
        return new Parameters(expressive, mistake, push, mood, p.habitSpread(), p.halfLifeDays(), p.shares(), Map.of());
    }
}
