package amends.app;

import amends.customer.CustomerOffice.Import;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.Table;
import amends.customer.spreadsheet.TableFiles;
import amends.kernel.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that a desk sent the services, with how it wants it understood: a line each. Whoever has a login may have
 * written it by hand: nothing of it names a file here.
 */
final class AskedTable implements AutoCloseable {
    private static final int LINES = 6;
    private static final int LONGEST_NAME = 120;
    private final Path folder;
    private final Path file;
    private final String[] asked;

    /** @param asked as {@link #written} wrote it @throws Malformed when it did not */
    AskedTable(String asked, InputStream bytes) throws IOException {
        this.asked = asked.split("\n", -1);
        if (this.asked.length != LINES) throw new Malformed("a table with " + this.asked.length + " lines about it");
        folder = Files.createTempDirectory("amends-table");
        file = folder.resolve("table");
        boolean whole = false;
        try {
            Files.copy(bytes, file);
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    static String written(Import wanted) {
        return String.join(
                "\n",
                wanted.kind().name(),
                PlainText.line(wanted.source(), 40),
                String.valueOf(wanted.changeKnown()),
                String.valueOf(wanted.goodRowsOnly()),
                wanted.columns().stream().map(Enum::name).collect(Collectors.joining(",")),
                PlainText.line(wanted.table().name(), LONGEST_NAME));
    }

    Import read() throws Table.Unreadable {
        try {
            return new Import(
                    ImportKind.valueOf(asked[0]),
                    new Called(new TableFiles().open(file), PlainText.line(asked[5], LONGEST_NAME)),
                    Arrays.stream(asked[4].split(",")).map(ImportField::valueOf).toList(),
                    PlainText.line(asked[1], 40),
                    Boolean.parseBoolean(asked[2]),
                    Boolean.parseBoolean(asked[3]));
        } catch (IllegalArgumentException e) {
            throw new Malformed(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }

    /** What was asked cannot be read: no desk of this version asked it. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(PlainText.line(what, 200));
        }
    }

    /** Under the name that it has where it came from. */
    private record Called(Table table, String name) implements Table {
        @Override
        public Path file() {
            return table.file();
        }

        @Override
        public String described() {
            return table.described();
        }

        @Override
        public List<String> header() {
            return table.header();
        }

        @Override
        public void rows(Taker taker) throws Unreadable {
            table.rows(taker);
        }
    }
}
