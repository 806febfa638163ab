package amends.media;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.function.Consumer;

/** How well calls are heard. Any thread. */
public interface MediaQuality {
    /** At most a second old; empty when the call has no media. */
    Optional<MediaStatistics> of(CallId call);

    /** Told once for each call whose media ends, on the media thread: hand it on at once. */
    Cancellable onEnded(Consumer<Heard> listener);

    /** @param whole how the call was heard from its first packet to its last */
    record Heard(CallId call, MediaStatistics whole) {}
}
