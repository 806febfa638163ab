package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.yaml.YamlMistakes;
import amends.pbx.EmbeddedPbx;
import amends.pbx.PbxConfig;
import amends.pbx.PbxRefused;
import amends.pbx.PortBusy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "pbx",
        description = "Runs the embedded PBX alone: registrar, queue, bridge and manager protocol.",
        mixinStandardHelpOptions = true)
final class PbxCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings; without it, three agents on loopback.")
    Path config;

    @Option(names = "--sample-config", description = "Prints a sample with every key and its default, and ends.")
    boolean sample;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Listens on this address; off loopback every password needs 12 characters or more.")
    String bind;

    @Option(names = "--sip-port", paramLabel = "PORT", description = "Instead of the configured one; 0: any free one.")
    Integer sipPort;

    @Option(
            names = "--manager-port",
            paramLabel = "PORT",
            description = "Instead of the configured one; 0: any free one.")
    Integer managerPort;

    @Option(names = Home.OPTION, paramLabel = "DIR", description = "Where logs go.")
    Path home;

    @Override
    public Integer call() throws IOException, YamlMistakes, InterruptedException {
        if (sample) {
            System.out.print(Samples.text("pbx.yaml"));
            return Exit.OK;
        }
        PbxConfig settings = PbxSettings.read(Optional.ofNullable(config), Optional.ofNullable(bind));
        settings = settings.withPorts(
                sipPort == null ? settings.sipPort() : sipPort,
                managerPort == null ? settings.managerPort() : managerPort,
                settings.rtpPorts());
        Logs.to(Home.at(home).logs(), false);
        try (var pbx = start(settings)) {
            System.out.printf(
                    "The PBX listens on %s: SIP %d (UDP, TCP), manager protocol %d. Ctrl-C ends it.%n",
                    settings.bind().getHostAddress(), pbx.sipPort(), pbx.managerPort());
            var ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                pbx.close();
                ended.countDown();
            }));
            ended.await();
        }
        return Exit.OK;
    }

    static EmbeddedPbx start(PbxConfig settings) {
        try {
            return EmbeddedPbx.start(settings, Timekeeper.system());
        } catch (PortBusy e) {
            throw new Trouble(
                    Exit.UNAVAILABLE, e.getMessage() + "; end that program, or choose another port in the settings", e);
        } catch (PbxRefused e) {
            throw new Trouble(Exit.BAD_CONFIGURATION, String.join(System.lineSeparator(), e.objections()), e);
        }
    }
}
