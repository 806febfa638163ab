package amends.desktop.team;

import amends.acd.AgentFigures;
import amends.acd.Board;
import amends.acd.TeamState;
import amends.acd.WaitingCaller;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.promise.Promise;
import amends.recovery.Callback;
import amends.recovery.CallbackTask;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the lead's page shows: the board, its agents sorted by need, the callbacks and promises that are overdue. */
public final class TeamModel extends PresentationModel {
    static final int MOST = 100;
    private static final Duration ANEW = Duration.ofSeconds(30);

    /** How much an agent's state needs a lead's eye, the most first. */
    enum Need {
        ATTENTION,
        CALL,
        READY,
        GONE;

        static Need of(TeamState state) {
            return switch (state) {
                case TeamState.NotReady n -> ATTENTION;
                case TeamState.Ringing r -> ATTENTION;
                case TeamState.AfterCall a -> ATTENTION;
                case TeamState.Unreachable u -> ATTENTION;
                case TeamState.OnCall c -> CALL;
                case TeamState.Ready r -> READY;
                case TeamState.LoggedOff l -> GONE;
            };
        }
    }

    /** How far the list of callbacks is. */
    enum Listing {
        LOADING,
        LISTED,
        UNAVAILABLE
    }

    private final DesktopPorts.Team team;
    private final PostingWork work;
    private final Function<UUID, String> staffName;
    private final Timekeeper time;
    private final String homeRegion;
    private final Optional<VisitModel> visits;
    private Board board;
    private List<AgentFigures> agents = List.of();
    private List<OverdueCallback> overdue = List.of();
    private Listing listing = Listing.LOADING;
    private boolean shown;
    private boolean wall;
    private boolean asking;
    private long asked;

    /** @param staffName may block */
    public TeamModel(
            DesktopPorts.Team team,
            PostingWork work,
            Function<UUID, String> staffName,
            Timekeeper time,
            String homeRegion) {
        this.team = team;
        this.work = work;
        this.staffName = staffName;
        this.time = time;
        this.homeRegion = homeRegion;
        visits = team.visiting().map(v -> new VisitModel(v, time));
        arrange(team.supervision().board());
        team.supervision().onBoard(now -> {
            arrange(now);
            changed();
        });
    }

    /** The longest in need first; as all times grow alike, the order changes with a state only. */
    private void arrange(Board now) {
        board = now;
        agents = now.agents().stream()
                .sorted(Comparator.<AgentFigures, Need>comparing(a -> Need.of(a.state()))
                        .thenComparing(a -> a.since().nanos())
                        .thenComparing(AgentFigures::extension))
                .toList();
    }

    /** The way into live calls, for whom that is given. */
    public Optional<VisitModel> visits() {
        return visits;
    }

    Board.Link link() {
        return board.link();
    }

    List<AgentFigures> agents() {
        return agents;
    }

    Optional<AgentFigures> agent(String address) {
        return agents.stream().filter(a -> a.address().equals(address)).findFirst();
    }

    /** How many agents need, talk and are ready; who is gone is not counted. */
    Map<Need, Integer> counts() {
        var counts = new EnumMap<Need, Integer>(Need.class);
        agents.forEach(a -> counts.merge(Need.of(a.state()), 1, Integer::sum));
        return counts;
    }

    List<WaitingCaller> waiting() {
        return board.waiting();
    }

    Optional<WaitingCaller> waiting(String id) {
        return board.waiting().stream().filter(w -> w.id().equals(id)).findFirst();
    }

    TeamTotals totals() {
        return TeamTotals.of(board);
    }

    /** {@code support 3 · sales 1}; empty when nobody waits. */
    String waitingByQueue() {
        return board.queues().stream()
                .filter(q -> q.waiting() > 0)
                .map(q -> q.queue() + " " + q.waiting())
                .collect(Collectors.joining(" · "));
    }

    /** The moment that times are shown for: time stands still when nothing is heard any more. */
    long at() {
        return board.link() instanceof Board.Link.Down down ? down.nanos() : time.nanos();
    }

    Optional<Duration> longestWait() {
        return totals().longest().flatMap(q -> q.longest()).map(s -> s.until(at()));
    }

    /** Whether the one who waits for longest will not be answered in time any more. */
    boolean waitsTooLong() {
        return totals().longest()
                .flatMap(q -> q.level())
                .filter(level -> longestWait().orElse(Duration.ZERO).compareTo(level.threshold()) > 0)
                .isPresent();
    }

    Listing listing() {
        return listing;
    }

    List<OverdueCallback> overdue() {
        return overdue;
    }

    Optional<OverdueCallback> overdue(UUID id) {
        return overdue.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    Duration late(OverdueCallback callback) {
        Duration late = Duration.between(callback.due(), time.now());
        return late.isNegative() ? Duration.ZERO : late;
    }

    String shown(PhoneNumber number) {
        return number.shownIn(homeRegion);
    }

    /** A caller's number as people at home write it; empty when withheld. */
    String shown(String number) {
        return PhoneNumber.parse(number, homeRegion)
                .map(n -> n.shownIn(homeRegion))
                .orElse(number);
    }

    /** Only tiles and agents, to be read from afar. */
    public boolean isWall() {
        return wall;
    }

    public void toggleWall() {
        wall = !wall;
        changed();
    }

    /** The page is looked at, or is not any more. */
    public void show(boolean now) {
        if (now && !shown) load();
        shown = now;
        if (now || !wall) return;
        wall = false;
        changed();
    }

    private void load() {
        if (asking) return;
        asking = true;
        asked = time.nanos();
        work.ask(this::fetch, this::loaded, failure -> {
            asking = false;
            listing = Listing.UNAVAILABLE;
            changed();
        });
    }

    private List<OverdueCallback> fetch() {
        return Stream.concat(
                        team.overdue().apply(MOST).stream().map(this::row),
                        team.broken().apply(MOST).stream().map(this::row))
                .sorted(Comparator.comparing(OverdueCallback::due))
                .limit(MOST)
                .toList();
    }

    private OverdueCallback row(CallbackTask task) {
        Callback callback = task.callback();
        return new OverdueCallback(
                callback.id(),
                task.complaint().number(),
                task.complaint().customerName(),
                Optional.of(callback.number()),
                staffName.apply(callback.owner()),
                callback.due(),
                callback.state() == Callback.State.EXPIRED);
    }

    /** For what a department keeps, whoever gave the word answers. */
    private OverdueCallback row(Promise promise) {
        return new OverdueCallback(
                promise.id(),
                0,
                promise.to().name(),
                promise.to().number(),
                staffName.apply(promise.owner().person().orElse(promise.maker())),
                promise.due(),
                false);
    }

    private void loaded(List<OverdueCallback> found) {
        asking = false;
        overdue = found;
        listing = Listing.LISTED;
        changed();
    }

    /** Called every half second. */
    public void tick() {
        if (!shown) return;
        if (time.nanos() - asked >= ANEW.toNanos()) load();
        changed();
    }
}
