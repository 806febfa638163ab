package amends.knowledge;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Publishes drafts or declines them, for those to whom it is given. Blocks. */
public final class DraftApproval {
    private static final int MOST = 50;
    private final StaffMember who;
    private final ArticleDrafts drafts;
    private final Articles articles;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;

    public DraftApproval(
            StaffMember who,
            ArticleDrafts drafts,
            Articles articles,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time) {
        this.who = who;
        this.drafts = drafts;
        this.articles = articles;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    public enum Outcome {
        PUBLISHED,
        DECLINED,
        /** Somebody decided before. */
        DECIDED_ALREADY,
        NO_REASON,
        NOT_PERMITTED
    }

    public boolean mayDecide() {
        return Permission.APPROVE_ARTICLE.isGivenTo(who);
    }

    public List<ArticleDraft> waiting() {
        return transactions.call(() -> drafts.waiting(MOST));
    }

    /** From now on every desk finds it. Nobody publishes what they put in themselves. */
    public Outcome publish(UUID draft) {
        if (!mayDecide()) return Outcome.NOT_PERMITTED;
        return transactions.call(() -> {
            Optional<ArticleDraft> waiting = drafts.waiting(draft);
            if (waiting.flatMap(ArticleDraft::author).filter(who.id()::equals).isPresent())
                return Outcome.NOT_PERMITTED;
            if (waiting.isEmpty() || !drafts.decide(draft, true, who.id(), time.now(), ""))
                return Outcome.DECIDED_ALREADY;
            articles.publish(waiting.get().text());
            audit.add(AuditEntry.of(time.now(), who, Permission.APPROVE_ARTICLE, draft, "published"));
            return Outcome.PUBLISHED;
        });
    }

    public Outcome decline(UUID draft, String reason) {
        if (!mayDecide()) return Outcome.NOT_PERMITTED;
        String why = PlainText.line(reason, 300);
        if (why.isBlank()) return Outcome.NO_REASON;
        return transactions.call(() -> {
            if (!drafts.decide(draft, false, who.id(), time.now(), why)) return Outcome.DECIDED_ALREADY;
            audit.add(AuditEntry.of(time.now(), who, Permission.APPROVE_ARTICLE, draft, "declined: " + why));
            return Outcome.DECLINED;
        });
    }
}
