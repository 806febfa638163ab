package amends.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's sipp as a customer's telephone, saying a clip over and over. */
final class SippCustomer {
    private SippCustomer() {}

    /** @param scenario a resource of {@code /sipp} @param more further arguments of sipp */
    static Program calls(Path folder, String scenario, String target, int port, Sound says, String... more)
            throws IOException {
        Files.createDirectories(folder);
        try (var in = SippCustomer.class.getResourceAsStream("/sipp/" + scenario)) {
            Files.write(folder.resolve(scenario), in.readAllBytes());
        }
        Files.write(folder.resolve("customer.ul"), says.muLaw());
        var command = new ArrayList<>(List.of(
                "sipp",
                Office.HOST + ":" + port,
                "-sf",
                scenario,
                "-s",
                target,
                "-m",
                "1",
                "-nostdin",
                "-timeout",
                "90",
                "-timeout_error"));
        command.addAll(List.of(more));
        if (!command.contains("-i")) command.addAll(List.of("-i", Office.HOST));
        return Program.other(folder, command.toArray(String[]::new));
    }
}
