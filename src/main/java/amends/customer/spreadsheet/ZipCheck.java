package amends.customer.spreadsheet;

import amends.customer.Table.Unreadable;
import amends.customer.Table.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks an XLSX through before it is read: how large it really is when unpacked (what the archive says of itself is not
 * believed), and whether a cell stands where no sheet has columns, which would make a reader take all memory.
 */
final class ZipCheck {
    private static final int MOST_ENTRIES = 2000;
    private static final long LARGEST = 1L << 30;
    private static final long ALWAYS_ALLOWED = 32L << 20;
    private static final int HIGHEST_RATIO = 150;
    private static final int LONGEST_COLUMN = 3;

    private ZipCheck() {}

    static void check(Path file) throws IOException, Unreadable {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) throw new Unreadable(Why.ZIP_BOMB, 0, zip.size() + " parts");
            long all = 0;
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                all += unpacked(zip, entry, LARGEST - all);
            }
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException, Unreadable {
        boolean sheet = entry.getName().contains("worksheets/");
        long packed = Math.max(1, entry.getCompressedSize());
        byte[] buffer = new byte[1 << 16];
        var columns = new Columns();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                size += count;
                if (size > left || size > ALWAYS_ALLOWED && size / packed > HIGHEST_RATIO)
                    throw new Unreadable(Why.ZIP_BOMB, 0, "");
                if (sheet) columns.look(buffer, count);
            }
        }
        return size;
    }

    /** Finds {@code r="ABCD1"}: a column of more letters than the last one, XFD. */
    private static final class Columns {
        private static final byte[] BEGINNING = {' ', 'r', '=', '"'};
        private int matched;
        private int letters = -1;

        void look(byte[] bytes, int count) throws Unreadable {
            for (int i = 0; i < count; i++) {
                byte b = bytes[i];
                if (letters >= 0) {
                    letters = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' ? letters + 1 : -1;
                    if (letters > LONGEST_COLUMN) throw new Unreadable(Why.TOO_MANY_COLUMNS, 0, "");
                    if (letters >= 0) continue;
                }
                if (b == BEGINNING[matched]) matched++;
                else matched = b == ' ' ? 1 : 0;
                if (matched == BEGINNING.length) {
                    matched = 0;
                    letters = 0;
                }
            }
        }
    }
}
