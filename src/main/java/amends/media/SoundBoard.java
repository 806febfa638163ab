package amends.media;

import java.util.List;
import java.util.Optional;

/** The desk's sound: chosen, seen and tried. Any thread; what blocks says so. */
public interface SoundBoard {
    /** The devices of this machine by name. */
    record Devices(List<String> microphones, List<String> speakers, List<String> ringers) {
        public static final Devices NONE = new Devices(List.of(), List.of(), List.of());
    }

    /** How loud it is now: what is sent, and what is heard. */
    record Levels(Loudness microphone, Loudness speaker) {
        public static final Levels SILENCE = new Levels(Loudness.SILENCE, Loudness.SILENCE);
    }

    /** Whether a test call began, and why not. */
    enum Answer {
        BEGUN,
        IN_CALL,
        RUNNING
    }

    /** What is not as it was chosen. */
    enum Flaw {
        /** It holds for this run only. */
        NOT_REMEMBERED,
        /** The library is missing: the voice is sent as it was said. */
        NOT_TREATED
    }

    /** What the test call does. */
    enum Trial {
        READY,
        LISTENING,
        PLAYING
    }

    /** Asks the system; blocks. While sound flows the system may not be asked again: then what it said last. */
    Devices devices();

    SoundWishes wishes();

    /** Whether there is a choice: not where sound comes from files. */
    boolean mayChoose();

    /**
     * From now on, and in the calls that are on too, and for the next runs. Blocks for a moment.
     *
     * @return empty when all of it is so
     */
    Optional<Flaw> choose(SoundWishes wishes);

    Levels levels();

    /** While watched, the microphone is open outside calls too, so that its level can be seen. */
    void watch(boolean on);

    Answer call();

    Trial trial();
}
