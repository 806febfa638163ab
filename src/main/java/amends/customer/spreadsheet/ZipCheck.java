package amends.customer.spreadsheet;

import amends.customer.Table.Unreadable;
import amends.customer.Table.Why;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    /** Of a part that is kept in memory as a whole: all strings of a book. */
    private static final long LARGEST_KEPT = 128L << 20;

    private static final long LARGEST_ROW = 64L << 20;

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
        var in = new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()), left);
        try (in) {
            new SheetCheck(in::goOn).check(in);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (TooLarge e) {
            throw new Unreadable(Why.ZIP_BOMB, 0, "");
        }
        return in.size;
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what comes out, and ends it where a part is larger than a reader could keep. */
    private static final class Counted extends FilterInputStream {
        private final long packed;
        private final long left;
        private long size;
        private long until = LARGEST_KEPT;

        Counted(InputStream in, long packed, long left) {
            super(in);
            this.packed = packed;
            this.left = left;
        }

        /** A row has ended: a reader keeps no more of it, and the next may come. */
        void goOn() {
            until = Math.max(until, size + LARGEST_ROW);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int count = super.read(buffer, from, most);
            size += Math.max(0, count);
            if (size > left || size > until || size > ALWAYS_ALLOWED && size / packed > HIGHEST_RATIO)
                throw new TooLarge();
            return count;
        }
    }
}
