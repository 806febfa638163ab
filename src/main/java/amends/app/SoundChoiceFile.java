package amends.app;

import amends.media.SoundWishes;
import amends.media.ToneWishes;
import amends.media.VoiceTreatment;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers what was chosen on the page of sound. One that cannot be read costs a line in the log. */
final class SoundChoiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(SoundChoiceFile.class);
    static final String NAME = "sound.properties";
    private static final int LONGEST = 200;

    private final Path file;

    SoundChoiceFile(Path home) {
        file = home.resolve(NAME);
    }

    /** @param settings what holds where nothing was chosen */
    SoundWishes read(SoundWishes settings) {
        if (!Files.isReadable(file)) return settings;
        var stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read, sound is as the settings say: {}", file, e.toString());
            return settings;
        }
        LOG.info("sound is as it was chosen in the window ({})", file);
        VoiceTreatment t = settings.treatment();
        ToneWishes tones = settings.tones();
        return new SoundWishes(
                name(stored, "microphone", settings.microphone()),
                name(stored, "speaker", settings.speaker()),
                name(stored, "ringer", settings.ringer()),
                new VoiceTreatment(
                        yes(stored, "echo-cancellation", t.echo()),
                        yes(stored, "noise-suppression", t.noise()),
                        yes(stored, "automatic-gain", t.gain())),
                new ToneWishes(yes(stored, "waiting-tone", tones.waiting()), yes(stored, "zip-tone", tones.zip())));
    }

    private static String name(Properties stored, String key, String otherwise) {
        String name = stored.getProperty(key, "").strip();
        return name.isEmpty() || name.length() > LONGEST ? otherwise : name;
    }

    private static boolean yes(Properties stored, String key, boolean otherwise) {
        return Boolean.parseBoolean(stored.getProperty(key, String.valueOf(otherwise)));
    }

    /** @return whether it is remembered */
    boolean write(SoundWishes wishes) {
        var stored = new Properties();
        stored.setProperty("microphone", wishes.microphone());
        stored.setProperty("speaker", wishes.speaker());
        stored.setProperty("ringer", wishes.ringer());
        stored.setProperty(
                "echo-cancellation", String.valueOf(wishes.treatment().echo()));
        stored.setProperty(
                "noise-suppression", String.valueOf(wishes.treatment().noise()));
        stored.setProperty("automatic-gain", String.valueOf(wishes.treatment().gain()));
        stored.setProperty("waiting-tone", String.valueOf(wishes.tones().waiting()));
        stored.setProperty("zip-tone", String.valueOf(wishes.tones().zip()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            stored.store(
                    writer,
                    "Chosen on the page of sound; comes before amends.yaml. Delete it to have the settings' again");
            return true;
        } catch (IOException e) {
            LOG.warn("what was chosen for sound is not remembered: {}", e.toString());
            return false;
        }
    }
}
