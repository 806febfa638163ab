package amends.knowledge;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.StoreQueue;
import amends.kernel.Timekeeper;
import amends.knowledge.Confirmation.Outcome;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.UsedArticles.Use;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.UUID;

/** Writes what was used behind the call, in the order in which it was marked. */
public final class QueuedUseKeeping implements UseKeeping {
    private final UsedArticles used;
    private final Confirmations confirmations;
    private final Disputes disputes;
    private final StoreQueue queue;
    private final StaffMember agent;
    private final Timekeeper time;

    private record Key(UUID contact, ArticleId article) {}

    /** @param queue the one that writes the contacts, so that a contact is there before what was used in it */
    public QueuedUseKeeping(
            UsedArticles used, Confirmations confirmations, StoreQueue queue, StaffMember agent, Timekeeper time) {
        this(used, confirmations, Disputes.NONE, queue, agent, time);
    }

    /** The same, with what is disputed. */
    public QueuedUseKeeping(
            UsedArticles used,
            Confirmations confirmations,
            Disputes disputes,
            StoreQueue queue,
            StaffMember agent,
            Timekeeper time) {
        this.disputes = disputes;
        this.used = used;
        this.confirmations = confirmations;
        this.queue = queue;
        this.agent = agent;
        this.time = time;
    }

    @Override
    public boolean mark(UUID contact, Article article, How how) {
        if (!Permission.USE_ARTICLE.isGivenTo(agent)) return false;
        var use = new Use(contact, article.id(), article.version(), agent.id(), time.now(), how);
        queue.put(new Key(contact, article.id()), () -> used.mark(use));
        return true;
    }

    @Override
    public boolean mark(UUID contact, Article article, How how, Asked asked) {
        if (!mark(contact, article, how)) return false;
        String words = PlainText.line(PersonMask.masked(asked.words()), Confirmation.MOST_WORDS);
        if (words.isBlank()) return true;
        var confirmation = new Confirmation(
                contact, article.id(), words, agent.id(), time.now(), asked.place(), "", Outcome.OPEN, false);
        queue.put(new Asking(contact, article.id()), () -> confirmations.add(confirmation));
        return true;
    }

    private record Asking(UUID contact, ArticleId article) {}

    @Override
    public boolean dispute(Article article, String words) {
        if (!Permission.USE_ARTICLE.isGivenTo(agent)) return false;
        String said = PlainText.line(PersonMask.masked(words), Confirmation.MOST_WORDS);
        if (said.isBlank()) return false;
        var one = new Dispute(
                Ids.next(), article.id(), said, agent.id(), Permission.WRITE_ARTICLE.isGivenTo(agent), time.now());
        queue.put(one.id(), () -> disputes.add(one));
        return true;
    }

    @Override
    public boolean takeBack(UUID contact, ArticleId article) {
        if (!Permission.USE_ARTICLE.isGivenTo(agent)) return false;
        queue.put(new Key(contact, article), () -> used.unmark(contact, article));
        queue.put(new Asking(contact, article), () -> confirmations.remove(contact, article));
        return true;
    }
}
