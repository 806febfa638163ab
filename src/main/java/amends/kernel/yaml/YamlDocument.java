package amends.kernel.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML file being read. Values are asked for by {@link YamlMap}; what is wrong is collected, not thrown, so that
 * one look shows every mistake; {@link #check} ends the reading.
 */
public final class YamlDocument {
    private static final long MOST_BYTES = 4L << 20;
    private final Path file;
    private final List<YamlMistakes.Mistake> mistakes = new ArrayList<>();
    private TypedSlips slips;
    private YamlMap root;
    private boolean empty;

    private YamlDocument(Path file) {
        this.file = file;
    }

    /** @throws YamlMistakes when the file is missing, unreadable or no YAML mapping */
    public static YamlDocument read(Path file) throws YamlMistakes {
        var document = new YamlDocument(file);
        return document.parse(document.text());
    }

    /** The same for text that is in no file of its own. @param name how mistakes call it */
    public static YamlDocument of(String name, String text) throws YamlMistakes {
        return new YamlDocument(Path.of(name)).parse(text);
    }

    private String text() throws YamlMistakes {
        try {
            if (Files.size(file) > MOST_BYTES) throw whole("is larger than 4 MB; is it the right file?");
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw whole("there is no such file");
        } catch (CharacterCodingException e) {
            throw whole("is not UTF-8 text");
        } catch (IOException e) {
            throw whole("cannot be read: " + e.getMessage());
        }
    }

    private YamlDocument parse(String text) throws YamlMistakes {
        slips = new TypedSlips(text);
        try {
            var settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .build();
            Optional<Node> node = new Compose(settings).composeString(text);
            empty = node.isEmpty();
            if (empty) {
                root = new YamlMap(this, Optional.empty(), "");
            } else if (node.get() instanceof MappingNode mapping) {
                root = new YamlMap(this, Optional.of(mapping), "");
            } else {
                throw unreadable(new YamlMistakes.Mistake(0, 0, "should hold 'key: value' lines"));
            }
            return this;
        } catch (MarkedYamlEngineException e) {
            throw unreadable(SyntaxWords.of(e));
        } catch (ReaderException e) {
            throw unreadable(SyntaxWords.of(e, text));
        } catch (YamlEngineException | StackOverflowError e) {
            throw whole("is no YAML: " + e.getMessage());
        }
    }

    /** What the parser stumbles over on a line with a slip, or on the next, follows from the slip. */
    private YamlMistakes unreadable(YamlMistakes.Mistake stumbled) {
        var told = new ArrayList<>(slips.all());
        boolean follows = told.stream()
                .anyMatch(slip ->
                        stumbled.line() == 0 || stumbled.line() == slip.line() || stumbled.line() == slip.line() + 1);
        if (!follows) told.add(stumbled);
        return new YamlMistakes(file, told);
    }

    /** The same document, where nothing may not be said. @param how it is written, for the mistake's text */
    public YamlDocument filled(String how) throws YamlMistakes {
        if (empty) throw whole("is empty: " + how);
        return this;
    }

    private YamlMistakes whole(String text) {
        return new YamlMistakes(file, List.of(new YamlMistakes.Mistake(0, 0, text)));
    }

    public YamlMap root() {
        return root;
    }

    void mistake(Optional<Mark> at, String text) {
        mistakes.add(new YamlMistakes.Mistake(
                at.map(m -> m.getLine() + 1).orElse(0),
                at.map(m -> m.getColumn() + 1).orElse(0),
                text));
    }

    /** Ends the reading: keys that nobody asked for are mistakes too. */
    public void check() throws YamlMistakes {
        root.refuseUnknown();
        if (mistakes.isEmpty()) return;
        var told = new LinkedHashSet<YamlMistakes.Mistake>();
        mistakes.stream()
                .sorted(Comparator.comparingInt(YamlMistakes.Mistake::line))
                .forEach(m -> told.add(slips.on(m.line()).orElse(m)));
        throw new YamlMistakes(file, List.copyOf(told));
    }
}
