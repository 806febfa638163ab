package amends.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a file is, by what it holds and never by its name. Pictures are shown, all others are put away or opened outside. */
public enum FileKind {
    PNG,
    JPEG,
    GIF,
    PDF,
    TEXT,
    DOCX,
    XLSX,
    PPTX;

    public boolean isPicture() {
        return this == PNG || this == JPEG || this == GIF;
    }

    /** With the dot. No system runs what is called so. */
    public String ending() {
        return switch (this) {
            case JPEG -> ".jpg";
            case TEXT -> ".txt";
            default -> "." + name().toLowerCase(Locale.ROOT);
        };
    }

    /** Empty where it is none of them. Nothing is unpacked or decoded. */
    public static Optional<FileKind> of(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) return Optional.of(PNG);
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) return Optional.of(JPEG);
        if (begins(bytes, 'G', 'I', 'F', '8', '7', 'a') || begins(bytes, 'G', 'I', 'F', '8', '9', 'a'))
            return Optional.of(GIF);
        if (begins(bytes, '%', 'P', 'D', 'F', '-')) return Optional.of(PDF);
        if (begins(bytes, 'P', 'K', 3, 4)) return OfficeFile.of(bytes).kind();
        return isText(bytes) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
        return true;
    }

    /** UTF-8 without anything but letters and line ends. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7F) return false;
        try {
            return !StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .isBlank();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
