package amends.rtp;

/** What comes as voice, keys and reports, for a fuzzer: packets or none. How to run it for ten minutes: interop.md. */
public final class VoicePacketFuzz {
    private VoicePacketFuzz() {}

    /** Called by the fuzzer, by name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        RtpPacket.parse(bytes, bytes.length).ifPresent(packet -> {
            TelephoneEvent.parse(packet.payload()).ifPresent(TelephoneEvent::key);
            for (VoiceCoding coding : VoiceCoding.values()) hear(coding.decoder(), packet.payload());
            packet.bytes();
        });
        ControlReport.parse(bytes, bytes.length).ifPresent(report -> report.bytes("amends"));
    }

    private static void hear(VoiceDecoder decoder, byte[] payload) {
        int samples = decoder.samples(payload);
        if (samples == 0) return;
        decoder.pauses(payload);
        decoder.recover(payload, 320);
        if (decoder.decode(payload).length != samples)
            throw new IllegalStateException("what was heard is not as long as was said");
        decoder.conceal(320);
    }
}
