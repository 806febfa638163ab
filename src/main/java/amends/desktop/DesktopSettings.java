package amends.desktop;

import amends.desktop.Preferences.Place;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers the preferences in a small file. One that cannot be read or written costs a line in the log, no more. */
public final class DesktopSettings {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopSettings.class);
    private static final String CALLER = "caller.";
    static final String FILE = "desktop.properties";

    private final Path file;
    private Preferences now;

    private DesktopSettings(Path file, Preferences now) {
        this.file = file;
        this.now = now;
    }

    /** @param folder the desk's home folder */
    public static DesktopSettings in(Path folder) {
        Path file = folder.resolve(FILE);
        return new DesktopSettings(file, read(file));
    }

    /** For this run and the next ones in this language, as the command line asks. */
    public DesktopSettings speaking(Language language) {
        now = now.withLanguage(language);
        return this;
    }

    public Preferences now() {
        return now;
    }

    public void change(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(now);
        if (next.equals(now)) return;
        now = next;
        write();
    }

    private static Preferences read(Path file) {
        var stored = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the window's settings in {} cannot be read, its own are used: {}", file, e.toString());
            }
        }
        Language language =
                Language.ofTag(stored.getProperty("language", "")).orElseGet(() -> Language.of(Locale.getDefault()));
        Preferences standard = Preferences.standard(language);
        return new Preferences(
                language,
                theme(stored.getProperty("theme", "")),
                number(stored.getProperty("text", "")).orElse(standard.textPercent()),
                place(stored.getProperty("window", "")),
                Boolean.parseBoolean(stored.getProperty("maximised")),
                place(stored.getProperty("minibar", "")),
                callers(stored));
    }

    private static Map<String, String> callers(Properties stored) {
        return stored.stringPropertyNames().stream()
                .filter(key -> key.startsWith(CALLER))
                .collect(Collectors.toMap(key -> key.substring(CALLER.length()), stored::getProperty));
    }

    private static Theme theme(String name) {
        return Arrays.stream(Theme.values())
                .filter(t -> t.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Theme.SYSTEM);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("-?\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Place> place(String text) {
        if (!text.matches("-?\\d{1,6}(,-?\\d{1,6}){3}")) return Optional.empty();
        int[] n = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Place(n[0], n[1], n[2], n[3]));
    }

    private void write() {
        var stored = new Properties();
        stored.setProperty("language", now.language().locale().toLanguageTag());
        stored.setProperty("theme", now.theme().name().toLowerCase(Locale.ROOT));
        stored.setProperty("text", String.valueOf(now.textPercent()));
        stored.setProperty("maximised", String.valueOf(now.maximised()));
        now.callers().forEach((extension, number) -> stored.setProperty(CALLER + extension, number));
        now.window().ifPresent(p -> stored.setProperty("window", written(p)));
        now.miniBar().ifPresent(p -> stored.setProperty("minibar", written(p)));
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                stored.store(writer, "How the window stands; written by the window itself");
            }
        } catch (IOException e) {
            LOG.warn("the window's settings are not remembered in {}: {}", file, e.toString());
        }
    }

    private static String written(Place p) {
        return p.x() + "," + p.y() + "," + p.width() + "," + p.height();
    }
}
