package amends.recovery;

import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * This member's callbacks as the desk knows them; immutable.
 *
 * @param mine those not ended, what is late or due first, then whom we owe most
 * @param inHand those being called or written up
 * @param away whether the database did not answer when it was last asked
 */
public record CallbackBoard(List<CallbackTask> mine, List<InHand> inHand, boolean away) {
    public static final CallbackBoard EMPTY = new CallbackBoard(List.of(), List.of(), false);

    public CallbackBoard {
        mine = List.copyOf(mine);
        inHand = List.copyOf(inHand);
    }

    /**
     * One that is being made.
     *
     * @param talked whether somebody answered
     * @param chosen what the agent says came of it, so far
     */
    public record InHand(CallId call, CallbackTask task, boolean talked, Optional<CallbackOutcome> chosen) {}

    public Optional<InHand> of(CallId call) {
        return inHand.stream().filter(h -> h.call().equals(call)).findFirst();
    }

    public Optional<InHand> of(UUID callback) {
        return inHand.stream()
                .filter(h -> h.task().callback().id().equals(callback))
                .findFirst();
    }
}
