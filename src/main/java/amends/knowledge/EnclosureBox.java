package amends.knowledge;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts pictures and forms beside articles: small ones, of few kinds, told by what they hold. Blocks; any thread. */
public final class EnclosureBox {
    private final StaffMember who;
    private final Enclosures enclosures;
    private final Transactions transactions;
    private final Timekeeper time;

    public enum Answer {
        DONE,
        /** Neither a picture (PNG, JPEG, GIF) nor a PDF. */
        WRONG_KIND,
        TOO_LARGE,
        TOO_MANY,
        NOT_PERMITTED
    }

    public EnclosureBox(StaffMember who, Enclosures enclosures, Transactions transactions, Timekeeper time) {
        this.who = who;
        this.enclosures = enclosures;
        this.transactions = transactions;
        this.time = time;
    }

    public List<Enclosure> of(ArticleId article) {
        return enclosures.of(article);
    }

    public Optional<byte[]> bytes(UUID enclosure) {
        return enclosures.bytes(enclosure);
    }

    /** One of the same name gives way. @param name as the file is called; made safe */
    public Answer add(ArticleId article, String name, byte[] bytes) {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return Answer.NOT_PERMITTED;
        if (bytes.length > Enclosure.MOST_BYTES) return Answer.TOO_LARGE;
        Optional<Enclosure.Kind> kind = Enclosure.Kind.of(bytes);
        if (kind.isEmpty()) return Answer.WRONG_KIND;
        Optional<Long> pixels = Enclosure.pixels(bytes, kind.get());
        if (kind.get().isPicture() && pixels.isEmpty()) return Answer.WRONG_KIND;
        if (pixels.filter(p -> p > Enclosure.MOST_PIXELS).isPresent()) return Answer.TOO_LARGE;
        String safe = Enclosure.safeName(name, kind.get());
        return transactions.call(() -> {
            List<Enclosure> there = enclosures.of(article);
            boolean replaces = there.stream().anyMatch(e -> e.name().equals(safe));
            if (!replaces && there.size() >= Enclosure.MOST_OF_ONE) return Answer.TOO_MANY;
            enclosures.put(
                    new Enclosure(Ids.next(), article, safe, kind.get(), bytes.length, who.id(), time.now()), bytes);
            return Answer.DONE;
        });
    }

    public Answer remove(UUID enclosure) {
        if (!Permission.WRITE_ARTICLE.isGivenTo(who)) return Answer.NOT_PERMITTED;
        transactions.run(() -> enclosures.remove(enclosure));
        return Answer.DONE;
    }
}
