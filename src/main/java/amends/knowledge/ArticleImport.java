package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.ImportReport.Fate;
import amends.knowledge.ImportReport.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes over what the sources changed: all of it in one transaction, or nothing. What was changed in the database since
 * stays; what was changed here and there is told, and nothing is imported unless somebody said which to keep. Importing
 * the same again changes nothing.
 */
public final class ArticleImport {
    private final Books books;
    private final Transactions transactions;
    private final Timekeeper time;

    /** @param people who has this login */
    public record Books(
            Articles articles,
            AttachmentContents contents,
            SyncedArticles synced,
            Stewardships stewardships,
            Function<String, Optional<UUID>> people) {}

    /** What becomes of articles that were changed in the folder and in the database. */
    public enum Keep {
        /** Nothing is imported. */
        NEITHER,
        DATABASE,
        /** What the database held stays among its versions. */
        FOLDER
    }

    /** What becomes of what is in use, was held by the folder, and is not there any more. */
    public enum Absent {
        RETIRE,
        /** As long as the folder does not hold it the next import asks again. */
        LEAVE
    }

    public ArticleImport(Books books, Transactions transactions, Timekeeper time) {
        this.books = books;
        this.transactions = transactions;
        this.time = time;
    }

    public ImportReport run(List<ArticleSource> sources) {
        return run(sources, Keep.NEITHER);
    }

    public ImportReport run(List<ArticleSource> sources, Keep keep) {
        return run(sources, keep, Absent.RETIRE);
    }

    /**
     * Blocks.
     *
     * @param sources every article the folder holds; none at all is refused, since it would retire everything
     */
    public ImportReport run(List<ArticleSource> sources, Keep keep, Absent absent) {
        return transactions.call(() -> {
            List<Step> steps = steps(sources, keep, absent);
            if (steps.stream().noneMatch(s -> s.fate() == Fate.CONFLICT)) steps.forEach(this::carryOut);
            return report(steps);
        });
    }

    /** What {@link #run} would do. Changes nothing. Blocks. */
    public ImportReport plan(List<ArticleSource> sources, Keep keep, Absent absent) {
        return transactions.call(() -> report(steps(sources, keep, absent)));
    }

    private static ImportReport report(List<Step> steps) {
        boolean stopped = steps.stream().anyMatch(s -> s.fate() == Fate.CONFLICT);
        return new ImportReport(steps.stream()
                .filter(s -> !stopped || s.fate() == Fate.CONFLICT)
                .map(s -> new Line(s.name(), s.id(), s.fate()))
                .toList());
    }

    /** @param source what the folder holds; empty: no file */
    private record Step(String name, ArticleId id, Optional<ArticleSource> source, Fate fate) {}

    private List<Step> steps(List<ArticleSource> sources, Keep keep, Absent absent) {
        if (sources.isEmpty()) throw new IllegalArgumentException("no articles");
        Map<ArticleId, Integer> synced = books.synced().all();
        var steps = new ArrayList<Step>();
        Map<ArticleId, ArticleSource> there = new LinkedHashMap<>();
        for (ArticleSource source : sources) {
            ArticleId id = source.text().id();
            if (there.put(id, source) != null)
                throw new IllegalArgumentException(source.name() + ": " + id + " is there twice");
            steps.add(new Step(source.name(), id, Optional.of(source), fate(id, Optional.of(source), synced, keep)));
        }
        var gone = new TreeMap<String, ArticleId>();
        synced.keySet().stream().filter(id -> !there.containsKey(id)).forEach(id -> gone.put(id.toString(), id));
        gone.forEach((name, id) -> {
            Fate fate = fate(id, Optional.empty(), synced, keep);
            if (fate == Fate.GONE && absent == Absent.LEAVE) fate = Fate.MISSING;
            if (fate != Fate.UNCHANGED) steps.add(new Step(name, id, Optional.empty(), fate));
        });
        return steps;
    }

    private Fate fate(ArticleId id, Optional<ArticleSource> source, Map<ArticleId, Integer> synced, Keep keep) {
        Optional<Article> now = books.articles().byId(id);
        int version = synced.getOrDefault(id, 0);
        Optional<ArticleText> then = Optional.of(version)
                .filter(v -> v > 0)
                .flatMap(v -> books.articles().version(id, v));
        SyncCourse course = SyncCourse.of(source.map(ArticleSource::text), now, then, version);
        if (course == SyncCourse.CONFLICT && keep != Keep.NEITHER)
            course = keep == Keep.FOLDER ? SyncCourse.FOLDER_LEADS : SyncCourse.DATABASE_LEADS;
        return switch (course) {
            case SAME -> Fate.UNCHANGED;
            case DATABASE_LEADS -> Fate.KEPT;
            case CONFLICT -> Fate.CONFLICT;
            case FOLDER_LEADS ->
                source.isEmpty() ? Fate.GONE : now.filter(a -> !a.retired()).isPresent() ? Fate.CHANGED : Fate.NEW;
        };
    }

    private void carryOut(Step step) {
        switch (step.fate()) {
            case NEW, CHANGED -> {
                keep(step.source().orElseThrow());
                Article now =
                        books.articles().publish(step.source().orElseThrow().text());
                books.synced().set(step.id(), now.version());
            }
            case UNCHANGED ->
                books.articles().byId(step.id()).ifPresent(a -> books.synced().set(step.id(), a.version()));
            case GONE -> {
                books.articles().retire(step.id());
                books.synced().forget(step.id());
            }
            case KEPT, MISSING, CONFLICT -> {}
        }
        step.source().ifPresent(this::entrust);
    }

    /** @throws IllegalStateException when a file is not what it was when the folder was read: all of it is undone */
    private void keep(ArticleSource source) {
        for (Attachment one : source.text().attachments()) {
            byte[] bytes = source.contents().of(one);
            if (!Attachment.digest(bytes).equals(one.digest()))
                throw new IllegalStateException(source.name() + ": " + one.name() + " was changed meanwhile");
            books.contents().put(one.digest(), bytes, Optional.empty(), time.now());
        }
    }

    /** What the file does not say stays as it is. */
    private void entrust(ArticleSource source) {
        if (source.owner().isEmpty() && source.reviewDue().isEmpty()) return;
        Stewardship before = books.stewardships().of(source.text().id());
        var now = new Stewardship(
                source.owner().flatMap(books.people()).or(before::owner),
                source.reviewDue().or(before::reviewDue));
        if (!now.equals(before)) books.stewardships().set(source.text().id(), now);
    }

    /** The articles of a desk that was just unpacked: only where there never were any. @return whether it was so */
    public boolean first(List<ArticleSource> sources) {
        return transactions.call(() -> {
            if (sources.isEmpty() || books.articles().lastChange() > 0) return false;
            run(sources);
            return true;
        });
    }
}
