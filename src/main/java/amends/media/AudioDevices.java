package amends.media;

import java.util.Optional;

/**
 * Where the desk's sound comes from and goes to. Opening never fails: a machine without sound gets silence, and
 * {@link #trouble} says so.
 */
public interface AudioDevices {
    AudioSource openMicrophone();

    AudioSink openSpeaker();

    /** Whether the microphone hears a room, with its echo and noise, and not a file. */
    default boolean hearsRoom() {
        return false;
    }

    /** Where devices can be chosen while the desk runs. */
    default Optional<DeviceChoice> choice() {
        return Optional.empty();
    }

    /** What is not as it was chosen though it works, in one plain English line; empty when all is. */
    default String remark() {
        return "";
    }

    /** What is wrong with sound here, in one plain English line; empty when nothing is. */
    String trouble();
}
