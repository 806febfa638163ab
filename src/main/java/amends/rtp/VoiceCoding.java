package amends.rtp;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The codings of a voice, best first. Whatever their own rate, sound goes in and comes out at {@link #RATE}. */
public enum VoiceCoding {
    /** RFC 7587: its clock is 48 kHz and it always says two channels, though one is sent. */
    OPUS("opus", 111, 48_000, 2, OpusVoice.PARAMETERS, OpusVoice.Encoder::new, OpusVoice.Decoder::new),
    /** Its clock is 8 kHz by an old mistake (RFC 3551 §4.5.2). */
    G722("G722", 9, 8000, 1, "", WideVoice.Encoder::new, WideVoice.Decoder::new),
    PCMA("PCMA", 8, 8000, 1, "", () -> new NarrowVoice.Encoder(G711.A_LAW), () -> new NarrowVoice.Decoder(G711.A_LAW)),
    PCMU(
            "PCMU",
            0,
            8000,
            1,
            "",
            () -> new NarrowVoice.Encoder(G711.MU_LAW),
            () -> new NarrowVoice.Decoder(G711.MU_LAW));

    /** Samples a second on this side of every coding. */
    public static final int RATE = 16_000;

    private final String encodingName;
    private final int payloadType;
    private final int clockRate;
    private final int channels;
    private final String parameters;
    private final Supplier<VoiceEncoder> encoder;
    private final Supplier<VoiceDecoder> decoder;

    VoiceCoding(
            String encodingName,
            int payloadType,
            int clockRate,
            int channels,
            String parameters,
            Supplier<VoiceEncoder> encoder,
            Supplier<VoiceDecoder> decoder) {
        this.encodingName = encodingName;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.channels = channels;
        this.parameters = parameters;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** As session descriptions name it. */
    public String encodingName() {
        return encodingName;
    }

    /** The number of RFC 3551, or the one that we give it where that leaves it open. */
    public int payloadType() {
        return payloadType;
    }

    /** Of its timestamps, in Hz. */
    public int clockRate() {
        return clockRate;
    }

    /** As session descriptions say; what is sent is one voice. */
    public int channels() {
        return channels;
    }

    /** Its format parameters as we want to be sent it; may be empty. */
    public String parameters() {
        return parameters;
    }

    public VoiceEncoder encoder() {
        return encoder.get();
    }

    public VoiceDecoder decoder() {
        return decoder.get();
    }

    /** By name and clock, the name in any case. */
    public static Optional<VoiceCoding> named(String encodingName, int clockRate) {
        return Arrays.stream(values())
                .filter(c -> c.encodingName.equalsIgnoreCase(encodingName) && c.clockRate == clockRate)
                .findFirst();
    }
}
