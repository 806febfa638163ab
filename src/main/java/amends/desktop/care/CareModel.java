package amends.desktop.care;

import amends.care.CareCall;
import amends.care.CareCall.Outcome;
import amends.care.CareCall.State;
import amends.care.CareCourse.Because;
import amends.care.CareDesk;
import amends.care.CareDesk.Answer;
import amends.care.CareDesk.Board;
import amends.care.Leaving;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The calls to be made before somebody complains, and what is done with each. */
public final class CareModel extends PresentationModel {
    private static final Duration EVERY = Duration.ofSeconds(8);
    private final CareDesk desk;
    private final PostingWork work;
    private final Consumer<String> dial;
    private final Timekeeper time;
    private final UUID me;
    private final String homeRegion;
    private Board board = Board.EMPTY;
    private Optional<Remark> remark = Optional.empty();
    private boolean shown;
    private boolean asking;
    private long askedAt;

    /** What is said under the list; the window has a text for each. */
    public enum Remark {
        TAKEN_BY_ANOTHER,
        OVER,
        NOT_TAKEN,
        TOO_EARLY,
        NO_OUTCOME,
        NOT_ALLOWED,
        AWAY
    }

    /** @param dial begins a call */
    public CareModel(
            CareDesk desk, PostingWork work, Consumer<String> dial, Timekeeper time, UUID me, String homeRegion) {
        this.desk = desk;
        this.work = work;
        this.dial = dial;
        this.time = time;
        this.me = me;
        this.homeRegion = homeRegion;
    }

    public Board board() {
        return board;
    }

    /** Mine first, then those that wait, whom we owe most first. */
    public List<CareCall> calls() {
        return java.util.stream.Stream.concat(
                        board.calls().stream().filter(this::isMine),
                        board.calls().stream().filter(c -> !isMine(c)))
                .toList();
    }

    public List<Leaving> leaving() {
        return board.leaving();
    }

    public Optional<Remark> remark() {
        return remark;
    }

    public boolean isMine(CareCall call) {
        return call.isOf(me);
    }

    /** Whether it can be taken now. */
    public boolean isFree(CareCall call) {
        boolean left = call.takenUntil().filter(time.now()::isBefore).isEmpty();
        return (call.state() == State.WAITING || left) && !time.now().isBefore(call.notBefore());
    }

    public boolean isLater(CareCall call) {
        return call.state() == State.WAITING && time.now().isBefore(call.notBefore());
    }

    public String number(CareCall call) {
        return call.number().shownIn(homeRegion);
    }

    /** Takes it for this desk and dials. */
    public void call(CareCall call) {
        ask(() -> desk.take(call.id()), done -> dial.accept(call.number().e164()));
    }

    public void ended(CareCall call, Outcome outcome) {
        ask(
                () -> outcome == Outcome.NOT_REACHED ? desk.notReached(call.id()) : desk.spoken(call.id(), outcome, ""),
                done -> {});
    }

    public void giveBack(CareCall call) {
        ask(() -> desk.giveBack(call.id()), done -> {});
    }

    private void ask(Callable<Answer> act, Consumer<CareCall> then) {
        work.ask(
                act,
                answer -> {
                    remark = switch (answer) {
                        case Answer.Done(var call) -> {
                            then.accept(call);
                            yield Optional.empty();
                        }
                        case Answer.Refused(Because why) -> Optional.of(Remark.valueOf(why.name()));
                        case Answer.NotAllowed no -> Optional.of(Remark.NOT_ALLOWED);
                        case Answer.Gone gone -> Optional.of(Remark.OVER);
                    };
                    refresh();
                },
                this::failed);
    }

    public void shown(boolean now) {
        shown = now;
        if (now) refresh();
    }

    /** Reads the list anew. */
    public void refresh() {
        if (asking) return;
        asking = true;
        askedAt = time.nanos();
        work.ask(desk::board, this::read, this::failed);
    }

    private void read(Board now) {
        asking = false;
        boolean back = remark.filter(r -> r == Remark.AWAY).isPresent();
        if (back) remark = Optional.empty();
        board = now;
        changed();
    }

    private void failed(Exception e) {
        asking = false;
        remark = Optional.of(Remark.AWAY);
        changed();
    }

    /** Every half second. */
    public void tick() {
        if (shown && time.nanos() - askedAt >= EVERY.toNanos()) refresh();
    }
}
