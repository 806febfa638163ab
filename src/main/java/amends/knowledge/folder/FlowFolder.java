package amends.knowledge.folder;

import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import amends.knowledge.ArticleId;
import amends.knowledge.FlowId;
import amends.knowledge.FlowReader;
import amends.knowledge.FlowSource;
import amends.knowledge.FlowText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The flows in a folder of articles: {@code language/flows/id.yaml}. Collects every mistake. */
public final class FlowFolder {
    private static final String FLOWS = "flows";
    private static final String END = ".yaml";
    private static final long MOST_BYTES = 4L * FlowText.MOST_SOURCE;

    private final Path folder;
    private final Set<ArticleId> articles;
    private final Predicate<ArticleId> elsewhere;
    private final List<FlowSource> sources = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private FlowFolder(Path folder, Set<ArticleId> articles, Predicate<ArticleId> elsewhere) {
        this.folder = folder;
        this.articles = articles;
        this.elsewhere = elsewhere;
    }

    /** @param mistakes each one line or some, beginning with the file @param warnings likewise; they hinder nothing */
    public record Read(List<FlowSource> sources, List<String> mistakes, List<String> warnings) {}

    /**
     * @param folder in any file system
     * @param articles those in the folder
     * @param elsewhere whether an article is or was in use though the folder does not hold it: a flow may name it, with a
     *     warning; a flow that names any other is mistaken
     * @throws IOException when it cannot be listed
     */
    public static Read read(Path folder, Set<ArticleId> articles, Predicate<ArticleId> elsewhere) throws IOException {
        var reading = new FlowFolder(folder, articles, elsewhere);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(reading::isFlow)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
        for (Path file : files) reading.one(file);
        return new Read(List.copyOf(reading.sources), List.copyOf(reading.mistakes), List.copyOf(reading.warnings));
    }

    /** Where a flow lies, from the folder on. */
    public static String place(FlowId id) {
        return id.language().tag() + "/" + FLOWS + "/" + id.slug() + END;
    }

    private boolean isFlow(Path file) {
        Path within = folder.relativize(file);
        return within.getNameCount() > 2
                && within.getName(1).toString().equals(FLOWS)
                && file.toString().endsWith(END)
                && Files.isRegularFile(file);
    }

    private void one(Path file) {
        String name = folder.relativize(file).toString();
        try {
            FlowText text = FlowReader.read(name, text(file, name));
            if (!name.replace('\\', '/').equals(place(text.id())))
                throw whole(name, "it is " + text.id() + ", so it belongs to " + place(text.id()));
            for (String slug : text.articles()) known(name, text, slug);
            sources.add(new FlowSource(name, text));
        } catch (YamlMistakes e) {
            mistakes.add(e.getMessage());
        }
    }

    private void known(String name, FlowText text, String slug) throws YamlMistakes {
        var id = new ArticleId(slug, text.id().language());
        if (articles.contains(id)) return;
        if (!elsewhere.test(id)) throw at(name, text, slug, "there is no article '" + slug + "'");
        warnings.add(at(name, text, slug, "the article '" + slug + "' is in the database only; is it retired?")
                .getMessage());
    }

    private static YamlMistakes at(String name, FlowText text, String slug, String what) {
        return new YamlMistakes(Path.of(name), List.of(new Mistake(line(text, slug), 1, what)));
    }

    private static int line(FlowText text, String slug) {
        List<String> lines = text.source().lines().toList();
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).matches(".*\\b" + slug + "(?![\\w-]).*")) return i + 1;
        return 0;
    }

    private static String text(Path file, String name) throws YamlMistakes {
        try {
            if (Files.size(file) > MOST_BYTES) throw whole(name, "is too large; is it a flow?");
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw whole(name, "is not UTF-8 text");
        } catch (IOException e) {
            throw whole(name, "cannot be read: " + e.getMessage());
        }
    }

    private static YamlMistakes whole(String name, String text) {
        return new YamlMistakes(Path.of(name), List.of(new Mistake(0, 0, text)));
    }
}
