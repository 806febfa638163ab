package amends.media;

import amends.kernel.Cancellable;
import java.util.function.Consumer;

/** Buttons and lights of the headsets at this desk. Any thread. */
public interface CallButtons extends AutoCloseable {
    /** What the agent did at a headset. */
    enum Press {
        /** Taken off the hook; told too by some headsets when {@link Lights#offHook} is lit. */
        OFF_HOOK,
        /** Laid on the hook; told too by some when that light goes out. */
        ON_HOOK,
        /** A hook button without a state of its own. */
        HOOK,
        MUTE_ON,
        MUTE_OFF,
        /** A mute button without a state of its own. */
        MUTE,
        /** Refuse, or hang up. */
        DROP,
        /** Hold, or take back. */
        FLASH
    }

    /** What a headset is told, so that it lights, rings and knows its hook. */
    record Lights(boolean offHook, boolean ringing, boolean muted, boolean held) {
        public static final Lights OUT = new Lights(false, false, false, false);
    }

    /** Told on a thread of the headset: hand it on at once. */
    Cancellable onPress(Consumer<Press> listener);

    /** Returns at once; headsets that are plugged in later are told too. */
    void show(Lights lights);

    @Override
    void close();

    CallButtons NONE = new CallButtons() {
        @Override
        public Cancellable onPress(Consumer<Press> listener) {
            return () -> {};
        }

        @Override
        public void show(Lights lights) {}

        @Override
        public void close() {}
    };
}
