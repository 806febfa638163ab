package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentCheck.Why;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;

/**
 * Pictures and files of articles, as one person reads and adds them. What was added belongs to no article until a text
 * is written that names it. Blocks; any thread.
 */
public final class AttachmentBox {
    private final StaffMember who;
    private final AttachmentContents contents;
    private final Articles articles;
    private final Transactions transactions;
    private final Timekeeper time;

    public AttachmentBox(
            StaffMember who,
            AttachmentContents contents,
            Articles articles,
            Transactions transactions,
            Timekeeper time) {
        this.who = who;
        this.contents = contents;
        this.articles = articles;
        this.transactions = transactions;
        this.time = time;
    }

    /** Of a version, in its author's order. */
    public List<Attachment> of(ArticleId article, int version) {
        return transactions.call(() ->
                articles.version(article, version).map(ArticleText::attachments).orElse(List.of()));
    }

    /** What it holds; empty where that is not there, or is not what it was. */
    public Optional<byte[]> bytes(Attachment attachment) {
        return transactions
                .call(() -> contents.bytes(attachment.digest()))
                .filter(bytes -> Attachment.digest(bytes).equals(attachment.digest()));
    }

    /** @param name as the file is called; made safe @param beside what the text has already */
    public Judged take(String name, byte[] bytes, List<Attachment> beside) {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return new Judged.Unfit(name, Why.NOT_PERMITTED);
        Judged judged = AttachmentCheck.judge(name, bytes, beside);
        if (judged instanceof Judged.Fit(Attachment fit))
            transactions.run(() -> contents.put(fit.digest(), bytes, Optional.of(who.id()), time.now()));
        return judged;
    }
}
