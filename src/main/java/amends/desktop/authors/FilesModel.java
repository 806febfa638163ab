package amends.desktop.authors;

import amends.desktop.AttachmentPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.attachment.AttachmentsModel;
import amends.desktop.look.ScaledPicture;
import amends.kernel.PlainText;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentCheck.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Pictures and files of the text that is being written: part of what was typed, and kept with it as a draft. */
public final class FilesModel extends PresentationModel {
    private final AttachmentPorts ports;
    private final ArticlesModel articles;
    private final AttachmentsModel shown;
    private final PostingWork work;
    private List<Judged.Unfit> refused = List.of();
    private boolean unread;
    private boolean busy;

    FilesModel(AttachmentPorts ports, ArticlesModel articles, PostingWork work) {
        this.ports = ports;
        this.articles = articles;
        this.work = work;
        shown = new AttachmentsModel(ports, work);
        articles.listen(this::follow);
        shown.listen(this::changed);
    }

    private void follow() {
        if (files().equals(shown.all())) return;
        refused = List.of();
        unread = false;
        shown.show(files());
    }

    /** Looked at, enlarged, opened. */
    AttachmentsModel shown() {
        return shown;
    }

    List<Attachment> files() {
        return articles.form().attachments();
    }

    /** Those of the last ones that were not taken. */
    List<Judged.Unfit> refused() {
        return refused;
    }

    /** Whether the last ones could not be read, or not be kept. */
    boolean isUnread() {
        return unread;
    }

    boolean isBusy() {
        return busy;
    }

    /** What somebody reads to publish it stays as it is. */
    boolean mayChange() {
        return articles.life().work() != Work.IN_REVIEW;
    }

    /** What a file holds, and how it is called; read in the background. */
    private record Coming(String name, Callable<byte[]> bytes) {}

    void add(List<Path> paths) {
        take(paths.stream()
                .map(path -> new Coming(String.valueOf(path.getFileName()), () -> read(path)))
                .toList());
    }

    /** One byte more than there may be is enough to refuse it. */
    private static byte[] read(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(Attachment.MOST_BYTES + 1);
        }
    }

    /** A picture without a name, as a clipboard has it. */
    void paste(ScaledPicture picture, String name) {
        take(List.of(new Coming(name, picture::png)));
    }

    private record Took(List<Attachment> files, List<Judged.Unfit> refused) {}

    private void take(List<Coming> coming) {
        if (busy || !mayChange() || coming.isEmpty()) return;
        busy = true;
        List<Attachment> before = files();
        Optional<ArticleId> of = articles.chosen();
        work.ask(
                () -> took(coming, before),
                took -> {
                    busy = false;
                    unread = false;
                    refused = took.refused();
                    if (articles.chosen().equals(of) && files().equals(before)) set(took.files());
                    changed();
                },
                failure -> {
                    busy = false;
                    unread = true;
                    changed();
                });
        changed();
    }

    private Took took(List<Coming> coming, List<Attachment> before) throws Exception {
        var all = new ArrayList<>(before);
        var not = new ArrayList<Judged.Unfit>();
        for (Coming one : coming) {
            // Beyond what there may be nothing is read.
            Judged judged = all.size() >= Attachment.MOST_OF_ONE
                    ? new Judged.Unfit(PlainText.line(one.name(), 80), Why.TOO_MANY)
                    : ports.box().take(one.name(), one.bytes().call(), all);
            switch (judged) {
                case Judged.Fit(Attachment fit) -> all.add(fit);
                case Judged.Unfit unfit -> not.add(unfit);
            }
        }
        return new Took(List.copyOf(all), List.copyOf(not));
    }

    private void set(List<Attachment> now) {
        if (!mayChange() || now.equals(files())) return;
        articles.typed(articles.form().with(now));
        shown.show(now);
        shown.choose(now.size() - 1);
    }

    void remove() {
        int at = shown.chosen();
        if (!mayChange() || shown.current().isEmpty()) return;
        var now = new ArrayList<>(files());
        now.remove(at);
        articles.typed(articles.form().with(now));
        shown.show(now);
    }

    /** @param by -1 up, 1 down */
    void move(int by) {
        int at = shown.chosen();
        int to = at + by;
        if (!mayChange() || shown.current().isEmpty() || to < 0 || to >= files().size()) return;
        var now = new ArrayList<>(files());
        now.add(to, now.remove(at));
        articles.typed(articles.form().with(now));
        shown.show(now);
        shown.choose(to);
    }

    /** What is said of the chosen one to whom does not see it. */
    void say(String alt) {
        int at = shown.chosen();
        if (!mayChange() || shown.current().isEmpty()) return;
        var now = new ArrayList<>(files());
        Attachment one = now.get(at);
        // As typed: blanks at its end are tidied when it is kept.
        now.set(at, new Attachment(one.digest(), one.name(), one.kind(), one.size(), one.extent(), alt));
        if (now.equals(files())) return;
        articles.typed(articles.form().with(now));
        shown.show(now);
    }
}
