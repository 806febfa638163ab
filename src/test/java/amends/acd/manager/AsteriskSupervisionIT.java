package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.Board;
import amends.acd.TeamState;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.law.Needs;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk with the queue {@code support}, reached in {@code from-trunk}, and the manager user. */
class AsteriskSupervisionIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");
    private static final ManagerSettings SETTINGS = new ManagerSettings(HOST, 5038, "cti", "ctisecret");

    private final PlatformLoop loop = new PlatformLoop("it-loop");
    private final BlockingQueue<Board> boards = new LinkedBlockingQueue<>();
    private final ManagerAcdLink agent = new ManagerAcdLink(SETTINGS, loop, Timekeeper.system());
    private ManagerSupervision supervision;

    @BeforeEach
    void look() throws Exception {
        Needs.peer(HOST, 5038, "Asterisk");
        supervision = supervision();
        supervision.onBoard(boards::add);
        supervision.open();
        board(b -> b.link() instanceof Board.Link.Up);
        loop.execute(agent::open);
        loop.execute(() -> agent.logOn("7002", "Wang Fang", List.of("support")));
    }

    private ManagerSupervision supervision() {
        return new ManagerSupervision(SETTINGS, List.of("support"), ZoneOffset.UTC, loop, Timekeeper.system());
    }

    @AfterEach
    void leave() {
        loop.execute(agent::close);
        // Without an Asterisk nobody began to look.
        if (supervision != null) supervision.close();
        loop.close();
    }

    private Board board(Predicate<Board> so) throws InterruptedException {
        while (true) {
            Board next = boards.poll(20, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("the board stayed " + supervision.board());
            if (so.test(next)) return next;
        }
    }

    private static Predicate<Board> wang(Predicate<TeamState> state) {
        return b -> b.agent("7002").filter(a -> state.test(a.state())).isPresent();
    }

    /** A caller who waits for so long and then gives up. */
    private void calls(int seconds) throws Exception {
        var asked = new CompletableFuture<ManagerAnswer>();
        var connection = new ManagerConnection(
                SETTINGS, loop, Set.of(), RandomGenerator.getDefault(), new Asking(asked, seconds));
        loop.execute(connection::open);
        assertThat(asked.get(20, TimeUnit.SECONDS).success()).isTrue();
        loop.execute(connection::close);
    }

    private record Asking(CompletableFuture<ManagerAnswer> asked, int seconds) implements ManagerConnection.Listener {
        @Override
        public void up(ManagerDialogue link) {
            link.ask(
                    new ManagerAction("Originate")
                            .with("Channel", "Local/support@from-trunk")
                            .with("Application", "Wait")
                            .with("Data", String.valueOf(seconds))
                            .with("CallerID", "+15551230077")
                            .with("Async", "true"),
                    asked::complete);
        }

        @Override
        public void happened(ManagerFrame event, ManagerDialogue link) {}

        @Override
        public void down(String reason, Duration again) {}
    }

    @Test
    void a_real_asterisk_shows_who_is_there_who_waits_and_who_gave_up() throws Exception {
        // No phone is signed in as 7002, and that is what a lead must see.
        assertThat(board(wang(s -> s instanceof TeamState.Unreachable || s instanceof TeamState.NotReady))
                        .agent("7002")
                        .orElseThrow()
                        .name())
                .isEqualTo("Wang Fang");
        int before = supervision.board().queue("support").orElseThrow().abandoned();
        calls(2);
        assertThat(board(b -> b.waiting().size() == 1).waiting().getFirst().position())
                .isEqualTo(1);
        Board after = board(b -> b.waiting().isEmpty());
        assertThat(after.queue("support").orElseThrow().abandoned()).isEqualTo(before + 1);
        assertThat(after.queue("support").orElseThrow().level().orElseThrow().threshold())
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_lead_who_comes_later_sees_who_is_there_and_sees_them_go() throws Exception {
        board(wang(s -> true));
        var late = supervision();
        late.onBoard(boards::add);
        late.open();
        try {
            Board board = board(b -> b != supervision.board() && b.agent("7002").isPresent());
            assertThat(board.agent("7002").orElseThrow().queues()).containsExactly("support");
        } finally {
            late.close();
        }
        loop.execute(agent::logOff);
        board(wang(s -> s instanceof TeamState.LoggedOff));
    }
}
