package amends.app;

import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleSource;
import amends.knowledge.EverydayWords;
import amends.knowledge.FlowSource;
import amends.knowledge.folder.ArticleFolder;
import amends.knowledge.folder.FlowFolder;
import amends.knowledge.folder.FolderMark;
import amends.knowledge.folder.WordsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything in a folder of the knowledge base: articles, the flows that name them, everyday words, and its {@link FolderMark}. */
record KbFolder(
        List<ArticleSource> articles,
        List<FlowSource> flows,
        Optional<EverydayWords> words,
        List<String> mistakes,
        List<String> warnings,
        String mark) {
    static final KbFolder NOTHING =
            new KbFolder(List.of(), List.of(), Optional.empty(), List.of(), List.of(), FolderMark.NONE);

    KbFolder withMistakes(List<String> more) {
        var all = new ArrayList<>(mistakes);
        all.addAll(more);
        return new KbFolder(articles, flows, words, List.copyOf(all), warnings, mark);
    }

    static KbFolder read(Path folder) throws IOException {
        return read(folder, article -> false, digest -> false);
    }

    /** @param elsewhere see {@link FlowFolder#read} @param known see {@link ArticleFolder#read} */
    static KbFolder read(Path folder, Predicate<ArticleId> elsewhere, Predicate<String> known) throws IOException {
        ArticleFolder.Read articles = ArticleFolder.read(folder, known);
        var there =
                articles.sources().stream().map(source -> source.text().id()).collect(Collectors.toSet());
        FlowFolder.Read flows = FlowFolder.read(folder, there, elsewhere);
        var mistakes = new ArrayList<>(articles.mistakes());
        mistakes.addAll(flows.mistakes());
        var warnings = new ArrayList<>(articles.warnings());
        warnings.addAll(flows.warnings());
        String mark = FolderMark.NONE;
        Optional<EverydayWords> words = Optional.empty();
        try {
            words = WordsFile.read(folder);
        } catch (YamlMistakes e) {
            mistakes.add(e.getMessage());
        }
        try {
            mark = FolderMark.of(folder);
        } catch (YamlMistakes e) {
            mistakes.add(e.getMessage());
        }
        return new KbFolder(
                articles.sources(), flows.sources(), words, List.copyOf(mistakes), List.copyOf(warnings), mark);
    }
}
