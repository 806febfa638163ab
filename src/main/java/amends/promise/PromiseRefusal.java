package amends.promise;

/** Why a promise is not given: each would be an empty one (空头支票). */
public enum PromiseRefusal {
    /** Whoever wants to give it may not. */
    NOT_ALLOWED,
    /** Nothing is said of what. */
    NOTHING_SAID,
    /** To nobody who could be found again. */
    TO_NOBODY,
    /** Not on the list of what can be promised. */
    NO_SUCH_KIND,
    /** Nobody keeps it: no owner, or one who does not work here. */
    NOBODY_OWNS,
    IN_THE_PAST,
    /** At that time nobody works who could keep it. */
    NOT_WORKING_TIME,
    /** Nobody does it that fast. */
    TOO_SOON,
    /** So far ahead that it is none. */
    TOO_FAR,
    /** Money is promised, and nobody says how much. */
    NO_AMOUNT,
    /** More money than whoever promises it may give. */
    OVER_AUTHORITY
}
