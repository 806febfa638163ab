package amends.telephony;

/** Says what is to become of a caller before anything rings. */
public interface Reception {
    enum Answer {
        /** A call like any other. */
        RING,
        /** A guest: answered at once, unseen and unheard until given a place. */
        LET_IN,
        /** Turned away; nothing rings. */
        REFUSE
    }

    /** Somebody who waits to be decided about. Call loop. */
    interface Waiting {
        /** Whether an answer is still of any effect: not once it rings, or they are gone. */
        boolean isOpen();

        void answer(Answer answer);
    }

    /** Everybody rings. */
    Reception NONE = (caller, call, waiting) -> waiting.answer(Answer.RING);

    /**
     * Called on the call loop, returns at once.
     *
     * @param caller as the server says
     * @param waiting to be answered on the call loop; after a second without an answer the call rings
     */
    void calledBy(Party caller, CallId call, Waiting waiting);
}
