package amends.desktop.team;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentFigures;
import amends.acd.AgentState.Reason;
import amends.acd.Board;
import amends.acd.Since;
import amends.acd.TeamState;
import amends.desktop.FakeDesk;
import amends.desktop.FakeTeam;
import amends.desktop.PostingWork;
import amends.kernel.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TeamModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final FakeTeam team = new FakeTeam(desk.time);
    private final TeamModel model = new TeamModel(
            team.port(),
            new PostingWork(Runnable::run, Runnable::run),
            id -> id.equals(desk.member.id()) ? desk.member.name() : "",
            desk.time,
            "CN");

    private List<String> order() {
        return model.agents().stream().map(AgentFigures::extension).toList();
    }

    @Test
    void the_longest_in_need_come_first_then_calls_then_who_is_ready_then_who_is_gone() {
        team.agent("1001", new TeamState.Ready(), 900);
        team.agent("1002", new TeamState.OnCall(), 100);
        team.agent("1003", new TeamState.OnCall(), 300);
        team.agent("1004", new TeamState.LoggedOff(), 5000);
        team.agent("1005", new TeamState.Ringing(), 8);
        team.agent("1006", new TeamState.NotReady(Reason.MEAL, "Meal"), 1800);
        team.agent("1007", new TeamState.AfterCall(), 40);
        team.agent("1008", new TeamState.Unreachable(), 60);
        assertThat(order()).containsExactly("1006", "1008", "1007", "1005", "1003", "1002", "1001", "1004");
        assertThat(model.counts())
                .containsEntry(TeamModel.Need.ATTENTION, 4)
                .containsEntry(TeamModel.Need.CALL, 2)
                .containsEntry(TeamModel.Need.READY, 1);
    }

    @Test
    void the_order_stays_while_time_passes() {
        team.agent("1002", new TeamState.OnCall(), 100);
        team.agent("1001", new TeamState.NotReady(Reason.BREAK, "Break"), 1);
        List<String> before = order();
        desk.time.pass(Duration.ofMinutes(30));
        model.tick();
        assertThat(order()).isEqualTo(before);
        assertThat(model.agents().getFirst().since().until(model.at())).hasSeconds(1801);
    }

    @Test
    void figures_of_all_queues_are_summed_and_the_longest_wait_grows() {
        team.queue("support", 2, 25, 12, 1, 10);
        team.queue("sales", 1, 5, 3, 0, 3);
        var totals = model.totals();
        assertThat(totals.waiting()).isEqualTo(3);
        assertThat(totals.answered()).isEqualTo(15);
        assertThat(totals.abandoned()).isEqualTo(1);
        assertThat(totals.level().orElseThrow().percent()).hasValue(81);
        assertThat(totals.longest().orElseThrow().queue()).isEqualTo("support");
        desk.time.pass(Duration.ofSeconds(5));
        assertThat(model.longestWait()).contains(Duration.ofSeconds(30));
        assertThat(model.waitsTooLong()).isTrue();
    }

    @Test
    void nobody_waiting_is_no_wait() {
        team.queue("support", 0, 0, 0, 0, 0);
        assertThat(model.longestWait()).isEmpty();
        assertThat(model.waitsTooLong()).isFalse();
        assertThat(model.totals().level().orElseThrow().percent()).isEmpty();
    }

    @Test
    void times_stand_still_while_nothing_is_heard() {
        team.agent("1001", new TeamState.OnCall(), 100);
        team.loses("no route");
        desk.time.pass(Duration.ofMinutes(5));
        assertThat(model.link()).isInstanceOf(Board.Link.Down.class);
        assertThat(model.agents().getFirst().since().until(model.at())).hasSeconds(100);
    }

    @Test
    void overdue_callbacks_are_fetched_when_the_page_is_opened_and_every_half_minute_while_it_is() {
        team.owes("王建国", desk.member.id(), Duration.ofMinutes(70));
        model.tick();
        assertThat(team.asked).isZero();
        model.show(true);
        assertThat(model.overdue()).hasSize(1);
        assertThat(model.overdue().getFirst().owner()).isEqualTo("李敏");
        assertThat(model.late(model.overdue().getFirst())).isEqualTo(Duration.ofMinutes(70));
        desk.time.pass(Duration.ofSeconds(29));
        model.tick();
        assertThat(team.asked).isEqualTo(1);
        desk.time.pass(Duration.ofSeconds(2));
        model.tick();
        assertThat(team.asked).isEqualTo(2);
        model.show(false);
        desk.time.pass(Duration.ofSeconds(60));
        model.tick();
        assertThat(team.asked).isEqualTo(2);
    }

    @Test
    void a_dead_database_is_said_and_what_was_known_stays() {
        team.owes("王建国", desk.member.id(), Duration.ofMinutes(70));
        model.show(true);
        team.failure = new StoreUnavailable("away", null);
        desk.time.pass(Duration.ofSeconds(31));
        model.tick();
        assertThat(model.listing()).isEqualTo(TeamModel.Listing.UNAVAILABLE);
        assertThat(model.overdue()).hasSize(1);
    }

    @Test
    void the_wall_ends_when_the_page_is_left() {
        model.show(true);
        model.toggleWall();
        assertThat(model.isWall()).isTrue();
        model.show(false);
        assertThat(model.isWall()).isFalse();
    }

    @Test
    void the_view_is_told_of_every_board() {
        var told = new AtomicInteger();
        model.listen(told::incrementAndGet);
        team.agent("1001", new TeamState.Ready(), 1);
        assertThat(told).hasValue(1);
    }

    @Test
    void what_is_known_within_bounds_is_shown_as_a_bound() {
        var at = desk.time.nanos();
        assertThat(TeamFace.lasting(new Since(at, Since.Precision.AT_LEAST), at))
                .isEqualTo("≥ 00:00");
        assertThat(TeamFace.lasting(new Since(at, Since.Precision.AT_MOST), at)).isEqualTo("≤ 00:00");
        assertThat(TeamFace.lasting(Since.exactly(at), at)).isEqualTo("00:00");
    }
}
