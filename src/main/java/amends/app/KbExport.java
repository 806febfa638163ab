package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.Article;
import amends.knowledge.Flow;
import amends.knowledge.folder.ArticlePage;
import amends.knowledge.folder.FlowFolder;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcFlows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Writes the articles and flows in use into a folder, as 'kb import' reads them.",
            "What did not change since the last export stays as it was; files of what is gone are left there."
        },
        mixinStandardHelpOptions = true)
final class KbExport implements Callable<Integer> {
    @Mixin
    DbCommand.Where where;

    @Parameters(paramLabel = "DIR")
    Path folder;

    private int written;
    private int same;

    @Override
    public Integer call() throws IOException, YamlMistakes {
        try (Database database = where.open()) {
            for (Article article : new JdbcArticles(database, Timekeeper.system()).inUse())
                write(ArticlePage.place(article.text()), ArticlePage.write(article.text()));
            for (Flow flow : new JdbcFlows(database, Timekeeper.system()).inUse())
                write(FlowFolder.place(flow.id()), flow.text().source());
        }
        System.out.printf("%d written, %d unchanged%n", written, same);
        return Exit.OK;
    }

    /** Categories are paths that people typed: none leads out of the folder. */
    private void write(String place, String text) throws IOException {
        Path file = folder.resolve(place).normalize();
        if (!file.startsWith(folder.normalize()))
            throw new Trouble(Exit.BAD_CONFIGURATION, place + ": leads out of the folder; nothing is written there");
        if (before(file).filter(text::equals).isPresent()) {
            same++;
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        written++;
        System.out.println(place);
    }

    private static Optional<String> before(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
