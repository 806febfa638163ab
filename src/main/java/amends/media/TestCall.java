package amends.media;

import java.util.Arrays;
import java.util.Optional;

/**
 * A call to oneself: what is said in three and a half seconds is heard afterwards, as a customer would hear it.
 * <pre>
 *             WISHED      TIME_UP   CALL_CAME
 * READY       LISTENING   –         READY
 * LISTENING   –           PLAYING   READY
 * PLAYING     –           READY     READY
 * </pre>
 * What stands at – is not meant to happen and changes nothing. The media thread's.
 */
final class TestCall {
    /** What is being done. */
    enum Phase {
        READY,
        LISTENING,
        PLAYING
    }

    enum Event {
        WISHED,
        TIME_UP,
        CALL_CAME
    }

    private static final int LISTENS = 3500 / Pcm.FRAME_MS;
    /** Nothing is heard for so long before one's own voice comes back. */
    private static final int PAUSE = 400 / Pcm.FRAME_MS;

    private final short[] said = new short[LISTENS * Pcm.FRAME];
    private final short[] frame = new short[Pcm.FRAME];
    private volatile Phase phase = Phase.READY;
    private int frames;

    /** Empty for what is not meant to happen. */
    static Optional<Phase> next(Phase phase, Event event) {
        return switch (event) {
            case WISHED -> phase == Phase.READY ? Optional.of(Phase.LISTENING) : Optional.empty();
            case TIME_UP ->
                switch (phase) {
                    case READY -> Optional.empty();
                    case LISTENING -> Optional.of(Phase.PLAYING);
                    case PLAYING -> Optional.of(Phase.READY);
                };
            case CALL_CAME -> Optional.of(Phase.READY);
        };
    }

    /** Any thread. */
    Phase phase() {
        return phase;
    }

    void hear(Event event) {
        next(phase, event).ifPresent(now -> {
            frames = 0;
            phase = now;
        });
    }

    boolean isOn() {
        return phase != Phase.READY;
    }

    /** 20 ms, in step with the devices. Without a test the microphone is only measured. */
    void tick(Headset headset) {
        headset.read(frame);
        switch (phase) {
            case READY -> {}
            case LISTENING -> listen(headset);
            case PLAYING -> play(headset);
        }
    }

    private void listen(Headset headset) {
        System.arraycopy(frame, 0, said, frames * Pcm.FRAME, Pcm.FRAME);
        Arrays.fill(frame, (short) 0);
        headset.write(frame);
        if (++frames == LISTENS) hear(Event.TIME_UP);
    }

    private void play(Headset headset) {
        int at = frames++ - PAUSE;
        if (at < 0) Arrays.fill(frame, (short) 0);
        else System.arraycopy(said, at * Pcm.FRAME, frame, 0, Pcm.FRAME);
        headset.write(frame);
        if (at + 1 == LISTENS) hear(Event.TIME_UP);
    }
}
