package amends.compensation.spreadsheet;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong in one file, each with its line. The message is for people. */
public final class CsvMistakes extends Exception {
    private static final long serialVersionUID = 1;

    CsvMistakes(Path file, List<String> mistakes) {
        super(mistakes.stream().map(m -> file + ":" + m).collect(Collectors.joining(System.lineSeparator())));
    }
}
