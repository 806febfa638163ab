package amends.rtp;

/** One outgoing stream of a coding: fed in order. One thread. */
public interface VoiceEncoder {
    /** @param frame 20 ms at {@link VoiceCoding#RATE} */
    byte[] encode(short[] frame);

    /** How much the far end loses, in percent: what is sent may be made to bear it. */
    default void expectLoss(int percent) {}
}
