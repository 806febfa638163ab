package amends.acd;

/** What is to be done about a guest. */
enum GuestEffect {
    /** Look up what the keys open. */
    JUDGE,
    /** Write down that the grant of before is over. */
    CLOSE,
    /** Mix the guest into the call, as the grant says. */
    PLACE,
    HAND_OVER,
    SAY_YES,
    SAY_NO,
    HANG_UP
}
