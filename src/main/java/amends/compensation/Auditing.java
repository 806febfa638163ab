package amends.compensation;

import amends.compensation.Audits.Finding;
import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The internal audit of what was given: lists drawn by lot, and what was found. Blocks; any thread. */
public final class Auditing {
    private static final int MOST = 100_000;
    private static final int MOST_WORDS = 300;
    private final Transactions transactions;
    private final Audits audits;
    private final Grants grants;
    private final AuditTrail trail;
    private final Timekeeper time;
    private final RandomGenerator lot;

    /** What became of an act. */
    public enum Result {
        DONE,
        NOT_ALLOWED,
        /** Nobody judges what they asked for or approved themselves. */
        OWN_GRANT,
        /** What is wrong must be said. */
        NO_WORDS,
        NOT_DRAWN
    }

    /** @param lot draws the seeds: nobody should know the next one */
    public Auditing(
            Transactions transactions,
            Audits audits,
            Grants grants,
            AuditTrail trail,
            Timekeeper time,
            RandomGenerator lot) {
        this.transactions = transactions;
        this.audits = audits;
        this.grants = grants;
        this.trail = trail;
        this.time = time;
        this.lot = lot;
    }

    /** Draws a list of what was given since then. @return empty when the member may not, or nothing was given */
    public Optional<AuditDraw> draw(StaffMember who, Instant since, int size) {
        if (!Permission.AUDIT_COMPENSATION.isGivenTo(who)) return Optional.empty();
        return transactions.call(() -> {
            Instant now = time.now();
            var draw = new AuditDraw(Ids.next(), lot.nextLong(), who.id(), now, since, now, size);
            List<Grant> drawn = draw.drawn(grants.given(since, now, MOST));
            if (drawn.isEmpty()) return Optional.empty();
            audits.add(draw, drawn);
            trail.add(AuditEntry.of(
                    now,
                    who,
                    Permission.AUDIT_COMPENSATION,
                    draw.id(),
                    "drew " + drawn.size() + ", seed " + draw.seed()));
            return Optional.of(draw);
        });
    }

    public Optional<AuditDraw> latest() {
        return transactions.call(() -> audits.latest(1).stream().findFirst());
    }

    public List<Audits.Item> items(UUID draw) {
        return transactions.call(() -> audits.items(draw));
    }

    public Result find(StaffMember who, UUID draw, Grant grant, Finding finding, String words) {
        String said = PlainText.line(words, MOST_WORDS);
        if (!Permission.AUDIT_COMPENSATION.isGivenTo(who)) return Result.NOT_ALLOWED;
        if (grant.asker().equals(who.id()) || grant.approvals().contains(who.id())) return Result.OWN_GRANT;
        if (finding == Finding.WRONG && said.isBlank()) return Result.NO_WORDS;
        return transactions.call(() -> {
            if (!audits.find(draw, grant.id(), finding, said, who.id(), time.now())) return Result.NOT_DRAWN;
            trail.add(AuditEntry.of(time.now(), who, Permission.AUDIT_COMPENSATION, grant.id(), "found " + finding));
            return Result.DONE;
        });
    }
}
