package amends.media;

/**
 * Where sound comes from and goes to, and what is done to the voice.
 *
 * @param microphone a device's name or a part of it; {@link #DEFAULT} for the system's choice, {@link #NONE} for none
 * @param speaker where callers are heard; the same words
 * @param ringer where it rings; the same words
 */
public record SoundWishes(String microphone, String speaker, String ringer, VoiceTreatment treatment) {
    public static final String DEFAULT = "default";
    public static final String NONE = "none";

    public SoundWishes withMicrophone(String other) {
        return new SoundWishes(other, speaker, ringer, treatment);
    }

    public SoundWishes withSpeaker(String other) {
        return new SoundWishes(microphone, other, ringer, treatment);
    }

    public SoundWishes withRinger(String other) {
        return new SoundWishes(microphone, speaker, other, treatment);
    }

    public SoundWishes with(VoiceTreatment other) {
        return new SoundWishes(microphone, speaker, ringer, other);
    }
}
