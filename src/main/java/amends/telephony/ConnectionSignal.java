package amends.telephony;

/** What can happen to a {@link Connection}: by the agent, by the far end, by the network. */
public sealed interface ConnectionSignal {
    /** The agent dials. */
    record Dialled() implements ConnectionSignal {}

    /** An INVITE that can be answered came in. */
    record Offered() implements ConnectionSignal {}

    /** The far end works on our INVITE (100, or 183 with early media). */
    record Proceeding() implements ConnectionSignal {}

    /** The far end rings (180). */
    record Rang() implements ConnectionSignal {}

    /** The far end answered our INVITE. @param usable whether a codec was agreed */
    record FarAnswered(boolean usable) implements ConnectionSignal {}

    /** Our INVITE came to nothing. */
    record Failed(ClearCause cause) implements ConnectionSignal {}

    /** The agent answers. */
    record Answered() implements ConnectionSignal {}

    /** The agent refuses, so that the queue offers the call to another. */
    record Rejected() implements ConnectionSignal {}

    /** Our 200 was acknowledged. @param usable whether a codec was agreed (it is known late when we made the offer) */
    record Acknowledged(boolean usable) implements ConnectionSignal {}

    /** Our 200 was never acknowledged. */
    record AckMissed() implements ConnectionSignal {}

    /** The agent sends a ringing call elsewhere. */
    record SentAway() implements ConnectionSignal {}

    /** The far end goes on with somebody else. @param bye whether it still wants our goodbye */
    record PassedOn(boolean bye) implements ConnectionSignal {}

    /** Another call of ours takes this one's place. */
    record Replaced() implements ConnectionSignal {}

    /** The session was not refreshed in time. */
    record Expired() implements ConnectionSignal {}

    /** The caller, or the PBX for it, takes the INVITE back. @param elsewhere because another phone answered */
    record Cancelled(boolean elsewhere) implements ConnectionSignal {}

    record HoldWanted() implements ConnectionSignal {}

    record RetrieveWanted() implements ConnectionSignal {}

    /** The far end agreed to our change. */
    record ChangeAccepted() implements ConnectionSignal {}

    /** The far end refused our change; the call goes on as before. */
    record ChangeRefused() implements ConnectionSignal {}

    /** Both sides asked for a change at once (491): each tries again after a while of its own. */
    record ChangeGlared() implements ConnectionSignal {}

    /** The while after a glare is over. */
    record RetryDue() implements ConnectionSignal {}

    /** The far end asks for a change. @param holds whether it thereby holds us */
    record FarChanged(boolean holds) implements ConnectionSignal {}

    /** The agent hangs up. */
    record ClearWanted() implements ConnectionSignal {}

    /** The far end hung up. */
    record FarCleared() implements ConnectionSignal {}

    /** The far end said goodbye because the other party was lost to it: nobody hung up. */
    record FarLost() implements ConnectionSignal {}

    /** The far end no longer knows the call, or answers nothing. */
    record Lost() implements ConnectionSignal {}
}
