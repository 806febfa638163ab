package amends.recording.tink;

import amends.recording.Sealing;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.StreamSegmentDecrypter;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Tink's own stream stops at the first fault; opened by segments, what lies before it can still be heard. */
final class TinkSegments implements Sealing.SegmentOpener {
    private final AesGcmHkdfStreaming stream;
    private final ByteBuffer opened = ByteBuffer.allocate(TinkSealing.SEGMENT);
    private StreamSegmentDecrypter segments;

    TinkSegments(AesGcmHkdfStreaming stream) {
        this.stream = stream;
    }

    @Override
    public int headerLength() {
        return stream.getHeaderLength();
    }

    @Override
    public int segmentLength() {
        return stream.getCiphertextSegmentSize();
    }

    @Override
    public boolean begin(byte[] header, byte[] bound) {
        try {
            segments = stream.newStreamSegmentDecrypter();
            segments.init(ByteBuffer.wrap(header), bound);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] open(byte[] sealed, int length, int number, boolean last) {
        try {
            opened.clear();
            segments.decryptSegment(ByteBuffer.wrap(sealed, 0, length), number, last, opened);
            return Arrays.copyOf(opened.array(), opened.position());
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
