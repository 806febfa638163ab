package amends.knowledge;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What belongs to an article beside its text: a picture that is shown, or a form that is put away as a file. It is never
 * opened by us.
 *
 * @param name safe as a file's name everywhere @param size bytes
 */
public record Enclosure(UUID id, ArticleId article, String name, Kind kind, int size, UUID by, Instant at) {
    public static final int MOST_BYTES = 512 * 1024;
    public static final int MOST_OF_ONE = 10;
    /** Of a picture: whoever shows it must hold it whole. */
    public static final long MOST_PIXELS = 12_000_000;

    private static final int MOST_NAME = 60;
    private static final Set<String> WINDOWS =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    /** By what it begins with, never by its name. */
    public enum Kind {
        PNG,
        JPEG,
        GIF,
        PDF;

        public boolean isPicture() {
            return this != PDF;
        }

        String ending() {
            return this == JPEG ? ".jpg" : "." + name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(byte[] bytes) {
            if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) return Optional.of(PNG);
            if (begins(bytes, 0xFF, 0xD8, 0xFF)) return Optional.of(JPEG);
            if (begins(bytes, 'G', 'I', 'F', '8')) return Optional.of(GIF);
            return begins(bytes, '%', 'P', 'D', 'F', '-') ? Optional.of(PDF) : Optional.empty();
        }

        private static boolean begins(byte[] bytes, int... with) {
            if (bytes.length < with.length) return false;
            for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
            return true;
        }
    }

    /** What was asked for as a name, without anything that could lead elsewhere or deceive. */
    static String safeName(String raw, Kind kind) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = (dot > 0 ? last.substring(0, dot) : last)
                .replaceAll("[^\\p{L}\\p{Nd}_-]+", "-")
                .replaceAll("^-+|-+$", "");
        if (stem.length() > MOST_NAME)
            stem = stem.substring(
                    0, stem.offsetByCodePoints(0, Math.min(MOST_NAME, stem.codePointCount(0, stem.length()))));
        if (stem.isEmpty() || WINDOWS.contains(stem.toLowerCase(Locale.ROOT))) stem = "file" + stem;
        return stem + kind.ending();
    }

    /** Width times height as the picture itself says; empty when it does not. */
    static Optional<Long> pixels(byte[] bytes, Kind kind) {
        return switch (kind) {
            case PNG -> bytes.length < 24 ? Optional.empty() : area(int32(bytes, 16), int32(bytes, 20));
            case GIF ->
                bytes.length < 10
                        ? Optional.empty()
                        : area(at(bytes, 6) | at(bytes, 7) << 8, at(bytes, 8) | at(bytes, 9) << 8);
            case JPEG -> jpeg(bytes);
            case PDF -> Optional.empty();
        };
    }

    /** From one marker to the next until the frame's. */
    private static Optional<Long> jpeg(byte[] bytes) {
        int i = 2;
        while (i + 9 < bytes.length && at(bytes, i) == 0xFF) {
            int marker = at(bytes, i + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) return area(int16(bytes, i + 7), int16(bytes, i + 5));
            if (marker == 0xFF) i++;
            else i += 2 + Math.max(2, int16(bytes, i + 2));
        }
        return Optional.empty();
    }

    private static Optional<Long> area(long width, long height) {
        return width > 0 && height > 0 ? Optional.of(width * height) : Optional.empty();
    }

    private static int at(byte[] bytes, int i) {
        return bytes[i] & 0xFF;
    }

    private static int int16(byte[] bytes, int i) {
        return at(bytes, i) << 8 | at(bytes, i + 1);
    }

    private static long int32(byte[] bytes, int i) {
        return (long) int16(bytes, i) << 16 | int16(bytes, i + 2);
    }
}
