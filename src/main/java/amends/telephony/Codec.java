package amends.telephony;

/**
 * A payload format of RTP as negotiated (RFC 3551, RFC 4566).
 *
 * @param payloadType 0–127, as the side that says it numbers it
 * @param name the encoding name, compared without regard to case: PCMU, PCMA, telephone-event
 * @param clockRate in Hz
 * @param channels 1, but for codings that always say 2 (opus)
 * @param parameters of the format (a=fmtp), as the side that says it wants to be sent it; may be empty
 */
public record Codec(int payloadType, String name, int clockRate, int channels, String parameters) {
    public static final Codec PCMU = new Codec(0, "PCMU", 8000);
    public static final Codec PCMA = new Codec(8, "PCMA", 8000);
    public static final Codec G722 = new Codec(9, "G722", 8000);
    public static final Codec COMFORT_NOISE = new Codec(13, "CN", 8000);
    public static final Codec TELEPHONE_EVENT = new Codec(101, "telephone-event", 8000);
    /** Keys beside a coding whose clock is 48 kHz. */
    public static final Codec WIDE_TELEPHONE_EVENT = new Codec(102, "telephone-event", 48_000);

    public Codec(int payloadType, String name, int clockRate) {
        this(payloadType, name, clockRate, 1, "");
    }

    public boolean isTelephoneEvent() {
        return name.equalsIgnoreCase("telephone-event");
    }

    public boolean isComfortNoise() {
        return name.equalsIgnoreCase("CN");
    }

    /** Whether it can carry a voice by itself. */
    public boolean isVoice() {
        return !isTelephoneEvent() && !isComfortNoise();
    }

    /** Whether both mean the same coding, whatever number each side gives it. */
    public boolean sameCoding(Codec other) {
        return name.equalsIgnoreCase(other.name) && clockRate == other.clockRate && channels == other.channels;
    }

    /** The same coding with other parameters. */
    public Codec with(String otherParameters) {
        return new Codec(payloadType, name, clockRate, channels, otherParameters);
    }

    /** The same coding by another number. */
    public Codec as(int number) {
        return new Codec(number, name, clockRate, channels, parameters);
    }
}
