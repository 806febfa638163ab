package amends.media;

/**
 * What is done to the agent's voice between the microphone and the customer.
 *
 * @param echo what the microphone hears of the loudspeaker is taken out
 * @param noise what sounds on and on (fans, streets, other rooms) is made quieter
 * @param gain who speaks softly is made louder, who speaks loudly quieter
 */
public record VoiceTreatment(boolean echo, boolean noise, boolean gain) {
    public static final VoiceTreatment ALL = new VoiceTreatment(true, true, true);
    /** As it was said. */
    public static final VoiceTreatment NONE = new VoiceTreatment(false, false, false);

    public boolean isNone() {
        return equals(NONE);
    }
}
