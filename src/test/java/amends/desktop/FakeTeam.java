package amends.desktop;

import amends.acd.AgentFigures;
import amends.acd.AgentState.Reason;
import amends.acd.Board;
import amends.acd.QueueFigures;
import amends.acd.ServiceLevel;
import amends.acd.Since;
import amends.acd.Supervision;
import amends.acd.TeamState;
import amends.acd.WaitingCaller;
import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.Subscribers;
import amends.recovery.Callback;
import amends.recovery.CallbackTask;
import amends.recovery.Complaint;
import amends.recovery.ComplaintClocks;
import amends.recovery.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A team as a test tells it. */
public final class FakeTeam implements Supervision {
    public List<amends.promise.Promise> broken = List.of();
    public int asked;
    public final FakeVisiting visiting = new FakeVisiting();
    public RuntimeException failure;
    private final SettableTime time;
    private final Subscribers<Board> listeners = new Subscribers<>();
    private final List<CallbackTask> overdue = new ArrayList<>();
    private Board board = new Board(new Board.Link.Up(), List.of(), List.of(), List.of());

    public FakeTeam(SettableTime time) {
        this.time = time;
    }

    public DesktopPorts.Team port() {
        return new DesktopPorts.Team(this, this::overdue, most -> broken, Optional.of(visiting));
    }

    private List<CallbackTask> overdue(int most) {
        asked++;
        if (failure != null) throw failure;
        return List.copyOf(overdue);
    }

    private void shows(Board now) {
        board = now;
        listeners.publish(now);
    }

    private Since ago(long seconds) {
        return Since.exactly(time.nanos() - Duration.ofSeconds(seconds).toNanos());
    }

    public void agent(String extension, TeamState state, long seconds) {
        agent(extension, extension, state, ago(seconds));
    }

    private void agent(String extension, String name, TeamState state, Since since) {
        var agents = new ArrayList<>(board.agents());
        agents.removeIf(a -> a.extension().equals(extension));
        agents.add(new AgentFigures("PJSIP/agent" + extension, extension, name, state, since, List.of("support")));
        shows(new Board(board.link(), board.queues(), agents, board.waiting()));
    }

    public void queue(String name, int waiting, long longest, int answered, int abandoned, int prompt) {
        var queues = new ArrayList<>(board.queues());
        queues.add(new QueueFigures(
                name,
                waiting,
                waiting == 0 ? Optional.empty() : Optional.of(ago(longest)),
                answered,
                abandoned,
                time.now(),
                Optional.of(new ServiceLevel(prompt, answered + abandoned, Duration.ofSeconds(20)))));
        shows(new Board(board.link(), queues, board.agents(), board.waiting()));
    }

    public void waits(String queue, String number, long seconds) {
        var all = new ArrayList<>(board.waiting());
        int position =
                1 + (int) all.stream().filter(w -> w.queue().equals(queue)).count();
        all.add(new WaitingCaller(queue, queue + position, number, ago(seconds), position));
        shows(new Board(board.link(), board.queues(), board.agents(), all));
    }

    public void loses(String reason) {
        shows(new Board(
                new Board.Link.Down(reason, time.now(), time.nanos()),
                board.queues(),
                board.agents(),
                board.waiting()));
    }

    public void owes(String customer, UUID owner, Duration late) {
        Instant due = time.now().minus(late);
        var number = new PhoneNumber(FakeDesk.NUMBER);
        var complaint = new Complaint(
                new UUID(8, overdue.size()),
                1042 + overdue.size(),
                Complaint.Source.CALL,
                Optional.empty(),
                customer,
                Optional.empty(),
                Optional.of(number),
                "charged twice",
                "",
                Severity.MODERATE,
                owner,
                due,
                Complaint.State.ACKNOWLEDGED,
                new ComplaintClocks(due, due, Optional.empty(), Optional.empty(), Optional.empty()));
        overdue.add(new CallbackTask(
                new Callback(
                        new UUID(9, overdue.size()),
                        complaint.id(),
                        Optional.empty(),
                        number,
                        owner,
                        due,
                        Callback.State.SCHEDULED,
                        0,
                        true,
                        Optional.empty()),
                complaint));
    }

    /** A team of eight in the middle of a morning. */
    public FakeTeam inAnOrdinaryMorning(UUID owner) {
        agent("1001", "李敏", new TeamState.OnCall(), ago(222));
        agent("1002", "王芳", new TeamState.AfterCall(), ago(48));
        agent("1003", "赵倩", new TeamState.Ready(), ago(134));
        agent("1005", "陈静怡", new TeamState.NotReady(Reason.MEAL, "Meal"), ago(2110));
        agent("1006", "Alexandra Featherstonehaugh", new TeamState.Ringing(), ago(9));
        agent("1007", "刘洋", new TeamState.NotReady(Reason.RING_NO_ANSWER, "RingNoAnswer"), ago(65));
        agent("1008", "孙丽", new TeamState.Unreachable(), ago(301));
        agent("1009", "周杰", new TeamState.Ready(), new Since(ago(900).nanos(), Since.Precision.AT_MOST));
        agent("1010", "吴昊", new TeamState.LoggedOff(), ago(4000));
        queue("support", 3, 80, 41, 3, 36);
        queue("sales", 1, 12, 9, 0, 9);
        waits("support", FakeDesk.NUMBER, 80);
        waits("support", "", 31);
        waits("support", "02161234567", 9);
        waits("sales", "13900139001", 12);
        owes("王建国", owner, Duration.ofMinutes(130));
        owes("", owner, Duration.ofMinutes(22));
        owes("陈女士", owner, Duration.ofDays(3));
        return this;
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public Board board() {
        return board;
    }

    @Override
    public Cancellable onBoard(Consumer<Board> listener) {
        return listeners.add(listener);
    }
}
