package amends.customer.spreadsheet;

import amends.customer.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what looks like a table: XLSX by its first bytes, everything else as comma-separated text. */
public final class TableFiles implements Table.Opener {
    private static final long LARGEST = 512L << 20;
    private static final int OLE2 = 0xD0CF11E0;
    private static final int ZIP = 0x504B0304;

    @Override
    public Table open(Path file) throws Table.Unreadable {
        try {
            if (!Files.isRegularFile(file)) throw new Table.Unreadable(Table.Why.NOT_FOUND, 0, "");
            long size = Files.size(file);
            if (size == 0) throw new Table.Unreadable(Table.Why.EMPTY, 0, "");
            if (size > LARGEST) throw new Table.Unreadable(Table.Why.TOO_LARGE, 0, size / (1 << 20) + " MB");
            return switch (beginning(file)) {
                case OLE2 -> throw new Table.Unreadable(Table.Why.OLD_EXCEL, 0, "");
                case ZIP -> XlsxTable.open(file);
                default -> CsvTable.open(file);
            };
        } catch (IOException e) {
            throw new Table.Unreadable(Table.Why.BROKEN, 0, String.valueOf(e.getMessage()));
        }
    }

    private static int beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            if (first.length < 4) return 0;
            return (first[0] & 255) << 24 | (first[1] & 255) << 16 | (first[2] & 255) << 8 | first[3] & 255;
        }
    }
}
