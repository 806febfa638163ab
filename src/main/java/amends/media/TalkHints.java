package amends.media;

import amends.telephony.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Listens to every call that is tapped, beside who taps it already, and says how the two speak. Asked on any thread. */
public final class TalkHints implements CallTap.Factory {
    private final CallTap.Factory taps;
    private final Map<CallId, Watching> calls = new ConcurrentHashMap<>();

    /** @param taps who listens besides */
    public TalkHints(CallTap.Factory taps) {
        this.taps = taps;
    }

    @Override
    public CallTap tap(CallId call) {
        var watching = new Watching(call, taps.tap(call));
        calls.put(call, watching);
        return watching;
    }

    /** What is to be said of a call now; answers at once. */
    public Optional<TalkHint> of(CallId call) {
        return Optional.ofNullable(calls.get(call)).map(w -> w.hint);
    }

    private final class Watching implements CallTap {
        private final CallId call;
        private final CallTap other;
        private final TalkWatch watch = new TalkWatch();
        private volatile TalkHint hint;

        Watching(CallId call, CallTap other) {
            this.call = call;
            this.other = other;
        }

        @Override
        public void frame(short[] farEnd, short[] nearEnd) {
            frame(farEnd, nearEnd, false);
        }

        /** While an announcement is heard nobody can be said to speak over it: time stands still. */
        @Override
        public void frame(short[] farEnd, short[] nearEnd, boolean announced) {
            other.frame(farEnd, nearEnd, announced);
            if (announced) return;
            watch.frame(loudness(nearEnd), loudness(farEnd));
            if (watch.hint() != hint) hint = watch.hint();
        }

        @Override
        public void ended() {
            calls.remove(call, this);
            other.ended();
        }

        private static double loudness(short[] sound) {
            long sum = 0;
            for (short sample : sound) sum += sample * sample;
            return Math.sqrt((double) sum / sound.length);
        }
    }
}
