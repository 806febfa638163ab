package amends.app;

import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command finds its settings and its home. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings; without it, amends.yaml of the home folder, or the built-in ones.")
    Path config;

    @Option(names = Home.OPTION, paramLabel = "DIR", description = "Where Amends keeps its own data.")
    Path homeFolder;

    Home home() throws IOException {
        return Home.at(homeFolder);
    }

    DeskSettings read(Home home) throws YamlMistakes {
        Optional<Path> file = Optional.ofNullable(config)
                .or(() -> Optional.of(home.settings()).filter(Files::exists));
        return DeskSettings.read(file, home);
    }
}
