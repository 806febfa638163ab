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

/** A table that a desk sent the services, with how it wants it understood: a line each. */
final class AskedTable implements AutoCloseable {
    private static final int LONGEST_NAME = 120;
    private final Path folder;
    private final Path file;
    private final List<String> asked;

    /** @param asked as {@link #written} wrote it */
    AskedTable(String asked, InputStream bytes) throws IOException {
        this.asked = asked.lines().toList();
        folder = Files.createTempDirectory("amends-table");
        file = folder.resolve(this.asked.get(5));
        Files.copy(bytes, file);
    }

    static String written(Import wanted) {
        String name = wanted.table().file().getFileName().toString();
        return String.join(
                "\n",
                wanted.kind().name(),
                PlainText.line(wanted.source(), 40),
                String.valueOf(wanted.changeKnown()),
                String.valueOf(wanted.goodRowsOnly()),
                wanted.columns().stream().map(Enum::name).collect(Collectors.joining(",")),
                PlainText.line(name, LONGEST_NAME).replaceAll("[\\\\/:]|^\\.+", "_"));
    }

    Import read() throws Table.Unreadable {
        return new Import(
                ImportKind.valueOf(asked.get(0)),
                new TableFiles().open(file),
                Arrays.stream(asked.get(4).split(",")).map(ImportField::valueOf).toList(),
                asked.get(1),
                Boolean.parseBoolean(asked.get(2)),
                Boolean.parseBoolean(asked.get(3)));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
