package amends.kernel.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong in one file, each with its place. The message is for people. */
public final class YamlMistakes extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Mistake> mistakes;

    /** @param line counted from 1; 0 when the whole file is meant */
    public record Mistake(int line, int column, String text) {}

    public YamlMistakes(Path file, List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(m -> m.line() == 0
                        ? file + ": " + m.text()
                        : file + ":" + m.line() + ":" + m.column() + ": " + m.text())
                .collect(Collectors.joining(System.lineSeparator())));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
