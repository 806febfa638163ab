package amends.app;

import amends.knowledge.ArticleSource;
import amends.knowledge.FlowSource;
import amends.knowledge.folder.ArticleFolder;
import amends.knowledge.folder.FlowFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything in a folder of the knowledge base: articles, and the flows that name them. */
record KbFolder(List<ArticleSource> articles, List<FlowSource> flows, List<String> mistakes) {
    static final KbFolder NOTHING = new KbFolder(List.of(), List.of(), List.of());

    static KbFolder read(Path folder) throws IOException {
        ArticleFolder.Read articles = ArticleFolder.read(folder);
        var there =
                articles.sources().stream().map(source -> source.text().id()).collect(Collectors.toSet());
        FlowFolder.Read flows = FlowFolder.read(folder, there);
        var mistakes = new ArrayList<>(articles.mistakes());
        mistakes.addAll(flows.mistakes());
        return new KbFolder(articles.sources(), flows.sources(), List.copyOf(mistakes));
    }
}
