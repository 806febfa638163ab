package amends.desktop.authors;

import amends.desktop.AttachmentPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.attachment.AttachmentsModel;
import amends.desktop.look.ScaledPicture;
import amends.kernel.PlainText;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentCheck;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentCheck.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Pictures and files of the text that is being written: part of what was typed, and kept with it as a draft. */
public final class FilesModel extends PresentationModel {
    private final AttachmentPorts ports;
    private final ArticlesModel articles;
    private final AttachmentsModel shown;
    private final PostingWork work;
    private final PostingWork packing;
    private int article;
    private List<Judged.Unfit> refused = List.of();
    private boolean unread;
    private boolean busy;

    FilesModel(AttachmentPorts ports, ArticlesModel articles, PostingWork work) {
        this.ports = ports;
        this.articles = articles;
        this.work = work;
        packing = work.on(ports.pictures());
        article = articles.taken();
        shown = new AttachmentsModel(ports, work);
        articles.listen(this::follow);
        shown.listen(this::changed);
    }

    private void follow() {
        if (article != articles.taken()) {
            article = articles.taken();
            said(List.of(), false);
        }
        shown.show(files());
    }

    /** Looked at, enlarged, opened. */
    AttachmentsModel shown() {
        return shown;
    }

    List<Attachment> files() {
        return articles.form().attachments();
    }

    /** Those of the last ones that were not taken: until the next ones are given, or another article is chosen. */
    List<Judged.Unfit> refused() {
        return refused;
    }

    /** Whether the last ones could not be kept, for no reason of their own. */
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
        if (!paths.isEmpty() && begins())
            take(
                    articles.taken(),
                    paths.stream()
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
        if (!begins()) return;
        int of = articles.taken();
        packing.ask(
                picture::png,
                bytes -> take(of, List.of(new Coming(name, () -> bytes))),
                failure -> ends(of == articles.taken()));
    }

    private boolean begins() {
        if (busy || !mayChange()) return false;
        busy = true;
        said(List.of(), false);
        return true;
    }

    private void ends(boolean notKept) {
        busy = false;
        said(refused, notKept);
    }

    private void said(List<Judged.Unfit> not, boolean notKept) {
        refused = not;
        unread = notKept;
        changed();
    }

    /** @param of the article they were given to */
    private void take(int of, List<Coming> coming) {
        List<Attachment> before = files();
        work.ask(() -> judged(coming, before), judged -> took(of, judged), failure -> ends(of == articles.taken()));
    }

    private List<Judged> judged(List<Coming> coming, List<Attachment> before) throws Exception {
        var beside = new ArrayList<>(before);
        var all = new ArrayList<Judged>();
        for (Coming one : coming) {
            Judged judged = judged(one, beside);
            if (judged instanceof Judged.Fit(Attachment fit)) beside.add(fit);
            all.add(judged);
        }
        return List.copyOf(all);
    }

    /** Beyond what there may be nothing is read; one that cannot be read keeps no other from being taken. */
    private Judged judged(Coming one, List<Attachment> beside) throws Exception {
        String name = PlainText.line(one.name(), 80);
        if (beside.size() >= Attachment.MOST_OF_ONE) return new Judged.Unfit(name, Why.TOO_MANY);
        try {
            return ports.box().take(one.name(), one.bytes().call(), beside);
        } catch (IOException e) {
            return new Judged.Unfit(name, Why.UNREADABLE);
        }
    }

    /** They come to what the text has by now: somebody typed, took away or put in order meanwhile. */
    private void took(int of, List<Judged> judged) {
        boolean here = of == articles.taken();
        var now = new ArrayList<>(files());
        for (Judged one : judged) if (here && mayChange()) add(one, now);
        set(now);
        // Of another article nothing is said here.
        ends(here && !mayChange());
    }

    private void add(Judged one, List<Attachment> now) {
        Judged again = one instanceof Judged.Fit(Attachment fit) ? AttachmentCheck.judgeAgain(fit, now) : one;
        switch (again) {
            case Judged.Fit(Attachment fit) -> now.add(fit);
            case Judged.Unfit unfit ->
                refused = Stream.concat(refused.stream(), Stream.of(unfit)).toList();
        }
    }

    private void set(List<Attachment> now) {
        if (now.equals(files())) return;
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
