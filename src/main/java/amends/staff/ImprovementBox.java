package amends.staff;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.ImprovementCourse.Next;
import amends.staff.ImprovementStep.Accept;
import amends.staff.ImprovementStep.Consider;
import amends.staff.ImprovementStep.Decline;
import amends.staff.ImprovementStep.Finish;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member's way to suggest an improvement and see what became of it; leads decide about everybody's. Every act is
 * checked against the table of rights. Blocks: only on virtual threads; {@link amends.kernel.StoreUnavailable} while
 * the database is away.
 */
public final class ImprovementBox {
    private static final Logger LOG = LoggerFactory.getLogger(ImprovementBox.class);
    private static final int MOST = 200;
    private final StaffMember who;
    private final Improvements improvements;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;

    public ImprovementBox(
            StaffMember who, Improvements improvements, AuditTrail audit, Transactions transactions, Timekeeper time) {
        this.who = who;
        this.improvements = improvements;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    /** How a wish ended. */
    public sealed interface Outcome {
        record Kept(Improvement improvement) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    public enum Reason {
        NO_WORDS,
        NO_REASON,
        /** It stands otherwise by now: read it again. */
        CHANGED_MEANWHILE,
        NOT_POSSIBLE_NOW,
        NOT_PERMITTED
    }

    /** @param screen which place of the window they are at, as the program calls it */
    public Outcome file(UUID id, String screen, String what, Optional<UUID> contact) {
        if (!Permission.FILE_IMPROVEMENT.isGivenTo(who)) return refused(Reason.NOT_PERMITTED);
        if (PlainText.lines(what, Improvement.MOST_WHAT).isEmpty()) return refused(Reason.NO_WORDS);
        var filed = Improvement.filed(id, who, time.now(), screen, what, contact);
        transactions.run(() -> improvements.add(filed));
        return new Outcome.Kept(filed);
    }

    /** For one who need not send it twice. */
    public Outcome file(String screen, String what, Optional<UUID> contact) {
        return file(Ids.next(), screen, what, contact);
    }

    public List<Improvement> mine() {
        return transactions.call(() -> improvements.ofMember(who.id(), MOST));
    }

    public boolean mayDecide() {
        return Permission.HANDLE_IMPROVEMENT.isGivenTo(who);
    }

    /** @throws NotPermitted for whom others' are not */
    public List<Improvement> all() {
        NotPermitted.unless(who, Permission.HANDLE_IMPROVEMENT);
        return transactions.call(() -> improvements.all(MOST));
    }

    public Outcome consider(UUID id, String words) {
        return decide(id, i -> new Consider(who.id(), time.now(), words));
    }

    public Outcome accept(UUID id, String words) {
        return decide(id, i -> new Accept(who.id(), time.now(), words));
    }

    public Outcome finish(UUID id, String words) {
        return decide(id, i -> new Finish(who.id(), time.now(), words));
    }

    public Outcome decline(UUID id, String reason) {
        if (PlainText.line(reason, Improvement.MOST_ANSWER).isBlank()) return refused(Reason.NO_REASON);
        return decide(id, i -> new Decline(who.id(), time.now(), reason));
    }

    private Outcome decide(UUID id, Function<Improvement, ImprovementStep> step) {
        if (!mayDecide()) return refused(Reason.NOT_PERMITTED);
        return transactions.call(
                () -> improvements.byId(id).map(i -> take(i, step.apply(i))).orElse(refused(Reason.NOT_POSSIBLE_NOW)));
    }

    private Outcome take(Improvement before, ImprovementStep step) {
        return switch (ImprovementCourse.next(before, step)) {
            case Next.Ignored(var reason) -> {
                LOG.info("{}", reason);
                yield refused(Reason.NOT_POSSIBLE_NOW);
            }
            case Next.Changed(var now) -> keep(before, now);
        };
    }

    private Outcome keep(Improvement before, Improvement now) {
        if (!improvements.change(now, before.state())) return refused(Reason.CHANGED_MEANWHILE);
        audit.add(AuditEntry.of(
                time.now(), who, Permission.HANDLE_IMPROVEMENT, now.id(), "now " + now.state() + ": " + now.answer()));
        return new Outcome.Kept(now);
    }

    private static Outcome refused(Reason reason) {
        return new Outcome.Refused(reason);
    }
}
