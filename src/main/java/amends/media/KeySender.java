package amends.media;

import amends.rtp.TelephoneEvent;
import java.util.ArrayDeque;
import java.util.Queue;

/** Presses keys one after the other, 100 ms each and 60 ms apart (RFC 4733 §2.5). One thread. */
final class KeySender {
    private static final int PRESSED = 100 / Pcm.FRAME_MS;
    private static final int APART = 60 / Pcm.FRAME_MS;
    private static final int VOLUME = 10;
    private static final int END_PACKETS = 3;
    /** More than anyone types ahead. */
    private static final int MOST = 128;

    /**
     * What one tick sends of a key.
     *
     * @param since ticks since the key was pressed
     * @param times how often the packet is sent: the end of a press thrice, in case two are lost
     */
    record Press(int key, boolean end, int since, int times) {
        /** @param clockRate of its timestamps, in Hz */
        TelephoneEvent event(int clockRate) {
            int duration = (since + 1) * (clockRate / 1000 * Pcm.FRAME_MS);
            return new TelephoneEvent(key, end, VOLUME, Math.min(duration, 0xFFFF));
        }
    }

    private final Queue<Integer> keys = new ArrayDeque<>();
    private int current;
    private int elapsed = PRESSED + APART;

    /** Characters that are no keys are left out. */
    void press(String digits) {
        for (char digit : digits.toCharArray())
            if (keys.size() < MOST) TelephoneEvent.of(digit).ifPresent(keys::add);
    }

    /** @return what this tick sends in place of audio; null when audio may go */
    Press tick() {
        if (elapsed >= PRESSED + APART && !keys.isEmpty()) {
            current = keys.remove();
            elapsed = 0;
        }
        if (elapsed >= PRESSED + APART) return null;
        int since = elapsed++;
        if (since >= PRESSED) return null;
        boolean end = since == PRESSED - 1;
        return new Press(current, end, since, end ? END_PACKETS : 1);
    }
}
