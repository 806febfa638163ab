package amends.media;

/**
 * Where sound comes from and goes to, what is done to the voice, and which tones are played to the agent.
 *
 * @param microphone a device's name or a part of it; {@link #DEFAULT} for the system's choice, {@link #NONE} for none
 * @param speaker where callers are heard; the same words
 * @param ringer where it rings; the same words
 */
public record SoundWishes(
        String microphone, String speaker, String ringer, VoiceTreatment treatment, ToneWishes tones) {
    public static final String DEFAULT = "default";
    public static final String NONE = "none";

    /** With every tone. */
    public SoundWishes(String microphone, String speaker, String ringer, VoiceTreatment treatment) {
        this(microphone, speaker, ringer, treatment, ToneWishes.ALL);
    }

    public SoundWishes withMicrophone(String other) {
        return new SoundWishes(other, speaker, ringer, treatment, tones);
    }

    public SoundWishes withSpeaker(String other) {
        return new SoundWishes(microphone, other, ringer, treatment, tones);
    }

    public SoundWishes withRinger(String other) {
        return new SoundWishes(microphone, speaker, other, treatment, tones);
    }

    public SoundWishes with(VoiceTreatment other) {
        return new SoundWishes(microphone, speaker, ringer, other, tones);
    }

    public SoundWishes with(ToneWishes other) {
        return new SoundWishes(microphone, speaker, ringer, treatment, other);
    }
}
