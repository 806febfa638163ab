package amends.rtp;

import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** A packet in the shape that the library wants it in, with room for what is added. */
final class SrtpBuffer implements ByteArrayBuffer {
    /** The longest tag and the number that control packets bear. */
    private static final int ROOM = 32;

    private byte[] bytes;
    private int offset;
    private int length;

    SrtpBuffer(byte[] packet, int length) {
        bytes = Arrays.copyOf(packet, length + ROOM);
        Arrays.fill(bytes, length, bytes.length, (byte) 0);
        this.length = length;
    }

    byte[] packet() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public byte[] getBuffer() {
        return bytes;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int length) {
        this.length = length;
    }

    @Override
    public void setOffset(int offset) {
        this.offset = offset;
    }

    @Override
    public boolean isInvalid() {
        return false;
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] into) {
        System.arraycopy(bytes, offset + from, into, 0, count);
    }

    @Override
    public void grow(int more) {
        if (offset + length + more > bytes.length) bytes = Arrays.copyOf(bytes, offset + length + more);
    }

    @Override
    public void append(byte[] more, int count) {
        grow(count);
        System.arraycopy(more, 0, bytes, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int by) {
        length -= by;
    }
}
