package amends.recording.ogg;

import amends.media.Pcm;
import amends.recording.SoundFormat;
import amends.recording.SoundFormat.Stretch;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMSDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;

/** Takes the pre-skip away, so that the first sample out is the first that went in. */
final class OggOpusReader implements SoundFormat.SoundReader {
    /** An Opus packet holds 120 ms at most (RFC 6716 §2.1.4). */
    private static final int LONGEST_PACKET = Pcm.RATE * 120 / 1000;

    private final WholePages in;
    private final OggPacketReader packets;
    private final OpusMSDecoder decoder;
    private final short[] interleaved = new short[2 * LONGEST_PACKET];
    private final int preSkip;
    private long samples;
    private boolean ended;

    OggOpusReader(InputStream in) throws IOException {
        this.in = new WholePages(in);
        packets = new OggPacketReader(this.in);
        preSkip = OpusHeaders.preSkip(header()) / OggOpusWriter.GRANULES_A_SAMPLE;
        OpusHeaders.checkTags(header());
        samples = -preSkip;
        try {
            decoder = OpusMSDecoder.create(Pcm.RATE, 2, 2, 0, new short[] {0, 1});
        } catch (OpusException e) {
            throw new IOException("the Opus decoder refused its settings", e);
        }
    }

    private byte[] header() throws IOException {
        OggPacket header = packet();
        if (header == null) throw new IOException("the sound ends before it begins");
        return header.getData();
    }

    /** Null at the end, and where a page is cut off: what the reader throws there depends on where. */
    private OggPacket packet() throws IOException {
        if (ended) return null;
        in.refill();
        try {
            OggPacket packet = packets.getNextPacket();
            if (packet != null && packet.isEndOfStream()) ended = true;
            return packet;
        } catch (IOException | IllegalArgumentException e) {
            if (in.exhausted()) return null;
            throw new IOException("the sound is no Ogg", e);
        }
    }

    @Override
    public int rate() {
        return Pcm.RATE;
    }

    @Override
    public Stretch next() throws IOException {
        while (true) {
            OggPacket packet = packet();
            if (packet == null) return null;
            int from = (int) Math.max(0, -samples);
            int to = advance(packet, decoded(packet.getData()));
            if (to > from) return stretch(from, to);
        }
    }

    private int decoded(byte[] packet) throws IOException {
        try {
            int count = decoder.decodeMultistream(packet, 0, packet.length, interleaved, 0, LONGEST_PACKET, 0);
            if (count < 0) throw new IOException("a packet is no Opus: " + count);
            return count;
        } catch (RuntimeException | AssertionError e) {
            throw new IOException("a packet is no Opus", e);
        }
    }

    /** @return how many of the packet's samples count: the last granule position may cut some off (RFC 7845 §4.4) */
    private int advance(OggPacket packet, int count) {
        long end = samples + count;
        if (packet.isEndOfStream()) {
            long said = packet.getGranulePosition() / OggOpusWriter.GRANULES_A_SAMPLE - preSkip;
            if (said >= 0 && said < end) end = Math.max(said, samples);
        }
        int counted = (int) (end - samples);
        samples = end;
        return counted;
    }

    private Stretch stretch(int from, int to) {
        short[] customer = new short[to - from];
        short[] agent = new short[to - from];
        for (int i = from; i < to; i++) {
            customer[i - from] = interleaved[2 * i];
            agent[i - from] = interleaved[2 * i + 1];
        }
        return new Stretch(customer, agent);
    }

    @Override
    public boolean skip() throws IOException {
        OggPacket packet = packet();
        if (packet == null) return false;
        advance(packet, OpusPackets.samples(packet.getData()));
        return true;
    }

    @Override
    public Duration position() {
        return Duration.ofMillis(Math.max(0, samples) * 1000 / Pcm.RATE);
    }

    @Override
    public boolean ended() {
        return ended;
    }
}
