package amends.app;

import amends.customer.jdbc.CustomerFilling;
import amends.kernel.Secret;
import amends.kernel.Timekeeper;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From the INVITE on the wire to the caller's profile on the screen, with as many customers as one likes. */
@Command(
        name = "pop",
        description = {
            "Measures how long it takes from the INVITE to the painted profile. A real desk with its window registers at"
                    + " an exchange that only rings; customers call one after the other.",
            "cold: customers whom this desk never looked at; warm: the same customers again.",
            "Without a display the same views are painted into a picture, and the output says so."
        },
        mixinStandardHelpOptions = true)
final class PopBench implements Callable<Integer> {
    /** A desk in the middle of its day is measured, not the first seconds of a program. */
    private static final int PRACTICE = 60;

    @Option(names = "--customers", defaultValue = "1000000", description = "In the database: ${DEFAULT-VALUE}.")
    int customers;

    @Option(names = "--calls", defaultValue = "500", description = "Cold ones, and as many warm: ${DEFAULT-VALUE}.")
    int calls;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "A database that holds nobody but this bench's own customers; one in a temporary folder"
                    + " without it.")
    String url;

    @Option(names = "--db-user", defaultValue = "amends", description = "Its owner's login: ${DEFAULT-VALUE}.")
    String user;

    @Option(
            names = "--db-password",
            defaultValue = "",
            description = "As in amends.yaml: a text, env:NAME or file:PATH.")
    String password;

    @Option(names = "--seed", defaultValue = "1", description = "Of the invented customers and who calls.")
    long seed;

    @Option(names = "--json", description = "Prints the figures as JSON.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final Timekeeper time = Timekeeper.system();

    @Override
    public Integer call() throws Exception {
        if (customers < PRACTICE + 1 || calls < 1 || calls > customers - PRACTICE)
            throw new Trouble(
                    Exit.USAGE,
                    "--customers must be more than " + PRACTICE + ", and --calls between 1 and what is left of them.");
        Path folder = Files.createTempDirectory("amends-bench");
        try {
            Logs.to(folder, false);
            measure(Home.at(folder));
        } finally {
            delete(folder);
        }
        return Exit.OK;
    }

    private void measure(Home home) throws Exception {
        var where = new DeskSettings.Database(url == null ? home.databaseUrl() : url, user, Secret.parse(password));
        double fillSeconds = fill(where);
        List<Integer> places = places();
        try (var desk = MeasuredDesk.open(where, home, time)) {
            for (int place : places.subList(0, PRACTICE)) desk.pop(CustomerFilling.number(place));
            List<Integer> callers = new ArrayList<>(places.subList(PRACTICE, PRACTICE + calls));
            tell("calls of customers not looked at before: " + calls);
            double[] cold = pops(desk, callers);
            Collections.shuffle(callers, new Random(seed));
            tell("the same customers again");
            double[] warm = pops(desk, callers);
            print(cold, warm, desk.painting(), fillSeconds);
        }
    }

    /** @return seconds that it took; the connection is closed again: what follows begins with empty caches of its own */
    private double fill(DeskSettings.Database where) {
        try (var database = DbCommand.Where.open(where)) {
            if (!database.awaitAvailable(java.time.Duration.ofSeconds(60)))
                throw new Trouble(Exit.UNAVAILABLE, where.url() + " does not answer: " + database.availability());
            var filling = new CustomerFilling(database, seed);
            long invented = filling.invented();
            if (filling.customers() > invented)
                throw new Trouble(
                        Exit.USAGE,
                        where.url() + " holds customers that are not this bench's: give it a database of its own.");
            long began = time.nanos();
            int step = Math.max(1, customers / 10);
            for (int from = (int) invented; from < customers; from += step) {
                filling.fill(from, Math.min(customers, from + step));
                tell(Math.min(customers, from + step) + " of " + customers + " customers");
            }
            return (time.nanos() - began) / 1e9;
        }
    }

    private List<Integer> places() {
        var random = new Random(seed);
        return random.ints(0, customers)
                .distinct()
                .limit(PRACTICE + calls)
                .boxed()
                .toList();
    }

    private double[] pops(MeasuredDesk desk, List<Integer> callers) throws Exception {
        double[] millis = new double[callers.size()];
        for (int i = 0; i < millis.length; i++) millis[i] = desk.pop(CustomerFilling.number(callers.get(i)));
        Arrays.sort(millis);
        return millis;
    }

    private void print(double[] cold, double[] warm, String painting, double fillSeconds) throws IOException {
        if (json) {
            var all = new LinkedHashMap<String, Object>();
            all.put("cold", figures(cold));
            all.put("warm", figures(warm));
            all.put("customers", customers);
            all.put("calls", calls);
            all.put("painted", painting);
            all.put("fill_s", round(fillSeconds));
            out().println(new ObjectMapper().writeValueAsString(all));
            return;
        }
        out().printf("INVITE to painted profile, %d customers, painted %s%n", customers, painting);
        out().printf("%-6s %6s %9s %9s %9s%n", "", "calls", "p50 ms", "p95 ms", "p99 ms");
        row("cold", cold);
        row("warm", warm);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void row(String name, double[] sorted) {
        out().printf(
                        "%-6s %6d %9.1f %9.1f %9.1f%n",
                        name, sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99));
        out().flush();
    }

    private static Map<String, Object> figures(double[] sorted) {
        var figures = new LinkedHashMap<String, Object>();
        for (int percent : new int[] {50, 95, 99}) figures.put("p" + percent + "_ms", round(at(sorted, percent)));
        return figures;
    }

    /** The smallest value that so many per cent do not exceed. */
    static double at(double[] sorted, int percent) {
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
