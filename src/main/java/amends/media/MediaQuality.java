package amends.media;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** How well calls are heard. Any thread. */
public interface MediaQuality {
    /** At most a second old; empty when the call has no media. */
    Optional<MediaStatistics> of(CallId call);

    /** Told once for each call whose media ends, on the media thread: hand it on at once. */
    Cancellable onEnded(Consumer<Heard> listener);

    /** The call's line as it is now, at most a second old; empty when the call has no media. */
    Optional<Line> line(CallId call);

    /**
     * @param quality empty before anything was heard
     * @param silent whether nothing has come for five seconds although something should
     * @param encrypted whether nobody between the two phones can listen
     */
    record Line(Optional<LineQuality> quality, boolean silent, boolean encrypted) {}

    /**
     * @param whole how the call was heard from its first packet to its last
     * @param line what the line was like; empty when nothing was heard
     * @param worst the lowest opinion of any second at this desk; empty when nothing was heard
     */
    record Heard(CallId call, MediaStatistics whole, Optional<LineQuality> line, OptionalDouble worst) {}
}
