package amends.law;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The house style of every Java source: checked by a test, written by {@code mvn test-compile exec:exec@format}. */
public final class SourceStyle {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).formatJavadoc(false).build());

    String styled(String source) {
        try {
            String ordered = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), STYLE);
            return formatter.formatSource(ordered);
        } catch (FormatterException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    /** Rewrites every source below the given folder that is not yet in the house style. */
    public static void main(String[] args) throws IOException {
        var style = new SourceStyle();
        for (Path source : sources(Path.of(args[0]))) {
            String text = Files.readString(source);
            String styled = style.styled(text);
            if (!styled.equals(text)) {
                Files.writeString(source, styled);
                System.out.println("styled " + source);
            }
        }
    }
}
