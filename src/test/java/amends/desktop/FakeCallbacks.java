package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.kernel.Subscribers;
import amends.recovery.Callback;
import amends.recovery.CallbackBoard;
import amends.recovery.CallbackBoard.InHand;
import amends.recovery.CallbackHandling;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A board of callbacks that a test fills. */
public final class FakeCallbacks implements CallbackHandling {
    private final Subscribers<CallbackBoard> subscribers = new Subscribers<>();
    private CallbackBoard board = CallbackBoard.EMPTY;
    public final List<String> asked = new ArrayList<>();

    public static CallbackTask task(int number, String subject, String name, Instant due, int attempts) {
        var complaint = FakeComplaints.complaint(number, subject, subject + "，客户等了很久，要求说明原因。", name);
        return new CallbackTask(
                new Callback(
                        new UUID(12, number),
                        complaint.id(),
                        Optional.empty(),
                        new PhoneNumber(FakeDesk.NUMBER),
                        complaint.owner(),
                        due,
                        Callback.State.SCHEDULED,
                        attempts,
                        false,
                        Optional.empty()),
                complaint);
    }

    public void shows(CallbackTask... tasks) {
        becomes(new CallbackBoard(List.of(tasks), board.inHand(), false));
    }

    public void isAway() {
        becomes(new CallbackBoard(board.mine(), board.inHand(), true));
    }

    /** The first of the board is being made in this call. */
    public void isMade(CallId call) {
        becomes(new CallbackBoard(
                board.mine(), List.of(new InHand(call, board.mine().getFirst(), true, Optional.empty())), false));
    }

    private void becomes(CallbackBoard now) {
        board = now;
        subscribers.publish(now);
    }

    @Override
    public CallbackBoard board() {
        return board;
    }

    @Override
    public Outcome begin(UUID callback) {
        asked.add("begin " + callback.getLeastSignificantBits());
        return Outcome.ACCEPTED;
    }

    @Override
    public void outcome(UUID callback, CallbackOutcome outcome) {
        asked.add("outcome " + outcome);
        becomes(new CallbackBoard(
                board.mine(),
                board.inHand().stream()
                        .map(h -> new InHand(h.call(), h.task(), h.talked(), Optional.of(outcome)))
                        .toList(),
                false));
    }

    @Override
    public void refresh() {
        asked.add("refresh");
    }

    @Override
    public Cancellable onChange(Consumer<CallbackBoard> listener) {
        return subscribers.add(listener);
    }
}
