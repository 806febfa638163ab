package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.ArticleImport.Keep;
import amends.knowledge.HouseWords.Kept;
import amends.knowledge.ImportReport.Fate;
import java.util.Optional;

/**
 * The house's words between a folder and the database, by the rule of {@link SyncCourse}: whatever was changed on one
 * side only goes to the other. A folder without such a file says nothing about them. Blocks.
 */
public final class WordsSync {
    private final HouseWords words;
    private final Folder folder;
    private final Transactions transactions;
    private final Timekeeper time;

    /** Which version a folder held last. Blocks; joins the caller's transaction. */
    public interface Folder {
        /** 0: none. */
        int held();

        void holds(int version);
    }

    public WordsSync(HouseWords words, Folder folder, Transactions transactions, Timekeeper time) {
        this.words = words;
        this.folder = folder;
        this.transactions = transactions;
        this.time = time;
    }

    private SyncCourse course(EverydayWords file) {
        Optional<Kept> now = words.inForce();
        if (now.isEmpty()) return SyncCourse.FOLDER_LEADS;
        if (file.saysSame(now.get().source())) return SyncCourse.SAME;
        Optional<Kept> then = words.version(folder.held());
        boolean folderChanged = then.filter(t -> file.saysSame(t.source())).isEmpty();
        boolean databaseChanged =
                then.filter(t -> t.version() == now.get().version()).isEmpty();
        if (folderChanged && databaseChanged) return SyncCourse.CONFLICT;
        return folderChanged ? SyncCourse.FOLDER_LEADS : SyncCourse.DATABASE_LEADS;
    }

    private SyncCourse course(EverydayWords file, Keep keep) {
        SyncCourse course = course(file);
        if (course != SyncCourse.CONFLICT || keep == Keep.NEITHER) return course;
        return keep == Keep.FOLDER ? SyncCourse.FOLDER_LEADS : SyncCourse.DATABASE_LEADS;
    }

    /** Takes over what the folder changed; nothing where both sides did and nobody said which to keep. */
    public Fate take(EverydayWords file, Keep keep) {
        return transactions.call(() -> {
            SyncCourse course = course(file, keep);
            if (course == SyncCourse.SAME) folder.holds(words.version());
            if (course == SyncCourse.FOLDER_LEADS) return put(file);
            return fate(course);
        });
    }

    /** What {@link #take} would do. Changes nothing. */
    public Fate plan(EverydayWords file, Keep keep) {
        return transactions.call(() -> fate(course(file, keep)));
    }

    private Fate fate(SyncCourse course) {
        return switch (course) {
            case SAME -> Fate.UNCHANGED;
            case DATABASE_LEADS -> Fate.KEPT;
            case CONFLICT -> Fate.CONFLICT;
            case FOLDER_LEADS -> words.version() == 0 ? Fate.NEW : Fate.CHANGED;
        };
    }

    private Fate put(EverydayWords file) {
        int before = words.version();
        if (!words.add(new Kept(before + 1, file.source(), Optional.empty(), time.now())))
            throw new IllegalStateException("the list was changed while it was imported: import it again");
        folder.holds(before + 1);
        return before == 0 ? Fate.NEW : Fate.CHANGED;
    }

    /** What a folder should hold. */
    public sealed interface Step {
        /** There is no list, or the folder says the same. */
        record Nothing() implements Step {}

        record Write(Kept list) implements Step {}

        /** Changed in the folder, and not yet imported. */
        record Left() implements Step {}
    }

    /** @param file what the folder holds @param overwrite whether what was changed there gives way */
    public Step step(Optional<EverydayWords> file, boolean overwrite) {
        return transactions.call(() -> {
            Optional<Kept> now = words.inForce();
            if (now.isEmpty()) return new Step.Nothing();
            if (file.isEmpty() || overwrite) return new Step.Write(now.get());
            return switch (course(file.get())) {
                case SAME -> new Step.Nothing();
                case DATABASE_LEADS -> new Step.Write(now.get());
                case FOLDER_LEADS, CONFLICT -> new Step.Left();
            };
        });
    }

    /** The folder holds it now. */
    public void done(Kept list) {
        transactions.run(() -> folder.holds(list.version()));
    }
}
