package amends.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the house measures itself by. Each room that is held to a figure has its own class {@code …Bench} below this. */
@Command(
        name = "bench",
        description = "Measures what Amends is held to, on data of your own or simulated.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CallBench.class,
            EnduranceBench.class,
            ImportBench.class,
            PersonalityBench.class,
            RecommenderBench.class,
            PopBench.class
        })
final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Main.run("bench", "--help");
    }
}
