package amends.telephony;

/** What a {@link Connection} wants done, in the order given. */
public enum ConnectionEffect {
    SEND_INVITE,
    /** Send 180 Ringing. */
    SEND_RINGING,
    /** Send 200 with a session description and repeat it until it is acknowledged. */
    SEND_OK,
    SEND_ACK,
    /** Refuse with 486 Busy Here: only this phone does not want the call. */
    REFUSE_BUSY,
    /** Refuse with 603 Decline: the agent hung up on a ringing call. */
    REFUSE_DECLINE,
    /** Send the caller elsewhere with 302 Moved Temporarily. */
    REFUSE_MOVED,
    /** Confirm a cancelled INVITE with 487 Request Terminated. */
    REFUSE_TERMINATED,
    SEND_CANCEL,
    SEND_BYE,
    OFFER_HOLD,
    OFFER_RETRIEVE,
    /** Offer the pending change again after the while of RFC 3261 §14.1. */
    RETRY_LATER,
    ACCEPT_CHANGE,
    /** Refuse the far end's change with 491 Request Pending. */
    REFUSE_CHANGE,
    TELL_ORIGINATED,
    TELL_DELIVERED,
    TELL_ESTABLISHED,
    TELL_HELD,
    TELL_RETRIEVED,
    /** Stop the media, tell, forget the call. */
    RELEASE
}
