package amends.knowledge;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.Recall.Listed;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes wrong answers back: the wrong version goes out of use at once, everybody who was told it is owed, and is called
 * or written to when somebody says so. What follows from it is carried out as a duty. Blocks; any thread.
 */
public final class Recalling {
    /** Carried out by whoever knows contacts and what is owed; its subject is the recall. */
    public static final String DUTY = "recall-answer";

    public static final int MOST_NOTICE = 280;
    private static final int MOST_REASON = 300;
    private static final int MOST_LISTED = 100;
    private static final int MOST_TOLD = 1_000;
    private final StaffMember who;
    private final Books books;
    private final Runnable published;
    private final Timekeeper time;

    public record Books(
            Recalls recalls, Articles articles, Duties duties, AuditTrail audit, Transactions transactions) {}

    public enum Answer {
        DONE,
        NO_REASON,
        NO_SUCH_VERSION,
        RECALLED_ALREADY,
        /** A short message says something. */
        NO_NOTICE,
        NOT_PERMITTED
    }

    /** @param published told when something went out of use, so that this desk looks at once */
    public Recalling(StaffMember who, Books books, Runnable published, Timekeeper time) {
        this.who = who;
        this.books = books;
        this.published = published;
        this.time = time;
    }

    public boolean mayRecall() {
        return Permission.RECALL_ANSWER.isGivenTo(who);
    }

    public List<Listed> all() {
        return mayRecall() ? books.recalls().latest(MOST_LISTED) : List.of();
    }

    /** In which contacts it was used: at most {@value #MOST_TOLD}, those not yet reached first. */
    public List<Told> told(UUID recall) {
        return mayRecall() ? books.recalls().told(recall, MOST_TOLD) : List.of();
    }

    /** Says that a version was wrong. The one in use is taken out of use. */
    public Answer recall(ArticleId article, int version, String reason) {
        if (!mayRecall()) return Answer.NOT_PERMITTED;
        String why = PlainText.line(reason, MOST_REASON);
        if (why.isBlank()) return Answer.NO_REASON;
        Answer answer = books.transactions().call(() -> {
            Optional<Article> now = books.articles().byId(article);
            if (now.isEmpty() || books.articles().version(article, version).isEmpty()) return Answer.NO_SUCH_VERSION;
            var recall = new Recall(Ids.next(), article, version, why, "", who.id(), time.now());
            if (!books.recalls().add(recall)) return Answer.RECALLED_ALREADY;
            if (now.get().version() == version && !now.get().retired())
                books.articles().retire(article);
            books.duties().add(new Duty(recall.id(), DUTY, recall.id(), time.now(), 0));
            enter(recall.id(), "recalled " + article + " version " + version + ": " + why);
            return Answer.DONE;
        });
        if (answer == Answer.DONE) published.run();
        return answer;
    }

    /** Customers of these contacts shall be called: they come on the list of calls. */
    public Answer callBack(UUID recall, Collection<UUID> contacts) {
        if (!mayRecall()) return Answer.NOT_PERMITTED;
        return follow(recall, contacts, Way.CALLBACK_WISHED);
    }

    /** Customers of these contacts shall be told by short message. */
    public Answer write(UUID recall, Collection<UUID> contacts, String notice) {
        if (!mayRecall()) return Answer.NOT_PERMITTED;
        String words = PlainText.line(notice, MOST_NOTICE);
        if (words.isBlank()) return Answer.NO_NOTICE;
        return books.transactions().call(() -> {
            books.recalls().notice(recall, words);
            return follow(recall, contacts, Way.SMS_WISHED);
        });
    }

    /** Whoever is told already is left alone. */
    private Answer follow(UUID recall, Collection<UUID> contacts, Way wish) {
        return books.transactions().call(() -> {
            long wished = books.recalls().told(recall, contacts).stream()
                    .filter(told -> told.way() == Way.FOUND || told.way() == Way.OWED || told.way() == Way.UNREACHABLE)
                    .peek(told -> books.recalls()
                            .put(recall, told.contact(), wish, Optional.empty(), Optional.of(who.id()), time.now()))
                    .count();
            if (wished == 0) return Answer.DONE;
            books.duties().add(Duty.of(DUTY, recall, time.now()));
            enter(recall, wish + " for " + wished + " contacts");
            return Answer.DONE;
        });
    }

    private void enter(UUID recall, String what) {
        books.audit().add(AuditEntry.of(time.now(), who, Permission.RECALL_ANSWER, recall, what));
    }
}
