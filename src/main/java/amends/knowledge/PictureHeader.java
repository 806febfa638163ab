package amends.knowledge;

import java.util.Optional;

/**
 * What a picture says of itself before anything of it is decoded.
 *
 * @param width in pixels @param moves whether it is more than one picture
 */
public record PictureHeader(int width, int height, boolean moves) {
    /** Empty where it does not say, or is broken. */
    public static Optional<PictureHeader> of(byte[] bytes, FileKind kind) {
        return switch (kind) {
            case PNG -> png(bytes);
            case GIF -> gif(bytes);
            case JPEG -> jpeg(bytes);
            default -> Optional.empty();
        };
    }

    private static Optional<PictureHeader> png(byte[] bytes) {
        boolean begins = bytes.length >= 33 && int32(bytes, 12) == 0x49484452L;
        return begins ? still(int32(bytes, 16), int32(bytes, 20)) : Optional.empty();
    }

    /** From one marker to the next until the frame's. */
    private static Optional<PictureHeader> jpeg(byte[] bytes) {
        int i = 2;
        while (i + 9 < bytes.length && at(bytes, i) == 0xFF) {
            int marker = at(bytes, i + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) return still(int16(bytes, i + 7), int16(bytes, i + 5));
            if (marker == 0xFF) i++;
            else i += 2 + Math.max(2, int16(bytes, i + 2));
        }
        return Optional.empty();
    }

    private static Optional<PictureHeader> still(long width, long height) {
        boolean whole = width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return whole ? Optional.of(new PictureHeader((int) width, (int) height, false)) : Optional.empty();
    }

    /** From block to block: a frame may be larger than what the file calls its screen, and there may be many. */
    private static Optional<PictureHeader> gif(byte[] bytes) {
        if (bytes.length < 13) return Optional.empty();
        int width = little(bytes, 6);
        int height = little(bytes, 8);
        int frames = 0;
        int i = 13 + table(at(bytes, 10));
        while (i < bytes.length && frames < 2) {
            int block = at(bytes, i);
            if (block == 0x21) i = after(bytes, i + 2);
            else if (block == 0x2C && i + 10 < bytes.length) {
                frames++;
                width = Math.max(width, little(bytes, i + 1) + little(bytes, i + 5));
                height = Math.max(height, little(bytes, i + 3) + little(bytes, i + 7));
                i = after(bytes, i + 11 + table(at(bytes, i + 9)));
            } else break;
        }
        boolean whole = frames > 0 && width > 0 && height > 0;
        return whole ? Optional.of(new PictureHeader(width, height, frames > 1)) : Optional.empty();
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /** Where the blocks end that begin here. */
    private static int after(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && at(bytes, i) != 0) i += 1 + at(bytes, i);
        return i + 1;
    }

    private static int at(byte[] bytes, int i) {
        return bytes[i] & 0xFF;
    }

    private static int little(byte[] bytes, int i) {
        return at(bytes, i) | at(bytes, i + 1) << 8;
    }

    private static int int16(byte[] bytes, int i) {
        return at(bytes, i) << 8 | at(bytes, i + 1);
    }

    private static long int32(byte[] bytes, int i) {
        return (long) int16(bytes, i) << 16 | int16(bytes, i + 2);
    }
}
