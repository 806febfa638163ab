package amends.recording.ogg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.gagravarr.ogg.CRCUtils;

/**
 * Hands on whole Ogg pages only (RFC 3533 §6), so that the library behind never meets the middle of one, and bounds
 * what one packet may take: an endless one, made to fill the memory, ends as a fault.
 */
final class WholePages extends InputStream {
    private static final int HEADER = 27;
    private static final int SUM_AT = 22;
    private static final int LACINGS_AT = 26;
    private static final int LONGEST_PAGE = HEADER + 255 + 255 * 255;
    private static final int MOST_A_PACKET = 256 * 1024;

    private final InputStream in;
    private final byte[] page = new byte[LONGEST_PAGE];
    private int length;
    private int next;
    private int left = MOST_A_PACKET;
    private boolean exhausted;

    WholePages(InputStream in) {
        this.in = in;
    }

    /** Another packet begins. */
    void refill() {
        left = MOST_A_PACKET;
    }

    /** Whether the source came to its end, between two pages or within one. */
    boolean exhausted() {
        return exhausted;
    }

    @Override
    public int read() throws IOException {
        return more() ? page[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) return 0;
        if (!more()) return -1;
        int count = Math.min(most, length - next);
        System.arraycopy(page, next, into, from, count);
        next += count;
        return count;
    }

    private boolean more() throws IOException {
        if (next < length) return true;
        next = 0;
        length = exhausted ? 0 : page();
        exhausted = length == 0;
        left -= length;
        if (left < 0) throw new IOException("a packet of more than " + MOST_A_PACKET + " bytes");
        return !exhausted;
    }

    /** @return 0 when no whole page is left */
    private int page() throws IOException {
        if (in.readNBytes(page, 0, HEADER) < HEADER) return 0;
        if (page[0] != 'O' || page[1] != 'g' || page[2] != 'g' || page[3] != 'S' || page[4] != 0 || page[5] >> 3 != 0)
            throw new IOException("the sound is no Ogg");
        int lacings = page[LACINGS_AT] & 0xFF;
        if (in.readNBytes(page, HEADER, lacings) < lacings) return 0;
        int body = 0;
        for (int i = 0; i < lacings; i++) body += page[HEADER + i] & 0xFF;
        if (in.readNBytes(page, HEADER + lacings, body) < body) return 0;
        checkSum(HEADER + lacings + body);
        return HEADER + lacings + body;
    }

    /** It is reckoned over the page with zeros in its own place, and stored with the lowest byte first. */
    private void checkSum(int pageLength) throws IOException {
        var fields = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        int said = fields.getInt(SUM_AT);
        fields.putInt(SUM_AT, 0);
        int found = CRCUtils.getCRC(Arrays.copyOf(page, pageLength));
        fields.putInt(SUM_AT, said);
        if (said != found) throw new IOException("a page of the sound does not agree with its checksum");
    }
}
