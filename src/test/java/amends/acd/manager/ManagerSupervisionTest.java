package amends.acd.manager;

import static amends.acd.manager.ScriptedManagerServer.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.Board;
import amends.acd.TeamState;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagerSupervisionTest {
    private static final long THEN = 1_795_291_000;

    private final PlatformLoop loop = new PlatformLoop("test-supervision");
    private final BlockingQueue<Board> boards = new LinkedBlockingQueue<>();
    private ScriptedManagerServer server;
    private ManagerSupervision supervision;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedManagerServer();
        server.on("Ping", a -> SUCCESS + "\nPing: Pong\nTimestamp: " + THEN + ".500000");
        lists("Status: 1\nPaused: 1\nPausedReason: Meal\nLastPause: " + (THEN - 240), "");
        supervision = new ManagerSupervision(
                server.settings(), List.of("support"), ZoneOffset.UTC, loop, Timekeeper.system());
        supervision.onBoard(boards::add);
    }

    @AfterEach
    void stop() throws IOException {
        supervision.close();
        loop.close();
        server.close();
    }

    private void lists(String member, String more) {
        server.on("QueueStatus", a -> {
            String id = "\nActionID: " + a.get("ActionID");
            return SUCCESS + "\nEventList: start\n\n"
                    + "Event: QueueParams\nQueue: support\nCompleted: 5\nAbandoned: 1\nServiceLevel: 20\n"
                    + "ServicelevelPerf: 80.0" + id + "\n\n"
                    + "Event: QueueParams\nQueue: sales\nCompleted: 5\nAbandoned: 1" + id + "\n\n"
                    + "Event: QueueMember\nQueue: support\nName: 李敏\nLocation: PJSIP/agent1001\n" + member + id
                    + "\n\n" + (more.isEmpty() ? "" : more + id + "\n\n")
                    + "Event: QueueStatusComplete\nEventList: Complete\nListItems: 3";
        });
    }

    private Board board(Predicate<Board> so) throws InterruptedException {
        while (true) {
            Board next = boards.poll(30, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("the board stayed " + supervision.board());
            if (so.test(next)) return next;
        }
    }

    private Board up() throws InterruptedException {
        supervision.open();
        return board(b -> b.link() instanceof Board.Link.Up);
    }

    @Test
    void lists_the_queues_it_was_asked_for_with_times_by_the_distributors_clock() throws Exception {
        Board board = up();
        assertThat(board.queues()).hasSize(1);
        var agent = board.agent("1001").orElseThrow();
        assertThat(agent.name()).isEqualTo("李敏");
        assertThat(agent.state()).isInstanceOf(TeamState.NotReady.class);
        assertThat(agent.since().until(Timekeeper.system().nanos()))
                .isBetween(Duration.ofSeconds(240), Duration.ofSeconds(260));
    }

    @Test
    void follows_the_events_of_all_members() throws Exception {
        up();
        server.send("Event: QueueMemberAdded\nQueue: support\nMemberName: Wang\nInterface: PJSIP/agent1002\n"
                + "Status: 1\nPaused: 0");
        server.send("Event: QueueCallerJoin\nQueue: support\nUniqueid: u1\nCallerIDNum: 138\nPosition: 1");
        server.send("Event: QueueCallerJoin\nQueue: sales\nUniqueid: u2\nCallerIDNum: 139\nPosition: 1");
        server.send("Event: AgentCalled\nQueue: support\nInterface: PJSIP/agent1002\nUniqueid: u1");
        Board board = board(b -> b.agent("1002")
                .filter(a -> a.state() instanceof TeamState.Ringing)
                .isPresent());
        assertThat(board.waiting()).hasSize(1);
        assertThat(board.waiting().getFirst().number()).isEqualTo("138");
    }

    @Test
    void what_happens_while_the_list_comes_is_not_lost() throws Exception {
        server.on("Ping", a -> {
            try {
                server.send("Event: QueueCallerJoin\nQueue: support\nUniqueid: u1\nCallerIDNum: 138\nPosition: 1");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return SUCCESS;
        });
        assertThat(up().waiting()).hasSize(1);
    }

    @Test
    void says_since_when_the_link_is_down_and_lists_anew_when_it_is_back() throws Exception {
        up();
        lists("Status: 3\nPaused: 0", "Event: QueueEntry\nQueue: support\nPosition: 1\nUniqueid: u9\nWait: 33");
        server.dropClient();
        Board down = board(b -> b.link() instanceof Board.Link.Down);
        assertThat(down.agents()).hasSize(1);
        Board back = board(b -> b.link() instanceof Board.Link.Up);
        assertThat(back.agent("1001").orElseThrow().state()).isInstanceOf(TeamState.OnCall.class);
        assertThat(back.waiting().getFirst().since().until(Timekeeper.system().nanos()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(33));
        assertThat(back.queue("support").orElseThrow().answered()).isZero();
    }
}
