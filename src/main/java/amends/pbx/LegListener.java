package amends.pbx;

/** Hears what becomes of one leg. On the exchange's loop. */
interface LegListener {
    /** @param ringing whether the telephone rings, or the call is only on its way */
    default void progressed(boolean ringing) {}

    /** The called party answered; both sides' terms are settled. */
    default void accepted() {}

    /** The called party did not answer and will not. */
    default void refused(HangupCause cause) {}

    /** The party hung up, cancelled or was lost. */
    default void ended() {}

    /** Whether the party may have the other led elsewhere; only telephones of the house may. */
    default boolean mayRefer() {
        return false;
    }

    default void referred(ReferAsk ask) {
        ask.tell(603);
    }

    /** The called party sends the call elsewhere. @param user what is to be dialled instead */
    default void moved(String user) {
        refused(HangupCause.REJECTED);
    }

    /** The party put the call on hold or took it back. */
    default void held(boolean held) {}

    /** The terms of the media changed otherwise. */
    default void renegotiated() {}
}
