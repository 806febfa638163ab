package amends.report;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.report.Reading.Nothing;
import amends.report.Reading.Shown;
import amends.report.Reading.TooFew;
import amends.report.Reporting.Outcome.Made;
import amends.report.Reporting.Outcome.Refused;
import amends.report.Reporting.Outcome.Stopped;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportingTest {
    private static final Period WEEK = Period.around(Period.Reach.WEEK, LocalDate.of(2026, 3, 4));
    private final List<Optional<UUID>> asked = new ArrayList<>();
    private List<Tally> groups = List.of();

    private static Tally tally(int span, String group, long cases, long persons, double sum) {
        return new Tally(span, group, cases, persons, sum, sum, 0, 0, 0, 0);
    }

    private Reporting of(Role... roles) {
        var reader = new StaffMember(new UUID(1, 1), "a", "a", "1", Set.of(roles));
        Tallies tallies = (figure, spans, cut, of, now) -> {
            asked.add(of);
            return cut.isPresent() ? groups : List.of(tally(spans.size() - 1, "", 40, 20, 30));
        };
        return new Reporting(reader, tallies, ZoneId.of("Asia/Shanghai"), new SettableTime());
    }

    private Report made(Reporting reporting, Cut cut) {
        return ((Made) reporting.report(WEEK, cut, () -> true)).report();
    }

    @Test
    void an_agent_s_report_is_of_their_own_work_and_has_no_colleagues() {
        Report report = made(of(Role.AGENT), Cut.TIER);
        assertThat(report.own()).isTrue();
        assertThat(report.weakest()).isEmpty();
        assertThat(asked).isNotEmpty().containsOnly(Optional.of(new UUID(1, 1)));
        assertThat(of(Role.AGENT).report(WEEK, Cut.AGENT, () -> true)).isInstanceOf(Refused.class);
        assertThat(of(Role.AGENT).cuts()).doesNotContain(Cut.AGENT).contains(Cut.QUEUE);
    }

    @Test
    void a_lead_s_is_of_all_and_an_inspector_gets_none() {
        assertThat(made(of(Role.LEAD), Cut.AGENT).own()).isFalse();
        assertThat(asked).containsOnly(Optional.empty());
        assertThat(of(Role.INSPECTOR).report(WEEK, Cut.TIER, () -> true)).isInstanceOf(Refused.class);
    }

    @Test
    void it_stops_when_nobody_waits_for_it() {
        assertThat(of(Role.LEAD).report(WEEK, Cut.TIER, () -> asked.size() < 3)).isInstanceOf(Stopped.class);
        assertThat(asked).hasSizeLessThan(5);
    }

    @Test
    void the_previous_period_stands_beside() {
        groups = List.of(tally(0, "GOLD", 50, 20, 25), tally(1, "GOLD", 50, 20, 40), tally(1, "VIP", 50, 20, 40));
        Report report = made(of(Role.LEAD), Cut.TIER);
        assertThat(report.groups().get(Figure.REOPENED)).hasSize(2);
        assertThat(report.groups().get(Figure.REOPENED).getFirst().before())
                .isInstanceOfSatisfying(Shown.class, s -> assertThat(s.value()).isEqualTo(0.5));
        assertThat(report.groups().get(Figure.REOPENED).get(1).before()).isInstanceOf(Nothing.class);
        assertThat(report.now(Figure.REOPENED)).isInstanceOf(Shown.class);
        assertThat(report.before(Figure.REOPENED)).isInstanceOf(Nothing.class);
        assertThat(report.change(Figure.REOPENED)).isEmpty();
    }

    @Test
    void few_customers_are_not_shown_however_often_they_called() {
        assertThat(Reading.of(Figure.SATISFACTION, tally(0, "", 30, 4, 60))).isInstanceOf(TooFew.class);
        assertThat(Reading.of(Figure.SATISFACTION, tally(0, "", 5, 5, 20))).isInstanceOf(Shown.class);
        assertThat(Reading.of(Figure.SATISFACTION, tally(0, "", 0, 0, 0))).isInstanceOf(Nothing.class);
    }

    /** What is hidden must not follow from the total and what is shown. */
    @Test
    void nothing_hidden_is_the_total_less_the_rest() {
        var random = new Random(30);
        for (int round = 0; round < 2000; round++) {
            var counted = new ArrayList<Tally>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                long persons = 1 + random.nextInt(12);
                counted.add(tally(0, "g" + i, persons + random.nextInt(5), persons, persons));
            }
            List<Reading> readings = SmallGroups.readings(Figure.SATISFACTION, counted);
            long hidden = 0;
            int places = 0;
            for (int i = 0; i < count; i++)
                if (readings.get(i) instanceof TooFew) {
                    hidden += counted.get(i).persons();
                    places++;
                } else assertThat(counted.get(i).persons()).isGreaterThanOrEqualTo(5);
            boolean all = places == count;
            if (places > 0 && !all) {
                assertThat(places).isGreaterThan(1);
                assertThat(hidden).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void the_weakest_are_those_of_whom_it_is_sure() {
        var ranked = Weakness.ranked(
                List.of(
                        tally(0, "two of five late", 5, 5, 3),
                        tally(0, "eighty of two hundred late", 200, 90, 120),
                        tally(0, "one customer, all late", 9, 1, 0),
                        tally(0, "another customer, all late", 9, 4, 0),
                        tally(0, "", 99, 50, 0),
                        tally(0, "never late", 100, 60, 100)),
                9);
        assertThat(ranked.stream().map(Weakness::group))
                .containsExactly("eighty of two hundred late", "two of five late", "never late");
        assertThat(ranked.getFirst().late()).isEqualTo(80);
    }

    /** Of three groups one is small: the total less the two others would be that one's. */
    @Test
    void the_weakest_do_not_tell_what_the_table_hides() {
        var counted =
                new ArrayList<>(List.of(tally(0, "b", 20, 9, 0), tally(0, "a", 12, 9, 6), tally(0, "small", 3, 3, 0)));
        for (int turn = 0; turn < 3; turn++) {
            java.util.Collections.rotate(counted, 1);
            assertThat(Weakness.ranked(counted, 9).stream().map(Weakness::group))
                    .containsExactly("b");
            List<Reading> table = SmallGroups.readings(Figure.ANSWERED_IN_TIME, counted);
            long total = counted.stream().mapToLong(Tally::cases).sum();
            long shown = 0;
            for (int i = 0; i < 3; i++)
                if (table.get(i) instanceof Shown) shown += counted.get(i).cases();
            assertThat(total - shown).isEqualTo(15);
        }
    }
}
