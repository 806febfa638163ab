package amends.acd;

/** Why a lead is not in the call they wished to be in. */
public enum VisitRefusal {
    NOT_PERMITTED,
    /** The agent talks with nobody that the desks' common database knows of. */
    NO_CALL,
    /** The lead's own telephone is not free, or there is a visit elsewhere. */
    OWN_CALL,
    /** The grant could not be kept: the database is away. */
    NOT_KEPT,
    /** The lead's telephone is not registered. */
    NO_LINE,
    /** Nobody answered as a desk of ours does. */
    NO_ANSWER,
    /** The agent's desk did not take the grant. */
    TURNED_AWAY,
    /** It was, and is over: the call ended, or the agent's desk hung up. */
    OVER
}
