package amends.media;

import amends.rtp.RtpPacket;
import amends.rtp.SequenceNumbers;
import amends.rtp.TelephoneEvent;
import java.util.function.Consumer;

/**
 * Hears keys pressed at the far end: one press is many packets of one timestamp (RFC 4733 §2.5.1.2), told once, at
 * the first that comes. One thread.
 */
final class KeyReceiver {
    private final Consumer<Character> listener;
    private boolean any;
    private long ssrc;
    private long pressed;
    private int covered;

    KeyReceiver(Consumer<Character> listener) {
        this.listener = listener;
    }

    /**
     * @return how many ticks this packet adds to the press, up to {@link #covered}; 0 when nothing. No audio is sent
     *     while a key is down, so for so long silence is what was said
     */
    int take(RtpPacket packet, TelephoneEvent event) {
        int ahead = SequenceNumbers.ticksAhead(pressed, packet.timestamp());
        boolean sameStream = any && packet.ssrc() == ssrc;
        if (sameStream && ahead < 0) return 0;
        if (!sameStream || ahead > 0) begin(packet, event);
        int before = covered;
        covered = Math.max(covered, event.duration());
        return covered - before;
    }

    private void begin(RtpPacket packet, TelephoneEvent event) {
        any = true;
        ssrc = packet.ssrc();
        pressed = packet.timestamp();
        covered = 0;
        event.key().ifPresent(listener);
    }

    /** Ticks from the press to the end of what is known of it. */
    int covered() {
        return covered;
    }
}
