package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.yaml.YamlMistakes;
import amends.simulation.SimulatedSmsc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "smsc",
        description = "Runs the embedded message centre alone, with simulated handsets behind it: SMPP on loopback.",
        mixinStandardHelpOptions = true)
final class SmscCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings; without it, one account and port 2775.")
    Path config;

    @Option(names = "--sample-config", description = "Prints a sample with every key and its default, and ends.")
    boolean sample;

    @Option(names = "--port", paramLabel = "PORT", description = "Instead of the configured one; 0: any free one.")
    Integer port;

    @Option(names = Home.OPTION, paramLabel = "DIR", description = "Where logs go.")
    Path home;

    @Override
    public Integer call() throws IOException, YamlMistakes, InterruptedException {
        if (sample) {
            System.out.print(Samples.text("smsc.yaml"));
            return Exit.OK;
        }
        SmscSettings read = SmscSettings.read(Optional.ofNullable(config));
        Logs.to(Home.at(home).logs(), false);
        var closing = new Closing();
        try (closing) {
            var smsc = closing.with(start(port == null ? read : read.withPort(port)));
            closing.atExitToo();
            System.out.printf(
                    "The SMS centre listens on 127.0.0.1:%d for %s. Ctrl-C ends it.%n", smsc.port(), read.accounts());
            System.out.flush();
            new CountDownLatch(1).await();
        }
        return Exit.OK;
    }

    private static SimulatedSmsc start(SmscSettings settings) {
        try {
            var smsc =
                    SimulatedSmsc.open(settings.port(), settings.accounts(), settings.delivery(), Timekeeper.system());
            settings.handsets().forEach(smsc::handset);
            return smsc;
        } catch (IOException e) {
            throw new Trouble(
                    Exit.UNAVAILABLE,
                    "port " + settings.port() + ": " + e.getMessage() + "; end that program, or choose another --port",
                    e);
        }
    }
}
