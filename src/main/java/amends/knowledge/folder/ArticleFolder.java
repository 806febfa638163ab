package amends.knowledge.folder;

import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of articles: {@code language/category/id.md}, their pictures and files in {@code id.files} beside them. Reads all of it and collects every mistake, so that one look
 * shows what is to be mended.
 */
public final class ArticleFolder {
    private static final long MOST_BYTES = 1L << 20;
    private static final String END = ".md";

    private final Path folder;
    private final List<ArticleSource> sources = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Predicate<String> known;
    private final Map<ArticleId, String> seen = new HashMap<>();

    private ArticleFolder(Path folder, Predicate<String> known) {
        this.folder = folder;
        this.known = known;
    }

    /**
     * What a folder holds.
     *
     * @param mistakes each one line or some, beginning with the file; a folder with mistakes should not be imported
     * @param warnings what is taken, though today's rules would not
     */
    public record Read(List<ArticleSource> sources, List<String> mistakes, List<String> warnings) {}

    /** @param folder in any file system @throws IOException when it cannot be listed */
    public static Read read(Path folder) throws IOException {
        return read(folder, digest -> false);
    }

    /**
     * Where something is known already.
     *
     * @param known whether the database holds what has this digest; asked for what today's rules refuse and those of its
     *     day took
     */
    public static Read read(Path folder, Predicate<String> known) throws IOException {
        var reading = new ArticleFolder(folder, known);
        reading.all();
        return new Read(List.copyOf(reading.sources), List.copyOf(reading.mistakes), List.copyOf(reading.warnings));
    }

    private void all() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
        }
        all.stream().filter(this::isArticle).forEach(this::one);
        for (Path one : all)
            if (AttachmentFolder.isOne(one) && !Files.exists(AttachmentFolder.article(one)))
                mistakes.add(
                        whole(folder.relativize(one).toString(), "there is no article beside it whose files these are")
                                .getMessage());
    }

    /** Notes for authors lie beside the folders of languages, articles within. */
    private boolean isArticle(Path file) {
        return file.toString().endsWith(END)
                && folder.relativize(file).getNameCount() > 1
                && !AttachmentFolder.isOne(file.getParent())
                && Files.isRegularFile(file);
    }

    private void one(Path file) {
        String name = folder.relativize(file).toString();
        try {
            ArticleFile.Read read = ArticleFile.read(name, text(file, name));
            ArticleText text = read.source().text();
            placed(file, name, text);
            String other = seen.putIfAbsent(text.id(), name);
            if (other != null) throw whole(name, text.id() + " is also in " + other);
            AttachmentFolder files = AttachmentFolder.of(file, name, known);
            sources.add(files.filled(read));
            warnings.addAll(files.warnings());
        } catch (YamlMistakes e) {
            mistakes.add(e.getMessage());
        }
    }

    private static String text(Path file, String name) throws YamlMistakes {
        try {
            if (Files.size(file) > MOST_BYTES) throw whole(name, "is larger than 1 MB; is it an article?");
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw whole(name, "is not UTF-8 text");
        } catch (IOException e) {
            throw whole(name, "cannot be read: " + e.getMessage());
        }
    }

    /** An article is found by people where its header says that it is. */
    private void placed(Path file, String name, ArticleText text) throws YamlMistakes {
        String language = folder.relativize(file).getName(0).toString();
        if (!language.equals(text.id().language().tag()))
            throw whole(name, "its language is " + text.id().language().tag() + ", so it belongs into that folder");
        String stem = file.getFileName().toString();
        if (!stem.equals(text.id().slug() + END))
            throw whole(
                    name,
                    "its id is '" + text.id().slug() + "', so it should be called "
                            + text.id().slug() + END);
    }

    private static YamlMistakes whole(String name, String text) {
        return new YamlMistakes(Path.of(name), List.of(new Mistake(0, 0, text)));
    }
}
