package amends.media;

import amends.telephony.CallId;
import java.util.Optional;

/** How well a call in progress is heard. Any thread. */
public interface MediaQuality {
    /** At most a second old; empty when the call has no media. */
    Optional<MediaStatistics> of(CallId call);
}
