package amends.recording;

import java.time.Duration;
import java.util.Optional;

/** What a check of one file found. */
public sealed interface CheckResult {
    /** For people, in English, one line. */
    String inWords();

    /** Nothing is missing and nothing was changed. */
    record SealedAndWhole(RecordingFacts facts, Duration length, ChainFinding chain) implements CheckResult {
        @Override
        public String inWords() {
            return "sealed and whole: " + clock(length) + "; " + chain.inWords();
        }
    }

    /**
     * The desk died while it was written; what was written is unchanged.
     *
     * @param facts absent when it died before anything was written
     */
    record Interrupted(Optional<RecordingFacts> facts, Duration recovered, ChainFinding chain) implements CheckResult {
        @Override
        public String inWords() {
            return "interrupted: " + clock(recovered) + " can be heard; " + chain.inWords();
        }
    }

    /** @param where how much can be heard before the fault */
    record Damaged(Optional<RecordingFacts> facts, Duration where, String what, ChainFinding chain)
            implements CheckResult {
        @Override
        public String inWords() {
            return "damaged at " + clock(where) + ": " + what + "; " + chain.inWords();
        }
    }

    record NotARecording(String why) implements CheckResult {
        @Override
        public String inWords() {
            return "not a recording: " + why;
        }
    }

    /** Its sound cannot be checked here; what can be told without the key speaks not against it. */
    record NoKey(RecordingFacts facts, String why, ChainFinding chain) implements CheckResult {
        @Override
        public String inWords() {
            return "cannot be opened: " + why + "; " + chain.inWords();
        }
    }

    /** Minutes and seconds, to the hundredth. */
    static String clock(Duration length) {
        long hundredths = length.toMillis() / 10;
        return "%02d:%02d.%02d".formatted(hundredths / 6000, hundredths / 100 % 60, hundredths % 100);
    }
}
