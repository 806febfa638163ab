package amends.telephony;

import java.util.function.Consumer;

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

    /** Everybody rings. */
    Reception NONE = (caller, call, answer) -> answer.accept(Answer.RING);

    /**
     * Called on the call loop, returns at once.
     *
     * @param caller as the server says
     * @param answer to be told on the call loop; after a second without one the call rings
     */
    void calledBy(Party caller, CallId call, Consumer<Answer> answer);
}
