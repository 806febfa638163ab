package amends.pbx;

import java.util.Optional;

/**
 * Whether a caller is told by the exchange that the call is recorded, and with which words. Without a clip nothing
 * is said, and then the exchange does not claim that it did.
 */
public record RecordingPrompt(boolean wanted, Optional<Clip> clip) {
    public static final RecordingPrompt NONE = new RecordingPrompt(false, Optional.empty());

    public static RecordingPrompt of(Clip clip) {
        return new RecordingPrompt(true, Optional.of(clip));
    }

    Optional<Clip> spoken() {
        return wanted ? clip : Optional.empty();
    }
}
