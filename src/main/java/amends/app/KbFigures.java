package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.Confirmation;
import amends.knowledge.SearchFigure;
import amends.knowledge.jdbc.JdbcConfirmations;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the search gets better: how high the answers stood that agents marked. */
@Command(
        name = "figures",
        description = "How high the right answers stood, day by day and queue by queue: MRR@10, nDCG@10, success@3.",
        mixinStandardHelpOptions = true)
final class KbFigures implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Mixin
    DbCommand.Where where;

    @Option(names = "--days", paramLabel = "N", description = "Of so many days; by default ${DEFAULT-VALUE}.")
    int days = 30;

    @Override
    public Integer call() throws IOException, YamlMistakes {
        try (Database database = where.open()) {
            List<Confirmation> confirmed = new JdbcConfirmations(database)
                    .since(Timekeeper.system().now().minus(Duration.ofDays(days)), MOST);
            List<SearchFigure> figures = SearchFigure.of(confirmed, ZoneId.systemDefault());
            if (figures.isEmpty()) System.out.println("No searched answer was marked in a contact that was solved.");
            else
                System.out.printf(
                        "%-10s  %-20s %7s %7s %7s %9s%n", "day", "queue", "answers", "MRR@10", "nDCG@10", "success@3");
            figures.forEach(KbFigures::print);
        }
        return Exit.OK;
    }

    private static void print(SearchFigure one) {
        System.out.printf(
                "%-10s  %-20s %7d %7.3f %7.3f %9.3f%n",
                one.day(),
                one.queue().isEmpty() ? "-" : one.queue(),
                one.answers(),
                one.mrr10(),
                one.ndcg10(),
                one.success3());
    }
}
