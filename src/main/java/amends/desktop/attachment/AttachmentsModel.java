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
 * Pictures and files that are looked at: small ones in a row, one of them enlarged. What they hold is read in the
 * background and decoded on a thread of its own, one at a time: the enlarged one first, the newest wish alone, and only
 * what is still shown when its turn comes. A picture is known by what it holds: other words for it decode nothing.
 */
public final class AttachmentsModel extends PresentationModel {
    /** Pixels, for the densest screen; the view draws it smaller. */
    private static final int SMALL_WIDE = 240;

    private static final int SMALL_HIGH = 160;
    private static final int LARGE = 2048;
    /** For a printer, in the shape of a page. */
    private static final int PRINTED_WIDE = 1200;

    private static final int PRINTED_HIGH = 1800;

    private final AttachmentPorts ports;
    private final PostingWork work;
    private final PostingWork decoding;
    private boolean fetching;
    private boolean missed;
    private List<Attachment> all = List.of();
    private final Map<String, Optional<ScaledPicture>> small = new HashMap<>();
    private int chosen;
    private Optional<Enlarged> enlarged = Optional.empty();
    private Optional<Said> said = Optional.empty();
    private Optional<Path> folder = Optional.empty();

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

    /** @param picture decoded, at most {@value #PRINTED_WIDE} by {@value #PRINTED_HIGH} pixels */
    public record Printed(Attachment attachment, ScaledPicture picture) {}

    public AttachmentsModel(AttachmentPorts ports, PostingWork work) {
        this.ports = ports;
        this.work = work;
        decoding = work.on(ports.pictures());
    }

    public List<Attachment> all() {
        return all;
    }

    /** Where files were looked for last; empty before. */
    Optional<Path> folder() {
        return folder;
    }

    void looksIn(Path now) {
        folder = Optional.of(now);
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

    /** These from now on; the same ones again are asked for again where the database was away. */
    public void show(List<Attachment> now) {
        if (now.equals(all) && !said.equals(Optional.of(Said.AWAY))) return;
        all = List.copyOf(now);
        small.keySet().retainAll(all.stream().map(Attachment::digest).toList());
        chosen = Math.max(0, Math.min(chosen, all.size() - 1));
        enlarged = enlarged.flatMap(this::asNow);
        said = Optional.empty();
        changed();
        fetch();
    }

    private Optional<Enlarged> asNow(Enlarged before) {
        if (all.contains(before.attachment())) return Optional.of(before);
        return all.stream()
                .filter(a -> a.digest().equals(before.attachment().digest()))
                .findFirst()
                .map(a -> new Enlarged(a, before.picture()));
    }

    /** Nobody can say which ones there are. */
    public void away() {
        say(Said.AWAY);
    }

    /** Asks once more for what the database did not give. */
    public void again() {
        if (missed) fetch();
    }

    public void choose(int place) {
        if (place < 0 || place >= all.size() || place == chosen) return;
        chosen = place;
        changed();
    }

    /** @param large to be enlarged, or for the row */
    private record Wish(Attachment picture, boolean large) {
        Optional<ScaledPicture> scaled(byte[] bytes) {
            return large ? ScaledPicture.of(bytes, LARGE, LARGE) : ScaledPicture.of(bytes, SMALL_WIDE, SMALL_HIGH);
        }
    }

    private Optional<Wish> wish() {
        return enlarged.filter(e -> e.picture().isEmpty())
                .map(e -> new Wish(e.attachment(), true))
                .or(() -> all.stream()
                        .filter(a -> a.isPicture() && !small.containsKey(a.digest()))
                        .findFirst()
                        .map(a -> new Wish(a, false)));
    }

    private boolean isWanted(Wish wish) {
        String digest = wish.picture().digest();
        return wish.large()
                ? enlarged.filter(e -> e.attachment().digest().equals(digest)
                                && e.picture().isEmpty())
                        .isPresent()
                : all.stream().anyMatch(a -> a.digest().equals(digest)) && !small.containsKey(digest);
    }

    private void fetch() {
        missed = false;
        if (fetching) return;
        wish().ifPresent(wish -> {
            fetching = true;
            work.ask(() -> ports.box().bytes(wish.picture()), bytes -> decode(wish, bytes), failure -> {
                fetching = false;
                missed = true;
                failed();
            });
        });
    }

    private void decode(Wish wish, Optional<byte[]> bytes) {
        if (said.equals(Optional.of(Said.AWAY))) {
            said = Optional.empty();
            changed();
        }
        if (!isWanted(wish)) next();
        else
            decoding.ask(
                    () -> bytes.flatMap(wish::scaled),
                    picture -> decoded(wish, picture),
                    // There was no room for it: it is not tried again and again.
                    failure -> decoded(wish, Optional.empty()));
    }

    private void decoded(Wish wish, Optional<ScaledPicture> picture) {
        if (isWanted(wish)) {
            // What cannot be shown is not asked for again.
            if (!wish.large()) small.put(wish.picture().digest(), picture);
            else if (picture.isPresent()) enlarged = enlarged.map(e -> new Enlarged(e.attachment(), picture));
            else {
                enlarged = Optional.empty();
                said = Optional.of(Said.GONE);
            }
            changed();
        }
        next();
    }

    private void next() {
        fetching = false;
        fetch();
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
        Optional<ScaledPicture> same = enlarged.filter(
                        e -> e.attachment().digest().equals(one.digest()))
                .flatMap(Enlarged::picture);
        enlarged = Optional.of(new Enlarged(one, same));
        changed();
        fetch();
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
        Consumer<Exception> none = failure -> told.accept(List.of());
        work.ask(
                () -> pictures.stream().map(ports.box()::bytes).toList(),
                bytes -> decoding.ask(() -> scaled(pictures, bytes), told, none),
                none);
    }

    private static List<Printed> scaled(List<Attachment> pictures, List<Optional<byte[]>> bytes) {
        var printed = new ArrayList<Printed>();
        for (int i = 0; i < pictures.size(); i++) {
            Attachment one = pictures.get(i);
            bytes.get(i)
                    .flatMap(b -> ScaledPicture.of(b, PRINTED_WIDE, PRINTED_HIGH))
                    .ifPresent(p -> printed.add(new Printed(one, p)));
        }
        return List.copyOf(printed);
    }

    private <T> void ask(Callable<T> question, Consumer<T> answer) {
        work.ask(question, answer, failure -> failed());
    }

    private void failed() {
        enlarged = enlarged.filter(e -> e.picture().isPresent());
        say(Said.AWAY);
    }

    private void say(Said what) {
        said = Optional.of(what);
        changed();
    }
}
