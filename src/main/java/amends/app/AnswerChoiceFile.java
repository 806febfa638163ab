package amends.app;

import amends.acd.AnswerRules;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers for each who sits here whether they want calls answered by themselves; which calls those are, the settings
 * say. A file that cannot be read costs a line in the log.
 */
final class AnswerChoiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerChoiceFile.class);
    static final String NAME = "answering.properties";

    private final Path file;
    private final String queue;
    private final String asked;

    /** @param extension whose choice it is */
    AnswerChoiceFile(Path home, String extension) {
        file = home.resolve(NAME);
        queue = extension + ".queue";
        asked = extension + ".asked";
    }

    /** @param settings what holds where nothing was chosen @param offered what is chosen or not */
    AnswerRules read(AnswerRules settings, AnswerRules offered) {
        Properties stored = stored();
        AnswerRules chosen = switch (stored.getProperty(queue, "").strip()) {
            case "true" -> settings.with(offered.calls());
            case "false" -> settings.with(AnswerRules.Calls.NONE);
            default -> settings;
        };
        return switch (stored.getProperty(asked, "").strip()) {
            case "true" -> chosen.with(offered.asked());
            case "false" -> chosen.with(AnswerRules.Asked.NEVER);
            default -> chosen;
        };
    }

    private Properties stored() {
        var stored = new Properties();
        if (!Files.isReadable(file)) return stored;
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read, calls are answered as the settings say: {}", file, e.toString());
        }
        return stored;
    }

    /** @return whether it is remembered */
    boolean write(AnswerRules rules) {
        Properties stored = stored();
        stored.setProperty(queue, String.valueOf(rules.calls() != AnswerRules.Calls.NONE));
        stored.setProperty(asked, String.valueOf(rules.asked() != AnswerRules.Asked.NEVER));
        try (Writer writer = Files.newBufferedWriter(file)) {
            stored.store(
                    writer,
                    "Chosen on the page of sound by who sits at these; comes before amends.yaml. Delete it to have the settings' again");
            return true;
        } catch (IOException e) {
            LOG.warn("which calls are answered by themselves is not remembered: {}", e.toString());
            return false;
        }
    }
}
