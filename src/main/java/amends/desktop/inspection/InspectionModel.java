package amends.desktop.inspection;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.quality.InspectionList.Agent;
import amends.quality.InspectionList.Evaluated;
import amends.quality.InspectionList.Filter;
import amends.quality.InspectionList.Page;
import amends.quality.InspectionList.Place;
import amends.quality.InspectionList.Row;
import amends.quality.Inspector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The inspector's list, the recording chosen from it, and what is seen of its customer. */
public final class InspectionModel extends PresentationModel {
    static final int PAGE = 100;

    /** How far the list is. */
    public enum Listing {
        LOADING,
        LISTED,
        UNAVAILABLE
    }

    /** How far back the list goes. */
    public enum Period {
        EVER(Duration.ZERO),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30));

        private final Duration back;

        Period(Duration back) {
            this.back = back;
        }

        Optional<Instant> since(Instant now) {
            return back.isZero() ? Optional.empty() : Optional.of(now.minus(back));
        }
    }

    /** What is seen of the number of the recording chosen. */
    public enum Seeing {
        MASKED,
        ASKING,
        /** Nothing is shown without a reason. */
        NO_REASON,
        REVEALED,
        NO_NUMBER,
        AWAY
    }

    /** What is wished to be listed. */
    record Wish(Optional<Agent> agent, Period period, Evaluated evaluated, boolean lowScore) {
        static final Wish ALL = new Wish(Optional.empty(), Period.EVER, Evaluated.EITHER, false);

        Filter filter(Instant now) {
            return new Filter(agent.map(Agent::id), period.since(now), evaluated, lowScore);
        }
    }

    private final Inspector inspector;
    private final PostingWork work;
    private final Timekeeper time;
    private final PlayerModel player;
    private final SheetModel sheet;
    private Wish wish = Wish.ALL;
    private Filter asked = Filter.NONE;
    private List<Row> rows = List.of();
    private Optional<Place> next = Optional.empty();
    private List<Agent> agents = List.of();
    private Listing listing = Listing.LOADING;
    private Optional<Row> chosen = Optional.empty();
    private Seeing seeing = Seeing.MASKED;
    private String number = "";
    private int asking;

    public InspectionModel(Inspector inspector, PostingWork work, Player player, Timekeeper time) {
        this.inspector = inspector;
        this.work = work;
        this.time = time;
        this.player = new PlayerModel(inspector::listen, work, player);
        sheet = new SheetModel(inspector, work, time, this::again);
    }

    public PlayerModel player() {
        return player;
    }

    public SheetModel sheet() {
        return sheet;
    }

    /** Lists from the newest on, as wished. */
    public void load() {
        int mine = ++asking;
        asked = wish.filter(time.now());
        work.ask(
                () -> inspector.page(asked, Optional.empty(), PAGE),
                page -> {
                    if (mine == asking) listed(List.of(), page);
                },
                failure -> {
                    if (mine == asking) became(Listing.UNAVAILABLE);
                });
        work.ask(
                inspector::agents,
                found -> {
                    agents = found;
                    changed();
                },
                failure -> {});
    }

    /** Lists what comes after the last one listed. */
    void more() {
        if (next.isEmpty()) return;
        int mine = ++asking;
        Optional<Place> after = next;
        next = Optional.empty();
        changed();
        work.ask(
                () -> inspector.page(asked, after, PAGE),
                page -> {
                    if (mine == asking) listed(rows, page);
                },
                failure -> {
                    if (mine != asking) return;
                    next = after;
                    changed();
                });
    }

    private void listed(List<Row> earlier, Page page) {
        var all = new ArrayList<>(earlier);
        all.addAll(page.rows());
        rows = List.copyOf(all);
        next = page.next();
        became(Listing.LISTED);
    }

    private void became(Listing now) {
        listing = now;
        changed();
    }

    public Listing listing() {
        return listing;
    }

    public List<Row> rows() {
        return rows;
    }

    boolean hasMore() {
        return next.isPresent();
    }

    List<Agent> agents() {
        return agents;
    }

    Wish wish() {
        return wish;
    }

    void wish(Wish newWish) {
        if (newWish.equals(wish)) return;
        wish = newWish;
        changed();
        load();
    }

    Optional<Row> chosen() {
        return chosen;
    }

    /** Opens its sound and its sheet; what was revealed of another is hidden again. */
    public void choose(Row row) {
        if (chosen.filter(c -> c.recording().equals(row.recording())).isPresent()) return;
        chosen = Optional.of(row);
        see(Seeing.MASKED, "");
        player.choose(new PlayerModel.Track(row.recording(), row.state(), row.announced()));
        sheet.open(row);
    }

    Seeing seeing() {
        return seeing;
    }

    /** The number, masked unless it was revealed. */
    String number() {
        return seeing == Seeing.REVEALED ? number : chosen.map(Row::number).orElse("");
    }

    private void see(Seeing now, String whole) {
        seeing = now;
        number = whole;
        changed();
    }

    /** The reason is asked for; asking again takes it back. */
    public void askNumber() {
        if (chosen.map(Row::number).filter(n -> !n.isEmpty()).isEmpty()) return;
        see(seeing == Seeing.MASKED ? Seeing.ASKING : Seeing.MASKED, "");
    }

    void reveal(String reason) {
        Row of = chosen.orElseThrow();
        work.ask(
                () -> inspector.reveal(of.recording(), reason),
                answer -> {
                    if (isAt(of.recording())) revealed(answer);
                },
                failure -> {
                    if (isAt(of.recording())) see(Seeing.AWAY, "");
                });
    }

    private void revealed(Inspector.Revealing answer) {
        switch (answer) {
            case Inspector.Revealing.Revealed(String whole) -> see(Seeing.REVEALED, whole);
            case Inspector.Revealing.NoReason() -> see(Seeing.NO_REASON, "");
            case Inspector.Revealing.NoNumber() -> see(Seeing.NO_NUMBER, "");
        }
    }

    private boolean isAt(UUID recording) {
        return chosen.filter(c -> c.recording().equals(recording)).isPresent();
    }

    /** Its evaluation was kept: its row is fetched again. */
    private void again(UUID recording) {
        work.ask(() -> inspector.row(recording), found -> found.ifPresent(this::replace), failure -> {});
    }

    private void replace(Row row) {
        rows = rows.stream()
                .map(r -> r.recording().equals(row.recording()) ? row : r)
                .toList();
        if (isAt(row.recording())) chosen = Optional.of(row);
        changed();
    }

    /** Stores what is typed, for instance before the window closes. */
    public void leave() {
        player.pause();
        sheet.save();
    }

    /** Every half second. */
    public void tick() {
        sheet.tick();
    }
}
