package amends.desktop.attachment;

import amends.desktop.AttachmentPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.look.ScaledPicture;
import amends.knowledge.Attachment;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Pictures and files that are looked at: small ones in a row, one of them enlarged. What they hold is read and decoded
 * in the background, one after the other, and only while they are shown.
 */
public final class AttachmentsModel extends PresentationModel {
    /** Pixels, for the densest screen; the view draws it smaller. */
    private static final int SMALL_WIDE = 240;

    private static final int SMALL_HIGH = 160;
    private static final int LARGE = 2048;
    private static final int PRINTED = 1200;

    private final AttachmentPorts ports;
    private final PostingWork work;
    private List<Attachment> all = List.of();
    private final Map<String, Optional<ScaledPicture>> small = new HashMap<>();
    private int chosen;
    private Optional<Enlarged> enlarged = Optional.empty();
    private Optional<Said> said = Optional.empty();

    /** What became of what was asked. */
    public enum Said {
        /** The database does not answer. */
        AWAY,
        /** What it holds is not there, or no picture after all. */
        GONE,
        OPENED,
        /** No program here shows it. */
        NOT_OPENED,
        SAVED,
        /** There is a file of that name. */
        THERE_ALREADY,
        NOT_SAVED
    }

    /** @param picture empty while it is fetched */
    public record Enlarged(Attachment attachment, Optional<ScaledPicture> picture) {}

    /** @param picture decoded, at most {@value #PRINTED} pixels a side */
    public record Printed(Attachment attachment, ScaledPicture picture) {}

    public AttachmentsModel(AttachmentPorts ports, PostingWork work) {
        this.ports = ports;
        this.work = work;
    }

    public List<Attachment> all() {
        return all;
    }

    /** Empty for what is no picture, and while it is fetched. */
    public Optional<ScaledPicture> small(Attachment attachment) {
        return small.getOrDefault(attachment.digest(), Optional.empty());
    }

    public int chosen() {
        return chosen;
    }

    public Optional<Attachment> current() {
        return chosen < all.size() ? Optional.of(all.get(chosen)) : Optional.empty();
    }

    public Optional<Enlarged> enlarged() {
        return enlarged;
    }

    public Optional<Said> said() {
        return said;
    }

    /** These from now on. */
    public void show(List<Attachment> now) {
        if (now.equals(all)) return;
        all = List.copyOf(now);
        small.keySet().retainAll(all.stream().map(Attachment::digest).toList());
        chosen = Math.max(0, Math.min(chosen, all.size() - 1));
        enlarged = enlarged.filter(e -> all.contains(e.attachment()));
        said = Optional.empty();
        changed();
        fetch();
    }

    public void choose(int place) {
        if (place < 0 || place >= all.size() || place == chosen) return;
        chosen = place;
        changed();
    }

    /** One after the other, so that ten large ones are never decoded at once. */
    private void fetch() {
        Optional<Attachment> next = all.stream()
                .filter(a -> a.isPicture() && !small.containsKey(a.digest()))
                .findFirst();
        next.ifPresent(one ->
                ask(() -> ports.box().bytes(one).flatMap(b -> ScaledPicture.of(b, SMALL_WIDE, SMALL_HIGH)), picture -> {
                    if (!all.contains(one)) return;
                    // What cannot be shown is not asked for again.
                    small.put(one.digest(), picture);
                    changed();
                    fetch();
                }));
    }

    /** A picture is enlarged here, everything else opened by the system's own program. */
    public void open() {
        current().ifPresent(one -> {
            said = Optional.empty();
            if (one.isPicture()) enlarge(one);
            else openOutside(one);
        });
    }

    private void enlarge(Attachment one) {
        enlarged = Optional.of(new Enlarged(one, Optional.empty()));
        changed();
        ask(() -> ports.box().bytes(one).flatMap(b -> ScaledPicture.of(b, LARGE, LARGE)), picture -> {
            if (enlarged.filter(e -> e.attachment().equals(one)).isEmpty()) return;
            if (picture.isEmpty()) {
                enlarged = Optional.empty();
                say(Said.GONE);
                return;
            }
            enlarged = Optional.of(new Enlarged(one, picture));
            changed();
        });
    }

    /** To the next picture, or the one before. */
    void step(int by) {
        if (enlarged.isEmpty()) return;
        for (int i = chosen + by; i >= 0 && i < all.size(); i += by)
            if (all.get(i).isPicture()) {
                chosen = i;
                enlarge(all.get(i));
                return;
            }
    }

    public void close() {
        if (enlarged.isEmpty()) return;
        enlarged = Optional.empty();
        changed();
    }

    private void openOutside(Attachment one) {
        ask(
                () -> {
                    Optional<byte[]> bytes = ports.box().bytes(one);
                    if (bytes.isEmpty()) return Said.GONE;
                    try {
                        ports.outside().open(one.name(), bytes.get());
                        return Said.OPENED;
                    } catch (IOException e) {
                        return Said.NOT_OPENED;
                    }
                },
                this::say);
    }

    /** Never over a file that is there. */
    public void save(Path file) {
        current()
                .ifPresent(one -> ask(
                        () -> {
                            Optional<byte[]> bytes = ports.box().bytes(one);
                            return bytes.isEmpty() ? Said.GONE : written(file, bytes.get());
                        },
                        this::say));
    }

    private static Said written(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Said.SAVED;
        } catch (FileAlreadyExistsException e) {
            return Said.THERE_ALREADY;
        } catch (IOException e) {
            return Said.NOT_SAVED;
        }
    }

    /** What is printed with the article: its pictures, in their order; none when they cannot be had. */
    public void printed(Consumer<List<Printed>> told) {
        List<Attachment> pictures = all.stream().filter(Attachment::isPicture).toList();
        work.ask(
                () -> {
                    var printed = new ArrayList<Printed>();
                    for (Attachment one : pictures)
                        ports.box()
                                .bytes(one)
                                .flatMap(b -> ScaledPicture.of(b, PRINTED, PRINTED))
                                .ifPresent(p -> printed.add(new Printed(one, p)));
                    return List.copyOf(printed);
                },
                told,
                failure -> told.accept(List.of()));
    }

    private <T> void ask(Callable<T> question, Consumer<T> answer) {
        work.ask(question, answer, failure -> {
            enlarged = enlarged.filter(e -> e.picture().isPresent());
            say(Said.AWAY);
        });
    }

    private void say(Said what) {
        said = Optional.of(what);
        changed();
    }
}
