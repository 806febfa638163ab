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

    /** The party put the call on hold or took it back. */
    default void held(boolean held) {}

    /** The terms of the media changed otherwise. */
    default void renegotiated() {}
}
