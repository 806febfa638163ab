package amends.app;

import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentCheck;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentContents;
import amends.knowledge.folder.ArticlePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pictures and files of articles in a folder, byte for byte as they were put in. Never writes through a link. */
final class KbFiles {
    /** What a place in a folder is made of. */
    private static final Set<ArticleMistake> NOWHERE =
            EnumSet.of(ArticleMistake.ID, ArticleMistake.CATEGORY, ArticleMistake.ATTACHMENTS);

    private final AttachmentContents contents;

    KbFiles(AttachmentContents contents) {
        this.contents = contents;
    }

    /** Why a text cannot be written into a folder; empty where it can. Nothing is written. */
    Optional<String> fault(ArticleText text) {
        List<ArticleMistake> mistakes = ArticleMistake.of(text);
        if (mistakes.stream().anyMatch(NOWHERE::contains))
            return Optional.of("what it or a file of it is called is no place in a folder");
        return text.attachments().stream()
                .flatMap(one -> fault(one).map(why -> one.name() + " " + why).stream())
                .findFirst();
    }

    private Optional<String> fault(Attachment one) {
        Optional<byte[]> bytes = contents.bytes(one.digest());
        if (bytes.isEmpty()) return Optional.of("is not in the database");
        return AttachmentCheck.judgeHeld(one.name(), bytes.get(), List.of()) instanceof Judged.Unfit unfit
                ? Optional.of(unfit.why().words())
                : Optional.empty();
    }

    /**
     * What the article names lies beside it afterwards, and nothing else.
     *
     * @param text without a {@link #fault}
     *
     * @param place where the article lies @return how many files were written
     */
    int write(Path into, String place, ArticleText text) throws IOException {
        Path beside = folder(into, place);
        keepOnly(beside, text.attachments().stream().map(Attachment::name).collect(Collectors.toSet()));
        int written = 0;
        for (Attachment one : text.attachments()) {
            byte[] bytes = contents.bytes(one.digest())
                    .orElseThrow(() -> new Trouble(
                            Exit.BAD_CONFIGURATION,
                            place + ": what " + one.name()
                                    + " holds is not in the database; the article is not written"));
            if (AttachmentCheck.judgeAs(one.name(), bytes, List.of()) instanceof Judged.Unfit unfit)
                System.out.println("warning: " + ArticlePage.files(place) + "/" + one.name() + " "
                        + unfit.why().words() + "; a database that does not hold it yet refuses it");
            if (put(beside, KbExport.within(beside, one.name()), bytes)) {
                System.out.println(ArticlePage.files(place) + "/" + one.name());
                written++;
            }
        }
        return written;
    }

    void remove(Path from, String place) throws IOException {
        keepOnly(folder(from, place), Set.of());
    }

    private static Path folder(Path into, String place) {
        Path beside = KbExport.within(into, ArticlePage.files(place));
        if (Files.isSymbolicLink(beside))
            throw new Trouble(Exit.BAD_CONFIGURATION, beside + ": is a link; nothing is written there");
        return beside;
    }

    private static boolean put(Path beside, Path file, byte[] bytes) throws IOException {
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (there && Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) return false;
        Files.createDirectories(beside);
        if (!there) Files.deleteIfExists(file);
        Files.write(file, bytes);
        return true;
    }

    /** What systems leave behind stays; a folder in which nothing is left goes. */
    private static void keepOnly(Path beside, Set<String> names) throws IOException {
        if (!Files.isDirectory(beside, LinkOption.NOFOLLOW_LINKS)) return;
        List<Path> all;
        try (Stream<Path> list = Files.list(beside)) {
            all = list.sorted().toList();
        }
        boolean left = !names.isEmpty();
        for (Path file : all) {
            String name = file.getFileName().toString();
            boolean ours = !name.startsWith(".") && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            if (ours && !names.contains(name)) Files.delete(file);
            else left = true;
        }
        if (!left) Files.delete(beside);
    }
}
