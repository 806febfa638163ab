package amends.app;

import amends.kernel.yaml.YamlMistakes;
import amends.recovery.ComplaintScheme;
import amends.recovery.ComplaintSchemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tree of causes and the units: the house's own file in the home where there is one, else the one that is shipped. */
final class ComplaintSchemes {
    private static final String FILE = "complaints.yaml";

    private ComplaintSchemes() {}

    /**
     * @param beside a file of the home
     * @throws IllegalArgumentException naming the lines that are wrong
     */
    static ComplaintScheme of(Path beside) {
        Path own = beside.resolveSibling(FILE);
        if (!Files.isRegularFile(own)) return ComplaintSchemeReader.standard();
        try {
            return ComplaintSchemeReader.read(own.toString(), Files.readString(own));
        } catch (IOException e) {
            throw new UncheckedIOException(own + " cannot be read", e);
        } catch (YamlMistakes e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
