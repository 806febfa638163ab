package amends.report.jdbc;

import static amends.report.jdbc.ReportRows.LI;
import static amends.report.jdbc.ReportRows.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Span;
import amends.report.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcTalliesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Span BEFORE = new Span(MONDAY.minus(WEEK), MONDAY);
    private static final Span THIS = new Span(MONDAY, MONDAY.plus(WEEK));
    private static final Instant NOW = MONDAY.plus(Duration.ofDays(60));

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private ReportRows rows;
    private JdbcTallies tallies;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        rows = new ReportRows(database);
        tallies = new JdbcTallies(database, false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day)).plusSeconds(36_000);
    }

    private List<Tally> count(Figure figure, Optional<Cut> cut, Optional<UUID> of) {
        return tallies.count(figure, List.of(BEFORE, THIS), cut, of, NOW);
    }

    private Tally one(Figure figure) {
        return count(figure, Optional.empty(), Optional.empty()).stream()
                .filter(t -> t.span() == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void scores_are_counted_in_their_week_by_tier_and_by_agent() {
        UUID gold = rows.customer("GOLD");
        UUID plain = rows.customer("STANDARD");
        rows.contact(LI, gold, day(0), "SOLVED", 5);
        rows.contact(LI, gold, day(1), "SOLVED", 3);
        rows.contact(WANG, plain, day(2), "SOLVED", 1);
        rows.contact(WANG, plain, day(3), "SOLVED", 0);
        rows.contact(WANG, plain, day(-1), "SOLVED", 4);
        rows.contact(WANG, plain, MONDAY.plus(WEEK), "SOLVED", 4);

        Tally all = one(Figure.SATISFACTION);
        assertThat(List.of(all.cases(), all.persons())).containsExactly(3L, 2L);
        assertThat(all.sum()).isEqualTo(9);
        assertThat(all.squares()).isEqualTo(35);
        assertThat(count(Figure.SATISFACTION, Optional.of(Cut.TIER), Optional.empty()))
                .extracting(Tally::span, Tally::group, Tally::cases)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(0, "STANDARD", 1L),
                        org.assertj.core.groups.Tuple.tuple(1, "GOLD", 2L),
                        org.assertj.core.groups.Tuple.tuple(1, "STANDARD", 1L));
        assertThat(count(Figure.SATISFACTION, Optional.of(Cut.AGENT), Optional.of(LI)))
                .extracting(Tally::group, Tally::cases)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LI.toString(), 2L));
    }

    @Test
    void contacts_are_counted_by_type_of_those_who_agree() {
        UUID loud = rows.customer("GOLD");
        UUID quiet = rows.customer("GOLD");
        rows.type(loud, "EXPRESSIVE", true);
        rows.type(quiet, "RESERVED", false);
        rows.contact(LI, loud, day(0), "SOLVED", 0);
        rows.contact(LI, loud, day(1), "SOLVED", 0);
        rows.contact(LI, quiet, day(1), "SOLVED", 0);
        rows.contact(LI, null, day(2), "SOLVED", 0);
        assertThat(count(Figure.CONTACTS, Optional.of(Cut.TYPE), Optional.empty()))
                .extracting(Tally::group, Tally::cases, Tally::persons)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("EXPRESSIVE", 2L, 1L),
                        org.assertj.core.groups.Tuple.tuple("", 2L, 2L));
    }

    @Test
    void who_calls_again_within_seven_days_was_not_settled_at_the_first_contact() {
        UUID once = rows.customer("GOLD");
        UUID twice = rows.customer("GOLD");
        UUID later = rows.customer("GOLD");
        rows.contact(LI, once, day(0), "SOLVED", 0);
        rows.contact(LI, twice, day(1), "SOLVED", 0);
        rows.contact(WANG, twice, day(5), "SOLVED", 0);
        rows.contact(LI, later, day(2), "SOLVED", 0);
        rows.contact(LI, later, day(2).plus(WEEK).plusSeconds(1), "SOLVED", 0);
        rows.contact(LI, rows.customer("GOLD"), day(3), "FOLLOW_UP", 0);
        rows.contact(LI, rows.customer("GOLD"), day(3), "WRONG_NUMBER", 0);
        rows.contact(LI, null, "anonymous", "support", day(3), "SOLVED", 0);

        Tally first = one(Figure.FIRST_CONTACT);
        // once, twice (first and second), later, follow-up; of them settled: once, twice's second, later
        assertThat(first.cases()).isEqualTo(5);
        assertThat(first.sum()).isEqualTo(3);
    }

    @Test
    void a_call_of_the_last_seven_days_is_not_judged_yet() {
        rows.contact(LI, rows.customer("GOLD"), day(0), "SOLVED", 0);
        assertThat(tallies.count(Figure.FIRST_CONTACT, List.of(THIS), Optional.empty(), Optional.empty(), day(6)))
                .isEmpty();
    }

    @Test
    void complaints_are_timed_from_receipt_to_answer() {
        for (int hours : List.of(1, 2, 3, 30, 50))
            rows.complaint(LI, rows.customer("VIP"), null, day(0), Duration.ofHours(hours));
        rows.complaint(LI, rows.customer("VIP"), null, day(1), null);

        Tally time = one(Figure.HANDLING_TIME);
        assertThat(time.cases()).isEqualTo(5);
        assertThat(time.middle()).isCloseTo(3 * 3600, within(1e-6));
        assertThat(time.low()).isCloseTo(2 * 3600, within(1e-6));
        assertThat(time.high()).isCloseTo(30 * 3600, within(1e-6));
        Tally inTime = one(Figure.ANSWERED_IN_TIME);
        assertThat(inTime.cases()).isEqualTo(6);
        assertThat(inTime.sum()).isEqualTo(3);
    }

    @Test
    void a_lift_is_of_those_who_scored_before_and_after() {
        UUID unhappy = rows.customer("GOLD");
        UUID complaint = rows.complaint(
                LI, unhappy, rows.contact(LI, unhappy, day(0), "COMPLAINT", 1), day(0), Duration.ofHours(2));
        UUID tried = rows.contact(LI, unhappy, day(1), "FOLLOW_UP", 2);
        rows.calledBack(complaint, LI, tried, day(1));
        UUID reached = rows.contact(LI, unhappy, day(2), "SOLVED", 4);
        rows.calledBack(complaint, LI, reached, day(2));
        UUID silent = rows.customer("GOLD");
        rows.complaint(LI, silent, rows.contact(LI, silent, day(0), "COMPLAINT", 0), day(0), Duration.ofHours(2));

        Tally lift = one(Figure.LIFT);
        assertThat(lift.cases()).isEqualTo(1);
        assertThat(lift.sum()).isEqualTo(3);
        assertThat(lift.before()).isEqualTo(1);
    }

    @Test
    void a_recovery_costs_what_was_granted_for_it_each_grant_once() {
        UUID gold = rows.customer("GOLD");
        UUID call = rows.contact(LI, gold, day(0), "COMPLAINT", 0);
        UUID complaint = rows.complaint(LI, gold, call, day(0), Duration.ofHours(2));
        UUID seen = UUID.randomUUID();
        rows.stands(seen, complaint);
        rows.grant(gold, call, 1_000, "GRANTED", seen);
        rows.grant(gold, call, 9_000, "PENDING");
        rows.grant(gold, call, 9_000, "REFUSED");
        UUID later = rows.contact(LI, gold, day(2), "SOLVED", 0);
        rows.calledBack(complaint, LI, later, day(2));
        rows.grant(gold, later, 500, "GRANTED");
        UUID other = UUID.randomUUID();
        rows.stands(other, complaint);
        rows.grant(gold, null, 30, "GRANTED", other);
        rows.grant(gold, rows.contact(LI, gold, day(3), "SOLVED", 0), 7_000, "GRANTED");
        rows.complaint(LI, rows.customer("VIP"), null, day(1), Duration.ofHours(3));
        rows.complaint(LI, gold, call, day(1), null);

        Tally cost = one(Figure.COST);
        // of the one with grants and the one without; that which is not answered yet does not count
        assertThat(cost.cases()).isEqualTo(2);
        assertThat(cost.sum()).isEqualTo(1_530);
        assertThat(count(Figure.COST, Optional.of(Cut.TIER), Optional.empty()))
                .extracting(Tally::group, Tally::sum)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("GOLD", 1_530.0),
                        org.assertj.core.groups.Tuple.tuple("VIP", 0.0));
    }

    @Test
    void every_figure_can_be_asked_in_every_way_that_it_says() {
        for (Figure figure : Figure.values()) {
            assertThat(count(figure, Optional.empty(), Optional.of(LI))).isEmpty();
            for (Cut cut : Cut.values())
                if (figure.isCutBy(cut))
                    assertThat(count(figure, Optional.of(cut), Optional.empty()))
                            .as("%s by %s", figure, cut)
                            .isEmpty();
        }
    }
}
