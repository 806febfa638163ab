package amends.telephony;

/**
 * A payload format of RTP as negotiated (RFC 3551, RFC 4566).
 *
 * @param payloadType 0–127
 * @param name the encoding name, compared without regard to case: PCMU, PCMA, telephone-event
 * @param clockRate in Hz
 */
public record Codec(int payloadType, String name, int clockRate) {
    public static final Codec PCMU = new Codec(0, "PCMU", 8000);
    public static final Codec PCMA = new Codec(8, "PCMA", 8000);
    public static final Codec TELEPHONE_EVENT = new Codec(101, "telephone-event", 8000);

    public boolean isTelephoneEvent() {
        return name.equalsIgnoreCase("telephone-event");
    }

    /** Whether both mean the same coding, whatever number each side gives it. */
    public boolean sameCoding(Codec other) {
        return name.equalsIgnoreCase(other.name) && clockRate == other.clockRate;
    }
}
