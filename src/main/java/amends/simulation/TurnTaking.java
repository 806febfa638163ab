package amends.simulation;

import java.time.Duration;

/** When it is one's turn to speak: what was heard pauses, or nothing is heard for too long. Fed every 20 ms. */
final class TurnTaking {
    enum Turn {
        NOT_YET,
        /** Somebody spoke and paused. */
        SPOKEN_TO,
        /** Nobody says anything. */
        SILENCE
    }

    private static final int FRAME_MS = 20;
    /** Longer than a speaker's pause at a comma, shorter than one waits politely. */
    private static final int PAUSE = 800 / FRAME_MS;

    private static final int SOUND = 100 / FRAME_MS;
    /** Root mean square of 16-bit samples: −40 dB of full scale. */
    private static final double LOUD = 328;

    private final long patience;
    private int loud;
    private int quiet;

    TurnTaking(Duration patience) {
        this.patience = patience.toMillis() / FRAME_MS;
    }

    /** @param level root mean square of the last 20 ms, 0 when nothing came */
    Turn hear(double level) {
        if (level >= LOUD) {
            loud++;
            quiet = 0;
            return Turn.NOT_YET;
        }
        quiet++;
        if (loud >= SOUND && quiet >= PAUSE) return taken(Turn.SPOKEN_TO);
        return quiet >= patience ? taken(Turn.SILENCE) : Turn.NOT_YET;
    }

    private Turn taken(Turn turn) {
        startAfresh();
        return turn;
    }

    void startAfresh() {
        loud = 0;
        quiet = 0;
    }
}
