package amends.kernel.yaml;

import amends.kernel.yaml.YamlMistakes.Mistake;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * What is wrong with the writing itself, in words for who wrote it: the parser speaks of tokens and scalars. What it
 * says first is matched here; anything else is told in its own words.
 */
final class SyntaxWords {
    /** @param said part of what the parser says @param begins whether the place is where the thing begins */
    private record Word(String said, boolean begins, Function<MarkedYamlEngineException, String> text) {
        Word(String said, boolean begins, String text) {
            this(said, begins, e -> text);
        }
    }

    private static final String QUOTES = "; put a text that holds it in quotes";
    private static final List<Word> WORDS = List.of(
            new Word("could not find expected ':'", true, "after the key of this line ':' and a space are missing"),
            new Word(
                    "mapping values are not allowed here",
                    false,
                    "a key cannot stand here: this line is indented differently from the one above, or it has a second"
                            + " ': '" + QUOTES),
            new Word(
                    "(TAB)",
                    false,
                    "a tab stands before the words: indent with spaces, the same number for what belongs"
                            + " together"),
            new Word(
                    "that cannot start any token",
                    false,
                    e -> "a value cannot begin with " + quoted(e.getProblem()) + QUOTES),
            new Word(
                    "expected <block end>",
                    false,
                    "this line is indented differently from those it belongs to, or stands behind a value that has"
                            + " ended"),
            new Word("expected ',' or ']'", false, e -> open(e, "list", '[', ']')),
            new Word("expected ',' or '}'", false, e -> open(e, "group", '{', '}')),
            new Word("found unexpected end of stream", true, "the quotation mark that opens here is never closed"),
            new Word(
                    "found unknown escape character",
                    false,
                    "a backslash in double quotes means something to YAML: write it twice, or use single quotes"),
            new Word(
                    "sequence entries are not allowed here",
                    false,
                    "a list begins on a line of its own below its key, each item with '- ' before it"),
            new Word("mapping keys are not allowed here", false, "a value cannot begin with '? '" + QUOTES),
            new Word("while scanning an alias", false, "a value cannot begin with '*'" + QUOTES),
            new Word("while scanning an anchor", false, "a value cannot begin with '&'" + QUOTES),
            new Word("found undefined alias", false, "a value cannot begin with '*'" + QUOTES),
            new Word("while scanning a tag", false, "a value cannot begin with '!'" + QUOTES),
            new Word("undefined tag handle", false, "a value cannot begin with '!'" + QUOTES),
            new Word(
                    "while scanning a block scalar",
                    false,
                    "behind '|' or '>' nothing follows on the line: the text begins on the next one, indented"),
            new Word("while scanning a directive", false, "a line cannot begin with '%'" + QUOTES),
            new Word("but found another document", false, "'---' begins a second document: a file holds one"),
            new Word("expected '<document start>'", false, "this does not belong to anything above it"),
            new Word("expected the node content", false, "a value is missing here"));

    private SyntaxWords() {}

    static Mistake of(MarkedYamlEngineException e) {
        String said = e.getContext() + " " + e.getProblem();
        Optional<Word> word =
                WORDS.stream().filter(w -> said.contains(w.said())).findFirst();
        Optional<Mark> begins = word.filter(Word::begins).flatMap(w -> e.getContextMark());
        return at(
                begins.or(e::getProblemMark),
                word.map(w -> w.text().apply(e)).orElseGet(() -> "cannot be read here: " + e.getProblem()));
    }

    /** A character that no text has; the parser counts characters from the beginning. */
    static Mistake of(ReaderException e, String text) {
        int end = Math.min(text.length(), Math.max(0, e.getPosition()));
        String before = text.substring(0, end);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Mistake(
                line,
                end - before.lastIndexOf('\n'),
                "a character that no text has stands here (U+%04X): remove it".formatted(e.getCodePoint()));
    }

    private static Mistake at(Optional<Mark> mark, String text) {
        return new Mistake(
                mark.map(m -> m.getLine() + 1).orElse(0),
                mark.map(m -> m.getColumn() + 1).orElse(0),
                text);
    }

    private static String open(MarkedYamlEngineException e, String what, char opens, char closes) {
        int line = e.getContextMark().map(m -> m.getLine() + 1).orElse(0);
        return "the " + what + " that begins with '" + opens + "' in line " + line + " is not closed with '" + closes
                + "', or a ',' is missing before this";
    }

    /** The character that the parser names, in its quotes. */
    private static String quoted(String problem) {
        int from = problem.indexOf('\'');
        int to = problem.indexOf('\'', from + 2);
        return from < 0 || to < 0 ? "this" : problem.substring(from, to + 1);
    }
}
