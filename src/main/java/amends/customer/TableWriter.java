package amends.customer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a table to a file. What looks like a formula is written as text. Blocks. */
public interface TableWriter extends AutoCloseable {
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** By the file's name: {@code .xlsx}, else comma-separated. */
    interface Opener {
        TableWriter create(Path file, List<String> header) throws IOException;
    }
}
