package amends.media;

import amends.telephony.CallId;

/** Speaks to the far end of a call in the agent's place, for instance that the call is recorded. Any thread. */
public interface Announcer {
    /**
     * Sends the clip instead of the microphone, once, as soon as the call sends audio; after what was already
     * queued. Ignored for a call that is not there.
     *
     * @param clip samples at {@link Pcm#RATE}, not changed afterwards
     */
    void play(CallId call, short[] clip);
}
