package amends.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopSettingsTest {
    @TempDir
    Path home;

    @Test
    void what_was_changed_is_there_the_next_time() {
        var place = new Preferences.Place(-5, 10, 1300, 900);
        DesktopSettings.in(home)
                .change(p -> p.withLanguage(Language.ZH_CN)
                        .withTheme(Theme.DARK)
                        .withTextPercent(150)
                        .withWindow(place, true)
                        .withMiniBar(place));
        Preferences now = DesktopSettings.in(home).now();
        assertThat(now.language()).isEqualTo(Language.ZH_CN);
        assertThat(now.theme()).isEqualTo(Theme.DARK);
        assertThat(now.textPercent()).isEqualTo(150);
        assertThat(now.window()).contains(place);
        assertThat(now.maximised()).isTrue();
        assertThat(now.miniBar()).contains(place);
    }

    @Test
    void who_sits_here_next_does_not_call_under_the_number_another_chose() {
        DesktopSettings.in(home).change(p -> p.withCaller("1001", "withheld"));
        DesktopSettings.in(home).change(p -> p.withCaller("1002", "+864008001000"));
        Preferences now = DesktopSettings.in(home).now();
        assertThat(now.caller("1001")).isEqualTo("withheld");
        assertThat(now.caller("1002")).isEqualTo("+864008001000");
        assertThat(now.caller("1003")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=99999999999", "text=-7", "window=1,2", "theme=pink", "\\u12", "language=xx"})
    void a_broken_file_is_no_reason_not_to_open(String line) throws IOException {
        Files.writeString(home.resolve(DesktopSettings.FILE), line);
        assertThat(DesktopSettings.in(home).now().textPercent()).isBetween(100, 200);
    }

    @Test
    void a_folder_that_cannot_be_written_costs_nothing_but_the_memory() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        var settings = DesktopSettings.in(file.resolve("below"));
        settings.change(p -> p.withTheme(Theme.DARK));
        assertThat(settings.now().theme()).isEqualTo(Theme.DARK);
    }
}
