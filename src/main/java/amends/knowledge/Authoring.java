package amends.knowledge;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.ArticleLife.Event;
import amends.knowledge.ArticleLife.Next;
import amends.knowledge.ArticleLife.Why;
import amends.knowledge.Manuscript.State;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What an author does with articles: writing, having read, publishing, retiring. Nobody publishes what they wrote last.
 * Blocks; any thread. What was published is found by every desk at once.
 */
public final class Authoring {
    private static final int MOST_WORDS = 300;
    private static final int MOST = 100_000;
    /** Whatever revision there is. */
    private static final long ANY = -1;

    private final StaffMember who;
    private final Books books;
    private final Runnable published;
    private final Timekeeper time;

    public record Books(
            Articles articles,
            AttachmentContents contents,
            Manuscripts manuscripts,
            Stewardships stewardships,
            AuditTrail audit,
            Transactions transactions) {}

    /** What became of a wish. */
    public sealed interface Answer {
        /** @param manuscript what is being written now; empty when nothing is */
        record Done(Optional<Manuscript> manuscript) implements Answer {}

        record Refused(Why why) implements Answer {}

        /** Four eyes: who wrote it last does not publish it. */
        record OwnWords() implements Answer {}

        /** Somebody else changed it meanwhile. */
        record ChangedMeanwhile() implements Answer {}

        /** A newer text is in use than its writer had before their eyes. @param version that one */
        record Outdated(int version) implements Answer {}

        record Mistaken(List<ArticleMistake> mistakes) implements Answer {}

        record NoReason() implements Answer {}

        record NotPermitted() implements Answer {}
    }

    /** @param published told after something was published or retired, so that this desk looks at once */
    public Authoring(StaffMember who, Books books, Runnable published, Timekeeper time) {
        this.who = who;
        this.books = books;
        this.published = published;
        this.time = time;
    }

    public StaffMember who() {
        return who;
    }

    /** What is kept of an article. @param article as it is in use or was; empty when it never was */
    public record Piece(Optional<Manuscript> open, Optional<Article> article, Stewardship steward) {
        public ArticleLife life() {
            return ArticleLife.of(open, article);
        }

        /** What is being written, or else what is in use. */
        public Optional<ArticleText> text() {
            return open.map(Manuscript::text).or(() -> article.map(Article::text));
        }

        public int version() {
            return article.map(Article::version).orElse(0);
        }
    }

    public Piece piece(ArticleId id) {
        return books.transactions()
                .call(() -> new Piece(
                        Optional.of(id).filter(i -> mayWrite()).flatMap(books.manuscripts()::open),
                        books.articles().byId(id),
                        books.stewardships().of(id)));
    }

    /** Everything that is in use, was, or is being written: what waits for somebody first, then by title. */
    public List<Piece> all() {
        if (!mayWrite()) return List.of();
        return books.transactions().call(() -> {
            Map<ArticleId, Manuscript> open = new HashMap<>();
            books.manuscripts().open().forEach(m -> open.put(m.text().id(), m));
            Map<ArticleId, Stewardship> stewards = books.stewardships().all();
            var pieces = new ArrayList<Piece>();
            for (Article article : books.articles().changedSince(0, MOST)) {
                var written = Optional.ofNullable(open.remove(article.id()));
                pieces.add(new Piece(
                        written, Optional.of(article), stewards.getOrDefault(article.id(), Stewardship.NONE)));
            }
            open.forEach((id, m) -> pieces.add(
                    new Piece(Optional.of(m), Optional.empty(), stewards.getOrDefault(id, Stewardship.NONE))));
            pieces.sort(Comparator.comparingInt(Authoring::urgency)
                    .thenComparing(p -> p.text().orElseThrow().title())
                    .thenComparing(p -> p.text().orElseThrow().id().toString()));
            return pieces;
        });
    }

    private static int urgency(Piece piece) {
        return switch (piece.life().work()) {
            case IN_REVIEW -> 0;
            case DRAFT -> 1;
            case NOTHING -> piece.life().use() == ArticleLife.Use.PUBLISHED ? 2 : 3;
        };
    }

    /** Every text it ever had in use, the first one first. */
    public List<ArticleText> versions(ArticleId id) {
        return books.transactions().call(() -> {
            int last = books.articles().byId(id).map(Article::version).orElse(0);
            return IntStream.rangeClosed(1, last)
                    .mapToObj(v -> books.articles().version(id, v))
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    public boolean mayWrite() {
        return Permission.WRITE_ARTICLE.isGivenTo(who);
    }

    public boolean mayPublish() {
        return Permission.APPROVE_ARTICLE.isGivenTo(who);
    }

    /**
     * Writes a draft, or goes on with the one there is.
     *
     * @param seen the version in use that the writer had before their eyes; 0: none
     * @param revision of the manuscript they had before their eyes; 0: none
     */
    public Answer write(ArticleText raw, int seen, long revision) {
        if (!mayWrite()) return new Answer.NotPermitted();
        ArticleText text = ArticleMistake.tidy(raw);
        // A draft may have holes; what names it may not, and what does not fit its row neither.
        List<ArticleMistake> mistakes = ArticleMistake.of(text).stream()
                .filter(m -> m != ArticleMistake.NO_ANSWER)
                .toList();
        if (!mistakes.isEmpty()) return new Answer.Mistaken(mistakes);
        return step(text.id(), revision, Event.WRITE, open -> {
            if (!isThere(text)) return new Answer.Mistaken(List.of(ArticleMistake.ATTACHMENT_GONE));
            if (open.isPresent()) return change(open.get(), open.get().rewritten(text, seen, who.id(), time.now()));
            var begun = Manuscript.begun(Ids.next(), text, seen, who.id(), time.now());
            return books.manuscripts().begin(begun)
                    ? new Answer.Done(Optional.of(begun))
                    : new Answer.ChangedMeanwhile();
        });
    }

    /** Gives the draft to be read by somebody else. */
    public Answer submit(ArticleId id, long revision) {
        if (!mayWrite()) return new Answer.NotPermitted();
        return step(id, revision, Event.SUBMIT, open -> {
            Manuscript draft = open.orElseThrow();
            ArticleText text =
                    draft.text().with(AttachmentName.settled(draft.text().attachments()));
            List<ArticleMistake> mistakes = mistakes(text);
            if (!mistakes.isEmpty()) return new Answer.Mistaken(mistakes);
            Manuscript named =
                    text.equals(draft.text()) ? draft : draft.rewritten(text, draft.basedOn(), who.id(), time.now());
            if (named != draft && !books.manuscripts().change(draft, named)) return new Answer.ChangedMeanwhile();
            return change(named, named.in(State.IN_REVIEW));
        });
    }

    private List<ArticleMistake> mistakes(ArticleText text) {
        var found = new ArrayList<>(ArticleMistake.of(text));
        if (!isThere(text)) found.add(ArticleMistake.ATTACHMENT_GONE);
        return found;
    }

    private boolean isThere(ArticleText text) {
        return text.attachments().stream().allMatch(a -> books.contents().has(a.digest()));
    }

    /** Back to its writer; a writer may take it back without a reason. */
    public Answer sendBack(ArticleId id, long revision, String reason) {
        if (!mayWrite()) return new Answer.NotPermitted();
        String why = PlainText.line(reason, MOST_WORDS);
        return step(id, revision, Event.SEND_BACK, open -> {
            boolean own = open.orElseThrow().writer().equals(who.id());
            if (why.isBlank() && !own) return new Answer.NoReason();
            return change(open.get(), open.get().decided(State.DRAFT, who.id(), why));
        });
    }

    /** From now on every desk finds it. Judged once more: what lies there may have got there by another way than ours. */
    public Answer publish(ArticleId id, long revision) {
        if (!mayPublish()) return new Answer.NotPermitted();
        Answer answer = step(id, revision, Event.PUBLISH, open -> {
            Manuscript read = open.orElseThrow();
            if (read.writer().equals(who.id())) return new Answer.OwnWords();
            List<ArticleMistake> mistakes = mistakes(read.text());
            if (!mistakes.isEmpty()) return new Answer.Mistaken(mistakes);
            int now = books.articles().byId(id).map(Article::version).orElse(0);
            if (now != read.basedOn()) return new Answer.Outdated(now);
            books.articles().publish(read.text());
            Answer done = change(read, read.decided(State.PUBLISHED, who.id(), ""));
            if (done instanceof Answer.ChangedMeanwhile) throw new ChangedMeanwhile();
            enter(Permission.APPROVE_ARTICLE, id, "published " + id);
            return new Answer.Done(Optional.empty());
        });
        if (answer instanceof Answer.Done) published.run();
        return answer;
    }

    /** Leaves what was being written; what is in use stays. */
    public Answer drop(ArticleId id, long revision) {
        if (!mayWrite()) return new Answer.NotPermitted();
        return step(id, revision, Event.DROP, open -> {
            Answer done = change(open.orElseThrow(), open.get().decided(State.DROPPED, who.id(), ""));
            return done instanceof Answer.Done ? new Answer.Done(Optional.empty()) : done;
        });
    }

    /** Takes it out of use: no desk finds it any more. */
    public Answer retire(ArticleId id, String reason) {
        if (!mayPublish()) return new Answer.NotPermitted();
        String why = PlainText.line(reason, MOST_WORDS);
        if (why.isBlank()) return new Answer.NoReason();
        Answer answer = step(id, ANY, Event.RETIRE, open -> {
            books.articles().retire(id);
            enter(Permission.APPROVE_ARTICLE, id, "retired " + id + ": " + why);
            return new Answer.Done(open);
        });
        if (answer instanceof Answer.Done) published.run();
        return answer;
    }

    /** A new draft with the words of an earlier version; read and published like any other. */
    public Answer rollBack(ArticleId id, int version, long revision) {
        if (!mayWrite()) return new Answer.NotPermitted();
        return books.transactions().call(() -> {
            int now = books.articles().byId(id).map(Article::version).orElse(0);
            return books.articles()
                    .version(id, version)
                    .map(text -> write(text, now, revision))
                    .orElseGet(() -> new Answer.Refused(Why.NOT_IN_USE));
        });
    }

    public Answer entrust(ArticleId id, Stewardship stewardship) {
        if (!mayWrite()) return new Answer.NotPermitted();
        return books.transactions().call(() -> {
            books.stewardships().set(id, stewardship);
            return new Answer.Done(books.manuscripts().open(id));
        });
    }

    private interface Doing {
        Answer with(Optional<Manuscript> open);
    }

    /** Undoes what was published when the manuscript turned out to be another's meanwhile. */
    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Answer step(ArticleId id, long revision, Event event, Doing doing) {
        Supplier<Answer> work = () -> {
            Optional<Manuscript> open = books.manuscripts().open(id);
            if (revision != ANY && open.map(Manuscript::revision).orElse(0L) != revision)
                return new Answer.ChangedMeanwhile();
            return switch (ArticleLife.of(open, books.articles().byId(id)).next(event)) {
                case Next.Refused(var why) -> new Answer.Refused(why);
                case Next.Now now -> doing.with(open);
            };
        };
        try {
            return books.transactions().call(work);
        } catch (ChangedMeanwhile e) {
            return new Answer.ChangedMeanwhile();
        }
    }

    private Answer change(Manuscript before, Manuscript now) {
        return books.manuscripts().change(before, now)
                ? new Answer.Done(Optional.of(now))
                : new Answer.ChangedMeanwhile();
    }

    private void enter(Permission act, ArticleId id, String why) {
        UUID whom = Ids.named("article:" + id);
        books.audit().add(AuditEntry.of(time.now(), who, act, whom, why));
    }
}
