package amends.app;

import amends.acd.AnswerRules;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which calls the agent wants answered by themselves. One that cannot be read costs a line in the log. */
final class AnswerChoiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerChoiceFile.class);
    static final String NAME = "answering.properties";

    private final Path file;

    AnswerChoiceFile(Path home) {
        file = home.resolve(NAME);
    }

    /** @param settings what holds where nothing was chosen */
    AnswerRules read(AnswerRules settings) {
        if (!Files.isReadable(file)) return settings;
        var stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read, calls are answered as the settings say: {}", file, e.toString());
            return settings;
        }
        return settings.with(named(stored.getProperty("calls", ""), settings.calls(), AnswerRules.Calls.values()))
                .with(named(stored.getProperty("when-asked", ""), settings.asked(), AnswerRules.Asked.values()));
    }

    private static <E extends Enum<E>> E named(String name, E otherwise, E[] all) {
        return Arrays.stream(all)
                .filter(e -> e.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse(otherwise);
    }

    /** @return whether it is remembered */
    boolean write(AnswerRules rules) {
        var stored = new Properties();
        stored.setProperty("calls", rules.calls().name().toLowerCase(Locale.ROOT));
        stored.setProperty("when-asked", rules.asked().name().toLowerCase(Locale.ROOT));
        try (Writer writer = Files.newBufferedWriter(file)) {
            stored.store(
                    writer,
                    "Chosen on the page of sound; comes before amends.yaml. Delete it to have the settings' again");
            return true;
        } catch (IOException e) {
            LOG.warn("which calls are answered by themselves is not remembered: {}", e.toString());
            return false;
        }
    }
}
