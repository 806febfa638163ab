package amends.desktop.knowledge;

import amends.desktop.AuthorPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.Article;
import amends.knowledge.Enclosure;
import amends.knowledge.Feedback.Kind;
import amends.knowledge.FeedbackBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What belongs to the article that is read beside its text: its pictures, and what the reader thinks of it. */
public final class ReaderModel extends PresentationModel {
    /** @param bytes as they were put there: small, and by their first bytes a picture */
    record Picture(String name, byte[] bytes) {}

    private final AuthorPorts ports;
    private final PostingWork work;
    private Optional<Article> article = Optional.empty();
    private List<Picture> pictures = List.of();
    private Optional<Kind> asking = Optional.empty();
    private Optional<FeedbackBox.Answer> said = Optional.empty();
    private boolean away;

    ReaderModel(AuthorPorts ports, PostingWork work) {
        this.ports = ports;
        this.work = work;
    }

    boolean mayGive() {
        return ports.feedback().mayGive();
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** What is wrong or missing is being asked for. */
    Optional<Kind> asking() {
        return asking;
    }

    Optional<FeedbackBox.Answer> said() {
        return said;
    }

    boolean isAway() {
        return away;
    }

    /** Told which article is read, or that none is. */
    void reads(Optional<Article> now) {
        if (now.equals(article)) return;
        article = now;
        pictures = List.of();
        asking = Optional.empty();
        said = Optional.empty();
        away = false;
        changed();
        now.ifPresent(this::fetchPictures);
    }

    private void fetchPictures(Article read) {
        work.ask(
                () -> {
                    var found = new ArrayList<Picture>();
                    for (Enclosure file : ports.enclosures().of(read.id()))
                        if (file.kind().isPicture())
                            ports.enclosures()
                                    .bytes(file.id())
                                    .ifPresent(bytes -> found.add(new Picture(file.name(), bytes)));
                    return found;
                },
                found -> {
                    if (found.isEmpty() || article.filter(read::equals).isEmpty()) return;
                    pictures = List.copyOf(found);
                    changed();
                },
                failure -> {});
    }

    /** What is wrong or missing takes a few words; the others go at once. */
    void say(Kind kind) {
        if (article.isEmpty() || !mayGive()) return;
        said = Optional.empty();
        if (kind == Kind.WRONG || kind == Kind.MISSING) {
            asking = Optional.of(kind);
            changed();
        } else send(kind, "");
    }

    void send(String words) {
        asking.ifPresent(kind -> send(kind, words));
    }

    void cancel() {
        asking = Optional.empty();
        changed();
    }

    private void send(Kind kind, String words) {
        Article read = article.orElseThrow();
        work.ask(
                () -> ports.feedback().give(read.id(), read.version(), kind, words),
                answer -> {
                    if (article.filter(read::equals).isEmpty()) return;
                    said = Optional.of(answer);
                    away = false;
                    if (answer != FeedbackBox.Answer.NO_WORDS) asking = Optional.empty();
                    changed();
                },
                failure -> {
                    away = true;
                    changed();
                });
    }
}
