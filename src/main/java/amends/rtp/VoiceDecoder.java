package amends.rtp;

/** One incoming stream of a coding: fed in the order of playing. Nothing here throws, whatever comes. One thread. */
public interface VoiceDecoder {
    /** The longest that one packet may hold, in samples: 200 ms. */
    int LONGEST = VoiceCoding.RATE / 5;

    /** How many samples a payload holds at {@link VoiceCoding#RATE}; 0 when it is none of this coding. */
    int samples(byte[] payload);

    /** @return as many samples as it holds; silence where it turns out broken */
    short[] decode(byte[] payload);

    /**
     * What was lost just before the given packet, as far as that one tells.
     *
     * @return null when the coding has no such thing
     */
    default short[] recover(byte[] next, int samples) {
        return null;
    }

    /** Whether a packet holds a copy of the one before it, for {@link #recover}. */
    default boolean tellsBefore(byte[] payload) {
        return false;
    }

    /** The coding's own way to make up for a lost packet; null when it has none. @param samples of 20 ms, or several */
    default short[] conceal(int samples) {
        return null;
    }

    /** Whether the sender says with this payload that it will be quiet for a while (DTX). */
    default boolean pauses(byte[] payload) {
        return false;
    }
}
