package amends.recording.ogg;

import amends.media.Pcm;

/** What the first byte of an Opus packet tells without decoding (RFC 6716 §3.1). */
final class OpusPackets {
    private static final int[] SILK_MS = {10, 20, 40, 60};

    private OpusPackets() {}

    /** Samples that the packet's first stream holds, at {@link Pcm#RATE}; 0 when it is no packet. */
    static int samples(byte[] packet) {
        if (packet.length < 2) return 0;
        int configuration = (packet[0] & 0xFF) >> 3;
        int frames = switch (packet[0] & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> packet[1] & 0x3F;
        };
        return Math.min(frames * frameSamples(configuration), Pcm.RATE * 120 / 1000);
    }

    private static int frameSamples(int configuration) {
        if (configuration < 12) return SILK_MS[configuration & 3] * Pcm.RATE / 1000;
        if (configuration < 16) return (configuration & 1) == 0 ? Pcm.RATE / 100 : Pcm.RATE / 50;
        return Pcm.RATE / 400 << (configuration & 3);
    }
}
