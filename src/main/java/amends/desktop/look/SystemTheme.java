package amends.desktop.look;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the operating system whether it is dark. Blocks up to two seconds; light where nobody answers. */
public final class SystemTheme {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
    private static final List<String> WINDOWS = List.of(
            "reg",
            "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
            "/v",
            "AppsUseLightTheme");
    private static final List<String> MAC = List.of("defaults", "read", "-g", "AppleInterfaceStyle");
    private static final List<String> GNOME =
            List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");

    private final String system;

    public SystemTheme() {
        this(System.getProperty("os.name", ""));
    }

    SystemTheme(String system) {
        this.system = system.toLowerCase(Locale.ROOT);
    }

    public boolean isDark() {
        return readsDark(answer(command()));
    }

    List<String> command() {
        if (system.contains("win")) return WINDOWS;
        return system.contains("mac") ? MAC : GNOME;
    }

    boolean readsDark(String answer) {
        if (system.contains("win")) return answer.contains("0x0");
        return answer.toLowerCase(Locale.ROOT).contains("dark");
    }

    private static String answer(List<String> command) {
        try {
            Process asked =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            asked.getOutputStream().close();
            if (!asked.waitFor(2, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return "";
            }
            return new String(asked.getInputStream().readAllBytes());
        } catch (IOException e) {
            LOG.debug("the system's theme is not known: {}", e.toString());
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
