package amends.recording.ogg;

import amends.media.Pcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The two header packets of Ogg Opus (RFC 7845 §5), little-endian. */
final class OpusHeaders {
    static final int HEAD_LENGTH = 21 + 2;
    static final int LONGEST_TAGS = 512;
    private static final byte[] HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAGS = "OpusTags".getBytes(StandardCharsets.US_ASCII);
    private static final String VENDOR = "Amends";

    private OpusHeaders() {}

    /** @param preSkip samples at 48 kHz that the decoder makes before the sound begins */
    static byte[] head(int preSkip) {
        var head = ByteBuffer.allocate(HEAD_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        head.put(HEAD)
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) preSkip)
                .putInt(Pcm.RATE)
                .putShort((short) 0);
        byte mappingFamily = 1;
        byte streams = 2;
        byte coupled = 0;
        head.put(mappingFamily).put(streams).put(coupled).put((byte) 0).put((byte) 1);
        return head.array();
    }

    static byte[] tags(String title) {
        byte[] vendor = VENDOR.getBytes(StandardCharsets.UTF_8);
        byte[] comment = ("TITLE=" + title).getBytes(StandardCharsets.UTF_8);
        int most = LONGEST_TAGS - TAGS.length - 12 - vendor.length;
        int kept = Math.min(comment.length, most);
        while (kept < comment.length && kept > 0 && (comment[kept] & 0xC0) == 0x80) kept--;
        var tags = ByteBuffer.allocate(TAGS.length + 12 + vendor.length + kept).order(ByteOrder.LITTLE_ENDIAN);
        tags.put(TAGS).putInt(vendor.length).put(vendor).putInt(1).putInt(kept).put(comment, 0, kept);
        return tags.array();
    }

    /**
     * @return the pre-skip at 48 kHz
     * @throws IOException when it is not the header of two uncoupled voices
     */
    static int preSkip(byte[] head) throws IOException {
        if (head.length != HEAD_LENGTH || !Arrays.equals(head, 0, HEAD.length, HEAD, 0, HEAD.length))
            throw new IOException("the sound does not begin with an Opus header");
        int preSkip = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xFFFF;
        byte[] ours = head(preSkip);
        boolean same = head[9] == ours[9] && Arrays.equals(head, 18, HEAD_LENGTH, ours, 18, HEAD_LENGTH);
        if (!same) throw new IOException("the sound is not two uncoupled voices");
        return preSkip;
    }

    static void checkTags(byte[] tags) throws IOException {
        if (tags.length < TAGS.length || !Arrays.equals(tags, 0, TAGS.length, TAGS, 0, TAGS.length))
            throw new IOException("the Opus tags are missing");
    }
}
