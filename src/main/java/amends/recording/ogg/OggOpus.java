package amends.recording.ogg;

import amends.media.Pcm;
import amends.recording.SoundFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Channel mapping family 1 with two streams, none coupled: ordinary players play stereo and yet each side is coded
 * alone. Constant bit rate and no silence suppression, so neither the size nor the timing of a file tells who spoke.
 */
public final class OggOpus implements SoundFormat {
    /** Bits a second of one stream: 60 bytes a packet. */
    static final int STREAM_BITRATE = 24_000;
    /** A multistream packet of 20 ms. */
    static final int PACKET = 2 * STREAM_BITRATE / 8 * Pcm.FRAME_MS / 1000;
    /** Packets that wait for their page: 100 ms. */
    static final int PACKETS_A_PAGE = 5;
    /** RFC 3533 §6: 27 bytes and one lacing value for every packet under 255 bytes. */
    static final int PAGE = 27 + PACKETS_A_PAGE * (1 + PACKET);

    private static final int LONGEST_HEADERS = 27 + 1 + OpusHeaders.HEAD_LENGTH + 27 + 4 + OpusHeaders.LONGEST_TAGS;

    @Override
    public SoundWriter writer(OutputStream out, String title) throws IOException {
        return new OggOpusWriter(out, title);
    }

    @Override
    public SoundReader reader(InputStream in) throws IOException {
        return new OggOpusReader(in);
    }

    @Override
    public Duration heldBy(long bytes) {
        long pages = Math.max(0, bytes - LONGEST_HEADERS) / PAGE;
        return Duration.ofMillis(pages * PACKETS_A_PAGE * Pcm.FRAME_MS);
    }
}
