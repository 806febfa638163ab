package amends.knowledge;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.Feedback.Kind;
import amends.knowledge.Feedback.State;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where readers say what they thought of an article, and authors see to it: what did not help is a task for whoever owns
 * the article, or for whoever takes it. Blocks; any thread.
 */
public final class FeedbackBox {
    private static final int MOST_WORDS = 300;
    private static final int MOST_ANSWER = 300;
    private static final int MOST = 200;
    private final StaffMember who;
    private final FeedbackBook book;
    private final Stewardships stewardships;
    private final Transactions transactions;
    private final Timekeeper time;

    public enum Answer {
        DONE,
        /** Somebody saw to it before. */
        OVER,
        NO_WORDS,
        NOT_PERMITTED
    }

    public FeedbackBox(
            StaffMember who, FeedbackBook book, Stewardships stewardships, Transactions transactions, Timekeeper time) {
        this.who = who;
        this.book = book;
        this.stewardships = stewardships;
        this.transactions = transactions;
        this.time = time;
    }

    public boolean mayGive() {
        return Permission.GIVE_FEEDBACK.isGivenTo(who);
    }

    /** @param version that was read @param words what is wrong or missing; numbers in it are masked */
    public Answer give(ArticleId article, int version, Kind kind, String words) {
        if (!mayGive()) return Answer.NOT_PERMITTED;
        String said = PlainText.line(PersonMask.masked(words), MOST_WORDS);
        if (said.isBlank() && (kind == Kind.WRONG || kind == Kind.MISSING)) return Answer.NO_WORDS;
        return transactions.call(() -> {
            Optional<UUID> owner = Optional.of(kind)
                    .filter(Kind::isTask)
                    .flatMap(k -> stewardships.of(article).owner());
            State state = kind.isTask() ? State.OPEN : State.COUNTED;
            book.add(new Feedback(Ids.next(), article, version, kind, said, who.id(), time.now(), state, owner, ""));
            return Answer.DONE;
        });
    }

    /** Empty for those who do not write. */
    public List<Feedback> tasks() {
        return Permission.WRITE_ARTICLE.isGivenTo(who) ? book.openTasks(MOST) : List.of();
    }

    /** Sees to it from now on, whoever did before. */
    public Answer take(UUID id) {
        return change(id, f -> f.ownedBy(who.id()));
    }

    public Answer close(UUID id, boolean done, String answer) {
        String why = PlainText.line(answer, MOST_ANSWER);
        if (why.isBlank() && !done) return Answer.NO_WORDS;
        return change(id, f -> f.closed(done ? State.DONE : State.DECLINED, who.id(), why));
    }

    private Answer change(UUID id, java.util.function.UnaryOperator<Feedback> how) {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return Answer.NOT_PERMITTED;
        return transactions.call(() -> {
            boolean changed = book.feedback(id)
                    .filter(f -> book.change(how.apply(f), time.now()))
                    .isPresent();
            return changed ? Answer.DONE : Answer.OVER;
        });
    }
}
