package amends.knowledge.folder;

import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleSource.Contents;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentCheck;
import amends.knowledge.AttachmentCheck.Judged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures and files of one article, in the folder {@code id.files} beside it: the article names each, and nothing
 * else lies there. Links are refused: what is taken lies in the folder itself.
 */
final class AttachmentFolder {
    private static final String PAGE = ".md";
    private final Path folder;
    private final String name;
    private final Predicate<String> known;
    private final List<Mistake> warnings = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Attachment> taken = new ArrayList<>();
    private final Map<String, byte[]> held = new HashMap<>();

    private AttachmentFolder(Path folder, String name, Predicate<String> known) {
        this.folder = folder;
        this.name = name;
        this.known = known;
    }

    /** @param article its file @param name as mistakes call that @param known see {@link ArticleFolder#read} */
    static AttachmentFolder of(Path article, String name, Predicate<String> known) {
        String stem = article.getFileName().toString();
        stem = stem.substring(0, stem.length() - PAGE.length());
        return new AttachmentFolder(article.resolveSibling(stem + ArticleMistake.FILES), name, known);
    }

    static boolean isOne(Path folder) {
        return folder.getFileName() != null
                && folder.getFileName().toString().endsWith(ArticleMistake.FILES)
                && Files.isDirectory(folder);
    }

    /** The file of the article whose files these are. */
    static Path article(Path folder) {
        String stem = folder.getFileName().toString();
        return folder.resolveSibling(stem.substring(0, stem.length() - ArticleMistake.FILES.length()) + PAGE);
    }

    /** The article with what is named in it. @throws YamlMistakes naming every file that cannot be taken */
    ArticleSource filled(ArticleFile.Read read) throws YamlMistakes {
        Set<String> there = there();
        for (ArticleFile.Named one : read.named()) take(one, there);
        there.removeAll(read.named().stream().map(ArticleFile.Named::file).collect(Collectors.toSet()));
        for (String unnamed : there) mistake(0, unnamed, "lies in its folder of files and is not named in the article");
        if (!mistakes.isEmpty()) throw new YamlMistakes(Path.of(name), mistakes);
        ArticleSource source = read.source();
        return new ArticleSource(
                source.name(), source.text().with(taken), source.owner(), source.reviewDue(), contents());
    }

    /** What was taken all the same. */
    List<String> warnings() {
        return warnings.isEmpty()
                ? List.of()
                : new YamlMistakes(Path.of(name), warnings).getMessage().lines().toList();
    }

    /** What lies there, but for what systems leave behind. */
    private Set<String> there() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return new TreeSet<>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            mistake(0, folder.getFileName().toString(), "should be a folder, and no link to one");
            return new TreeSet<>();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString().replace("/", ""))
                    .filter(file -> !file.startsWith(".") && !file.equalsIgnoreCase("Thumbs.db"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            mistake(0, folder.getFileName().toString(), "cannot be listed: " + e.getMessage());
            return new TreeSet<>();
        }
    }

    /** A name is that of a file that lies there, letter by letter: so it leads nowhere else. */
    private void take(ArticleFile.Named named, Set<String> there) {
        if (named.file().isBlank()) return;
        if (!there.contains(named.file())) {
            mistake(named.line(), named.file(), "is not in " + folder.getFileName());
            return;
        }
        Path file = folder.resolve(named.file());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            mistake(named.line(), named.file(), "is a link or no file; the file itself is wanted");
            return;
        }
        try {
            judge(named, file);
        } catch (IOException | UncheckedIOException e) {
            mistake(named.line(), named.file(), "cannot be read: " + e.getMessage());
        }
    }

    private void judge(ArticleFile.Named named, Path file) throws IOException {
        byte[] bytes = bytes(file);
        switch (judged(named, bytes)) {
            case Judged.Fit(Attachment fit) -> {
                taken.add(fit.saying(named.alt()));
                // A jar is closed before what it held is taken.
                if (!file.getFileSystem().equals(FileSystems.getDefault())) held.put(fit.name(), bytes);
            }
            case Judged.Unfit(String called, var why) ->
                mistake(named.line(), called, why.words() + AttachmentCheck.wanted(why, named.file(), bytes));
        }
    }

    /** What was taken under the rules of its day stays, and is told. */
    private Judged judged(ArticleFile.Named named, byte[] bytes) {
        Judged judged = AttachmentCheck.judgeAs(named.file(), bytes, taken);
        if (!(judged instanceof Judged.Unfit unfit)) return judged;
        Judged before = AttachmentCheck.judgeHeld(named.file(), bytes, taken);
        if (before instanceof Judged.Unfit || !known.test(Attachment.digest(bytes))) return judged;
        warnings.add(new Mistake(
                named.line(),
                1,
                unfit.name() + " " + unfit.why().words() + "; it stays, since the database holds it already"));
        return before;
    }

    /** One byte more than there may be tells that there are too many. */
    private static byte[] bytes(Path file) throws IOException {
        boolean linked = file.getFileSystem().equals(FileSystems.getDefault());
        OpenOption[] how = linked ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
        try (var in = Files.newInputStream(file, how)) {
            return in.readNBytes(Attachment.MOST_BYTES + 1);
        }
    }

    private Contents contents() {
        return attachment -> {
            byte[] here = held.get(attachment.name());
            if (here != null) return here;
            try {
                return bytes(folder.resolve(attachment.name()));
            } catch (IOException e) {
                throw new UncheckedIOException(attachment.name() + " cannot be read any more", e);
            }
        };
    }

    private void mistake(int line, String file, String why) {
        mistakes.add(new Mistake(line, line == 0 ? 0 : 1, file + " " + why));
    }
}
