package amends.telephony;

/** Why a call ended, and by whom: kept with the contact. */
public enum ClearCause {
    LOCAL_HANGUP,
    REMOTE_HANGUP,
    /** The caller gave up, or the PBX took the offer back, before it was answered. */
    CANCELLED,
    ANSWERED_ELSEWHERE,
    REJECTED,
    BUSY,
    NO_ANSWER,
    NOT_FOUND,
    /** The server did not answer, or the network is gone. */
    UNREACHABLE,
    /** No codec in common, or no port for media. */
    MEDIA_FAILED,
    /** Passed on to somebody else; they talk without us. */
    TRANSFERRED,
    /** The exchange put another call of ours in this one's place (RFC 3891). */
    REPLACED,
    /** Sent elsewhere while it rang (302). */
    REDIRECTED,
    /** Nobody refreshed the session in time (RFC 4028): the far end is gone without a word. */
    SESSION_EXPIRED
}
