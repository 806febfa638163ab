package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.Enclosure;
import amends.knowledge.EnclosureBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What belongs to one article beside its text, and the picture that is looked at. */
public final class FilesModel extends PresentationModel {
    private final EnclosureBox box;
    private final PostingWork work;
    private Optional<ArticleId> of = Optional.empty();
    private List<Enclosure> files = List.of();
    private Optional<Enclosure> chosen = Optional.empty();
    private Optional<byte[]> picture = Optional.empty();
    private Optional<EnclosureBox.Answer> said = Optional.empty();
    private boolean unread;

    public FilesModel(EnclosureBox box, PostingWork work) {
        this.box = box;
        this.work = work;
    }

    List<Enclosure> files() {
        return files;
    }

    Optional<Enclosure> chosen() {
        return chosen;
    }

    /** The bytes of the chosen one, where it is a picture. */
    Optional<byte[]> picture() {
        return picture;
    }

    /** What became of the last one that was added. */
    Optional<EnclosureBox.Answer> said() {
        return said;
    }

    /** Whether the last one could not be read. */
    boolean isUnread() {
        return unread;
    }

    void of(Optional<ArticleId> article) {
        if (article.equals(of)) return;
        of = article;
        said = Optional.empty();
        unread = false;
        files = List.of();
        chosen = Optional.empty();
        picture = Optional.empty();
        changed();
        load();
    }

    private void load() {
        Optional<ArticleId> asked = of;
        if (asked.isEmpty()) return;
        work.ask(
                () -> box.of(asked.get()),
                found -> {
                    if (!asked.equals(of)) return;
                    files = found;
                    if (chosen.filter(files::contains).isEmpty()) chosen = Optional.empty();
                    if (chosen.isEmpty() && !files.isEmpty()) choose(files.getFirst());
                    changed();
                },
                failure -> {});
    }

    void choose(Enclosure file) {
        if (chosen.filter(file::equals).isPresent()) return;
        chosen = Optional.of(file);
        picture = Optional.empty();
        changed();
        if (file.kind().isPicture())
            work.ask(
                    () -> box.bytes(file.id()),
                    bytes -> {
                        if (chosen.filter(file::equals).isEmpty()) return;
                        picture = bytes;
                        changed();
                    },
                    failure -> {});
    }

    void add(Path file) {
        Optional<ArticleId> to = of;
        if (to.isEmpty()) return;
        work.ask(
                () -> Files.size(file) > Enclosure.MOST_BYTES
                        ? EnclosureBox.Answer.TOO_LARGE
                        : box.add(to.get(), file.getFileName().toString(), Files.readAllBytes(file)),
                answer -> {
                    said = Optional.of(answer);
                    unread = false;
                    load();
                    changed();
                },
                failure -> {
                    said = Optional.empty();
                    unread = true;
                    changed();
                });
    }

    void remove() {
        chosen.ifPresent(file -> work.ask(
                () -> box.remove(file.id()),
                answer -> {
                    said = Optional.of(answer);
                    load();
                    changed();
                },
                failure -> {}));
    }
}
