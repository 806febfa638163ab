package amends.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which office file a zip file is, by the names in its directory alone: nothing is unpacked, so nothing can swell.
 *
 * @param active whether it holds macros or controls
 */
record OfficeFile(Optional<FileKind> kind, boolean active) {
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int MOST_ENTRIES = 10_000;
    private static final OfficeFile NONE = new OfficeFile(Optional.empty(), false);

    static OfficeFile of(byte[] bytes) {
        Set<String> names = names(bytes);
        if (!names.contains("[content_types].xml")) return NONE;
        boolean active = names.stream().anyMatch(OfficeFile::isActive);
        if (names.contains("word/document.xml")) return new OfficeFile(Optional.of(FileKind.DOCX), active);
        if (names.contains("xl/workbook.xml")) return new OfficeFile(Optional.of(FileKind.XLSX), active);
        return names.contains("ppt/presentation.xml") ? new OfficeFile(Optional.of(FileKind.PPTX), active) : NONE;
    }

    private static boolean isActive(String name) {
        return name.endsWith("vbaproject.bin") || name.contains("/activex/") || name.contains("/macrosheets/");
    }

    /** In small letters, as Windows compares them; none where the directory is broken. */
    private static Set<String> names(byte[] bytes) {
        int end = end(bytes);
        if (end < 0) return Set.of();
        long at = int32(bytes, end + 16);
        int count = int16(bytes, end + 10);
        if (count > MOST_ENTRIES) return Set.of();
        var names = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            if (at < 0 || at + 46 > end || int32(bytes, (int) at) != 0x02014B50L) return Set.of();
            int from = (int) at;
            int length = int16(bytes, from + 28);
            if (from + 46 + length > end) return Set.of();
            names.add(new String(bytes, from + 46, length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            at += 46 + length + int16(bytes, from + 30) + int16(bytes, from + 32);
        }
        return names;
    }

    private static int end(byte[] bytes) {
        int last = Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
        for (int i = bytes.length - END_RECORD; i >= last; i--) if (int32(bytes, i) == 0x06054B50L) return i;
        return -1;
    }

    private static int int16(byte[] bytes, int i) {
        return bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8;
    }

    private static long int32(byte[] bytes, int i) {
        return int16(bytes, i) | (long) int16(bytes, i + 2) << 16;
    }
}
