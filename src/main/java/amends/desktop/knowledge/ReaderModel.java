package amends.desktop.knowledge;

import amends.desktop.AuthorPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.attachment.AttachmentsModel;
import amends.knowledge.Article;
import amends.knowledge.Feedback.Kind;
import amends.knowledge.FeedbackBox;
import java.util.List;
import java.util.Optional;

/** What belongs to the article that is read beside its text: its pictures and files, and what the reader thinks of it. */
public final class ReaderModel extends PresentationModel {
    /** Of half seconds: how often what could not be had is asked for again. */
    private static final int BETWEEN = 10;

    private final AuthorPorts ports;
    private final PostingWork work;
    private Optional<Article> article = Optional.empty();
    private final AttachmentsModel files;
    private Optional<Kind> asking = Optional.empty();
    private Optional<FeedbackBox.Answer> said = Optional.empty();
    private boolean away;
    /** Nobody said which pictures and files it has. */
    private boolean unlisted;

    private int ticks;

    ReaderModel(AuthorPorts ports, PostingWork work) {
        this.ports = ports;
        this.work = work;
        files = new AttachmentsModel(ports.attachments(), work);
    }

    boolean mayGive() {
        return ports.feedback().mayGive();
    }

    /** Its pictures and files. */
    AttachmentsModel files() {
        return files;
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

    /** Told which article is read, or that none is; what could not be had of it is asked for again. */
    void reads(Optional<Article> now) {
        if (now.equals(article)) {
            again();
            return;
        }
        article = now;
        asking = Optional.empty();
        said = Optional.empty();
        away = false;
        unlisted = false;
        changed();
        files.show(List.of());
        now.ifPresent(this::fetchFiles);
    }

    /** Called every half second. */
    void tick() {
        if (++ticks % BETWEEN == 0) again();
    }

    private void again() {
        if (unlisted) article.ifPresent(this::fetchFiles);
        else files.again();
    }

    private void fetchFiles(Article read) {
        unlisted = false;
        work.ask(
                () -> ports.attachments().box().of(read.id(), read.version()),
                found -> {
                    if (article.filter(read::equals).isPresent()) files.show(found);
                },
                failure -> {
                    if (article.filter(read::equals).isEmpty()) return;
                    unlisted = true;
                    files.away();
                });
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
