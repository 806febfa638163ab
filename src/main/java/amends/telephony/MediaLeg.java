package amends.telephony;

import java.util.function.Consumer;

/** The audio of one call at the desk. Called on the call loop; returns at once. */
public interface MediaLeg {
    /** What this side offers: every codec it can do. */
    MediaTerms local();

    /**
     * Starts, or changes in mid-call, the flow as agreed.
     *
     * @param local what this side said of itself: its numbers for the agreed codecs, its key
     * @param remote where to send and the agreed codecs, the first being the one to send with, payload types as the
     *     far end numbers them, its key; direction as seen from this side
     */
    void connect(MediaTerms local, MediaTerms remote);

    /** The same where this side said what it can, and the far end numbers things as we do. */
    default void connect(MediaTerms remote) {
        connect(local(), remote);
    }

    /** Sends silence in place of the microphone. */
    void mute(boolean muted);

    /** Sends one key after the other (RFC 4733, 100 ms each, 60 ms apart); as tones where that was not agreed. */
    void sendDigits(String digits);

    /** Told on any thread when the far end pressed a key. Set before {@link #connect}. */
    void onDigit(Consumer<Character> listener);

    /** Told on any thread when for five seconds nothing of the far end came though it should. Set before {@link #connect}. */
    default void onSilence(Runnable listener) {}

    /** Whether anything of the far end came within the last few seconds. */
    default boolean isHeard() {
        return false;
    }

    /** Stops the flow and frees the port. Idempotent. */
    void close();
}
