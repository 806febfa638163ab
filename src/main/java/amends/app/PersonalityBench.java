package amends.app;

import amends.kernel.Timekeeper;
import amends.personality.Encounter;
import amends.personality.Estimator;
import amends.personality.Learning;
import amends.personality.Likelihood;
import amends.personality.Parameters;
import amends.personality.spreadsheet.EstimateFile;
import amends.personality.spreadsheet.ObservationFile;
import amends.personality.spreadsheet.ObservationFile.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates the customers of a file as the house estimates its own. */
@Command(
        name = "personality",
        description = {
            "Estimates from marks whether customers are expressive or reserved. Reads",
            "customer,contact,date,severity(1-4),behaviour,seen(0|1),observer; writes",
            "customer,p_expressive,observations,shown(expressive|reserved|unknown). How often which behaviour is seen,"
                    + " mistakes, moods and observers' habits are learned from the file itself."
        },
        mixinStandardHelpOptions = true)
final class PersonalityBench implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--observations", paramLabel = "FILE", required = true, description = "The marks.")
    Path observations;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the estimates are written.")
    Path out;

    @Option(names = "--shipped", description = "Learns nothing: reckons with the parameters that come with Amends.")
    boolean shipped;

    private final Timekeeper time = Timekeeper.system();

    @Override
    public Integer call() throws IOException {
        checkOut();
        long began = time.nanos();
        List<History> customers = faultless();
        List<List<Encounter>> histories =
                customers.stream().map(History::encounters).toList();
        Parameters parameters = shipped ? Parameters.SHIPPED : Learning.from(Parameters.SHIPPED, histories);
        Map<String, Likelihood> found = estimated(customers, parameters);
        EstimateFile.write(out, found);
        print(parameters, found, (time.nanos() - began) / 1e9);
        return Exit.OK;
    }

    private void checkOut() throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) throw new Trouble(Exit.CANNOT_CREATE, folder + ": there is no such folder");
        if (Files.isDirectory(out)) throw new Trouble(Exit.CANNOT_CREATE, out + ": is a folder");
        if (Files.exists(out) && Files.exists(observations) && Files.isSameFile(out, observations))
            throw new Trouble(Exit.USAGE, "--out: the marks would be written over; choose another file");
    }

    private List<History> faultless() throws IOException {
        if (!Files.isRegularFile(observations))
            throw new Trouble(Exit.NO_INPUT, observations + ": there is no such file");
        ObservationFile.Read read = ObservationFile.read(observations);
        if (read.mistakes().isEmpty()) return read.customers();
        throw new Trouble(
                Exit.BAD_CONFIGURATION,
                observations + ":" + System.lineSeparator()
                        + String.join(System.lineSeparator(), read.mistakes()) + System.lineSeparator()
                        + "Nothing was written.");
    }

    /** As of the newest contact of the file. */
    private static Map<String, Likelihood> estimated(List<History> customers, Parameters parameters) {
        var estimator = new Estimator(parameters);
        Instant today = customers.stream()
                .flatMap(c -> c.encounters().stream())
                .map(Encounter::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Map<String, Likelihood> found = new LinkedHashMap<>();
        for (History c : customers) found.put(c.customer(), estimator.likelihood(c.encounters(), today));
        return found;
    }

    private void print(Parameters p, Map<String, Likelihood> found, double seconds) {
        long shown = found.values().stream().filter(l -> l.shown().isPresent()).count();
        spec.commandLine()
                .getOut()
                .printf("%s, %d shown, %.1f s%n", Counted.of(found.size(), "customer"), shown, seconds);
        spec.commandLine()
                .getOut()
                .printf(
                        "expressive %.3f, mistakes %.3f, a grave failure multiplies the odds by %.2f, moods spread %.2f,"
                                + " observers %.2f, half-life %.0f years%n",
                        p.expressiveShare(),
                        p.mistake(),
                        Math.exp(p.severityPush()),
                        p.moodSpread(),
                        p.habitSpread(),
                        p.halfLifeDays() / 365.25);
    }
}
