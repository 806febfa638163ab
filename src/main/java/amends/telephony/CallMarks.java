package amends.telephony;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a call besides its state.
 *
 * @param heldByFar whether the far end does not want to hear us: its music is heard, or nothing
 * @param inConference whether its party hears, and is heard by, the other calls of this desk's conference
 * @param transfer the passing on that is under way, or that failed last
 * @param sentTo to whom the server wants this call to be led, when the agent must be asked first
 * @param sentBy who passed the call on to this desk (RFC 3892)
 * @param wished how soon the server wants this desk to answer by itself, where it says so
 * @param byAgent whether the server wants a person to answer, whatever the desk does otherwise (RFC 5373, Manual)
 * @param menu what the caller chose before an agent was asked for
 */
public record CallMarks(
        boolean heldByFar,
        boolean inConference,
        Optional<Transfer> transfer,
        Optional<Party> sentTo,
        Optional<Party> sentBy,
        Optional<Duration> wished,
        boolean byAgent,
        MenuPath menu) {
    public static final CallMarks NONE = new CallMarks(
            false, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, MenuPath.NONE);

    public CallMarks held(boolean byFar) {
        return new CallMarks(byFar, inConference, transfer, sentTo, sentBy, wished, byAgent, menu);
    }

    public CallMarks conferring(boolean now) {
        return new CallMarks(heldByFar, now, transfer, sentTo, sentBy, wished, byAgent, menu);
    }

    public CallMarks passing(Optional<Transfer> now) {
        return new CallMarks(heldByFar, inConference, now, sentTo, sentBy, wished, byAgent, menu);
    }

    public CallMarks askedFor(Optional<Party> target) {
        return new CallMarks(heldByFar, inConference, transfer, target, sentBy, wished, byAgent, menu);
    }

    public CallMarks from(Optional<Party> referrer) {
        return new CallMarks(heldByFar, inConference, transfer, sentTo, referrer, wished, byAgent, menu);
    }

    public CallMarks answeredWithin(Optional<Duration> wish) {
        return new CallMarks(heldByFar, inConference, transfer, sentTo, sentBy, wish, byAgent, menu);
    }

    public CallMarks answeredByAgent(boolean only) {
        return new CallMarks(heldByFar, inConference, transfer, sentTo, sentBy, wished, only, menu);
    }

    public CallMarks chosen(MenuPath path) {
        return new CallMarks(heldByFar, inConference, transfer, sentTo, sentBy, wished, byAgent, path);
    }
}
