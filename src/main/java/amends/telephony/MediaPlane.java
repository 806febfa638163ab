package amends.telephony;

import java.io.IOException;
import java.util.Set;

/** Where the user agent gets its audio from: the media room implements it, signalling only agrees on terms. */
public interface MediaPlane {
    /**
     * Opens a leg with a receiving port of its own, silent until {@link MediaLeg#connect}.
     *
     * @throws IOException when no port can be had
     */
    MediaLeg open(CallId call) throws IOException;

    /**
     * Mixes calls at the desk from now on: each far end hears the agent and the other far ends, the agent hears all of
     * them. Each call is still recorded apart, its own far end and the agent's voice, nobody else's. A call that is on
     * hold takes no part while it is. Returns at once; calls that have no media are no error.
     *
     * @param calls all that take part; fewer than two end the conference and leave every call as it is by itself
     */
    void conference(Set<CallId> calls);

    /** Nobody records this call, which does not flow yet, and nobody hears it before {@link #place} or {@link #adopt}. */
    void apart(CallId call);

    /**
     * Mixes one who is {@linkplain #apart apart} into a call, or out of it. The call is recorded as before: its own far
     * end and the agent's voice.
     *
     * @param host where; for {@link GuestPart#OUTSIDE} it does not matter
     */
    void place(CallId guest, CallId host, GuestPart part);

    /** The agent talks with one who was apart. @param recorded as every other call */
    void adopt(CallId call, boolean recorded);
}
