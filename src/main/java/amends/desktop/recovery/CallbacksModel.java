package amends.desktop.recovery;

import amends.contact.Disposition;
import amends.desktop.PresentationModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackBoard;
import amends.recovery.CallbackBoard.InHand;
import amends.recovery.CallbackHandling;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.telephony.CallId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** This agent's callbacks, and what comes of the one in hand. */
public final class CallbacksModel extends PresentationModel {
    private final CallbackHandling handling;
    private final WrapUpModel wrapUps;
    private final Timekeeper time;
    private final Set<CallId> known = new HashSet<>();
    private Set<UUID> overdue = Set.of();

    public CallbacksModel(CallbackHandling handling, WrapUpModel wrapUps, Timekeeper time) {
        this.handling = handling;
        this.wrapUps = wrapUps;
        this.time = time;
        handling.onChange(this::changed);
    }

    /** What nobody called settled is to be followed up. */
    private void changed(CallbackBoard board) {
        for (InHand hand : board.inHand())
            if (known.add(hand.call())) wrapUps.choose(hand.call(), Disposition.FOLLOW_UP);
        known.retainAll(board.inHand().stream().map(InHand::call).toList());
        changed();
    }

    /** Those to be made, the earliest due first. */
    public List<CallbackTask> mine() {
        CallbackBoard board = handling.board();
        return board.mine().stream()
                .filter(t -> board.of(t.callback().id()).isEmpty())
                .toList();
    }

    /** Whether the list may be old, because the database does not answer. */
    public boolean isAway() {
        return handling.board().away();
    }

    public boolean isOverdue(CallbackTask task) {
        return task.callback().isOverdue(time.now());
    }

    public void begin(UUID callback) {
        handling.begin(callback);
    }

    /** Begins the one that is due first. @return false when there is none */
    public boolean beginFirst() {
        Optional<CallbackTask> first = mine().stream().findFirst();
        first.ifPresent(t -> begin(t.callback().id()));
        return first.isPresent();
    }

    /** The callback that this call is; empty for every other call. */
    public Optional<InHand> of(CallId call) {
        return handling.board().of(call);
    }

    /** As it will be kept: a talk of which nobody says that it settled anything did not. */
    public CallbackOutcome outcome(CallId call) {
        return of(call).flatMap(InHand::chosen).orElse(CallbackOutcome.NOT_SETTLED);
    }

    public void choose(CallId call, CallbackOutcome outcome) {
        of(call).ifPresent(hand -> {
            handling.outcome(hand.task().callback().id(), outcome);
            wrapUps.choose(call, outcome == CallbackOutcome.SETTLED ? Disposition.SOLVED : Disposition.FOLLOW_UP);
        });
    }

    /** Called every half second: what falls due in the meantime shows. */
    public void tick() {
        Set<UUID> now = mine().stream()
                .filter(this::isOverdue)
                .map(t -> t.callback().id())
                .collect(Collectors.toSet());
        if (now.equals(overdue)) return;
        overdue = now;
        changed();
    }
}
