package amends.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A key being pressed, as sent beside the audio (RFC 4733 §2.3). All packets of one press carry the timestamp of its
 * beginning; the last is sent three times.
 *
 * @param event 0–255; 0–15 are the keys
 * @param end the key was let go
 * @param volume 0–63, in dBm0 below zero
 * @param duration 0–65535, in timestamp ticks since the press began
 */
public record TelephoneEvent(int event, boolean end, int volume, int duration) {
    /** Bytes of one event. */
    public static final int SIZE = 4;

    private static final String KEYS = "0123456789*#ABCD";

    public TelephoneEvent {
        event &= 0xFF;
        volume &= 0x3F;
        duration &= 0xFFFF;
    }

    /** Reads the first event of a payload; empty when there is none. Never throws. */
    public static Optional<TelephoneEvent> parse(byte[] payload) {
        if (payload.length < SIZE) return Optional.empty();
        int flags = payload[1];
        return Optional.of(new TelephoneEvent(
                payload[0], (flags & 0x80) != 0, flags, (payload[2] & 0xFF) << 8 | payload[3] & 0xFF));
    }

    public byte[] payload() {
        return ByteBuffer.allocate(SIZE)
                .put((byte) event)
                .put((byte) ((end ? 0x80 : 0) | volume))
                .putShort((short) duration)
                .array();
    }

    /** The key's letter; empty for events that are no key (a fax tone, a flash). */
    public Optional<Character> key() {
        return event < KEYS.length() ? Optional.of(KEYS.charAt(event)) : Optional.empty();
    }

    /** The event of a key: digits, star, hash, A–D in either case; empty for any other character. */
    public static Optional<Integer> of(char key) {
        int event = KEYS.indexOf(Character.toUpperCase(key));
        return event < 0 ? Optional.empty() : Optional.of(event);
    }
}
