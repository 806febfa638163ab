package amends.knowledge;

import amends.kernel.PlainText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture or a file that belongs to a version of an article. Two are the same when they hold the same, are called the
 * same and say the same: the rest follows from what they hold.
 *
 * @param digest SHA-256 of what it holds, in small hexadecimal digits: the content is kept once by it
 * @param name safe as a file's name everywhere; its ending says what it holds
 * @param size bytes
 * @param extent a picture's; empty where it is none or was never measured
 * @param alt what is said to whom does not see it; may be empty
 */
public record Attachment(String digest, String name, FileKind kind, int size, Optional<Extent> extent, String alt) {
    public static final int MOST_BYTES = 5 << 20;
    public static final int MOST_OF_ONE = 10;
    /** Pixels of a side of a picture: whoever shows it must hold it. */
    public static final int MOST_SIDE = 4096;

    /** Files taken before version 49 of the tables: bytes, and pixels of a picture whatever its sides. */
    static final int MOST_BYTES_BEFORE = 512 << 10;

    static final long MOST_PIXELS_BEFORE = 12_000_000;

    public static final int MOST_ALT = 200;

    /** In pixels. */
    public record Extent(int width, int height) {
        boolean fits() {
            return width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE;
        }
    }

    public boolean isPicture() {
        return kind.isPicture();
    }

    /** What is read out: what the author says of it, or else its name. */
    public String spoken() {
        return alt.isBlank() ? name : alt;
    }

    public Attachment saying(String text) {
        return new Attachment(digest, name, kind, size, extent, PlainText.line(text, MOST_ALT));
    }

    Attachment called(String other) {
        return new Attachment(digest, other, kind, size, extent, alt);
    }

    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment a && digest.equals(a.digest) && name.equals(a.name) && alt.equals(a.alt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(digest, name, alt);
    }
}
