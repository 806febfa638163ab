package amends.media.ffm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import amends.rtp.VoiceEncoder;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Opus by libopus, in the place of {@link VoiceCoding#OPUS}'s own coders. What the library holds is let go when nobody
 * holds the coder any more, since coders have no end that anybody tells.
 */
final class NativeOpus {
    private static final int RATE = VoiceCoding.RATE;
    private static final int BITRATE = 32_000;
    /** Percent of loss that is always reckoned with. */
    private static final int USUAL_LOSS = 5;
    /** The longest packet of RFC 6716 §3.4. */
    private static final int PACKET = 1275;
    /** The longest that comes in. */
    private static final int INCOMING = 1500;

    private NativeOpus() {}

    /** Something of the library, freed with its Java owner. */
    private static MemorySegment owned(Arena arena, Object opened, java.lang.invoke.MethodHandle close) {
        var handle = (MemorySegment) opened;
        if (handle.equals(MemorySegment.NULL)) throw new IllegalStateException("libopus refused its settings");
        return handle.reinterpret(
                arena,
                segment -> AudioLibrary.called(() -> {
                    close.invoke(segment);
                    return null;
                }));
    }

    static final class Encoder implements VoiceEncoder {
        private final AudioLibrary library;
        private final Arena arena = Arena.ofAuto();
        private final MemorySegment handle;
        private final MemorySegment pcm = arena.allocate(JAVA_SHORT, VoiceDecoder.LONGEST);
        private final MemorySegment packet = arena.allocate(PACKET);

        Encoder(AudioLibrary library) {
            this.library = library;
            handle = owned(
                    arena,
                    AudioLibrary.called(() -> library.encoderOpen.invoke(RATE, BITRATE, USUAL_LOSS, 0)),
                    library.encoderClose);
        }

        @Override
        public byte[] encode(short[] frame) {
            MemorySegment.copy(frame, 0, pcm, JAVA_SHORT, 0, frame.length);
            int size =
                    (int) AudioLibrary.called(() -> library.encode.invoke(handle, pcm, frame.length, packet, PACKET));
            if (size < 0) throw new IllegalStateException("libopus refused a frame: " + size);
            return packet.asSlice(0, size).toArray(JAVA_BYTE);
        }

        @Override
        public void expectLoss(int percent) {
            AudioLibrary.called(() -> library.encoderLoss.invoke(handle, Math.clamp(percent, USUAL_LOSS, 30)));
        }
    }

    /** What a packet holds is read as ever; only the decoding itself is the library's. */
    static final class Decoder implements VoiceDecoder {
        private final AudioLibrary library;
        private final VoiceDecoder reader;
        private final Arena arena = Arena.ofAuto();
        private final MemorySegment handle;
        private final MemorySegment pcm = arena.allocate(JAVA_SHORT, LONGEST);
        private final MemorySegment packet = arena.allocate(INCOMING);

        Decoder(AudioLibrary library, VoiceDecoder reader) {
            this.library = library;
            this.reader = reader;
            handle = owned(arena, AudioLibrary.called(() -> library.decoderOpen.invoke(RATE)), library.decoderClose);
        }

        @Override
        public int samples(byte[] payload) {
            return reader.samples(payload);
        }

        @Override
        public boolean tellsBefore(byte[] payload) {
            return reader.tellsBefore(payload);
        }

        @Override
        public boolean pauses(byte[] payload) {
            return reader.pauses(payload);
        }

        @Override
        public short[] decode(byte[] payload) {
            return decoded(payload, samples(payload), false);
        }

        @Override
        public short[] recover(byte[] next, int samples) {
            return decoded(next, samples, true);
        }

        @Override
        public short[] conceal(int samples) {
            return decoded(new byte[0], samples, false);
        }

        /** Silence for what is no Opus. */
        private short[] decoded(byte[] payload, int samples, boolean before) {
            var out = new short[samples];
            if (samples <= 0 || samples > LONGEST || payload.length > INCOMING) return out;
            MemorySegment.copy(payload, 0, packet, JAVA_BYTE, 0, payload.length);
            int got = (int) AudioLibrary.called(
                    () -> library.decode.invoke(handle, packet, payload.length, pcm, samples, before ? 1 : 0));
            if (got > 0) MemorySegment.copy(pcm, JAVA_SHORT, 0, out, 0, Math.min(got, samples));
            return out;
        }
    }
}
