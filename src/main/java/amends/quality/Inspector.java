package amends.quality;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.quality.InspectionList.Agent;
import amends.quality.InspectionList.Filter;
import amends.quality.InspectionList.Page;
import amends.quality.InspectionList.Place;
import amends.quality.InspectionList.Row;
import amends.recording.RecordingLibrary;
import amends.recording.RecordingLibrary.CannotOpen;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person may do with the recordings of all: each act is checked against the table of rights, and what must be
 * answered for is logged in the transaction that shows it. Blocks: only on virtual threads. Everything throws
 * {@link NotPermitted} for whom it is not given, and {@link amends.kernel.StoreUnavailable} while the database is away.
 */
public final class Inspector {
    private static final int MOST_REASON = 200;

    /** What it is made of. @param sheet new evaluations are made with it */
    public record Books(
            InspectionList list,
            Evaluations evaluations,
            RecordingLibrary library,
            AuditTrail audit,
            Transactions transactions,
            Scorecard sheet) {}

    /** How asking for a number ended. */
    public sealed interface Revealing {
        record Revealed(String number) implements Revealing {}

        /** Without a reason of at least two characters nothing is shown. */
        record NoReason() implements Revealing {}

        /** The recording is of no known contact. */
        record NoNumber() implements Revealing {}
    }

    /** @param before the evaluation kept last, by whomever; {@code draft} takes its place once it is kept */
    public record Sheet(Evaluation draft, Optional<Evaluation> before) {}

    private final StaffMember who;
    private final Books books;
    private final Timekeeper time;

    public Inspector(StaffMember who, Books books, Timekeeper time) {
        this.who = who;
        this.books = books;
        this.time = time;
    }

    public Scorecard scorecard() {
        return books.sheet();
    }

    public Page page(Filter filter, Optional<Place> after, int most) {
        NotPermitted.unless(who, Permission.LISTEN_TO_ANY_RECORDING);
        return books.transactions().call(() -> books.list().page(filter, after, most));
    }

    public Optional<Row> row(UUID recording) {
        NotPermitted.unless(who, Permission.LISTEN_TO_ANY_RECORDING);
        return books.transactions().call(() -> books.list().row(recording));
    }

    public List<Agent> agents() {
        NotPermitted.unless(who, Permission.LISTEN_TO_ANY_RECORDING);
        return books.transactions().call(books.list()::agents);
    }

    /** The sound, once it is written down who listens. */
    public RecordingLibrary.Sound listen(UUID recording) throws CannotOpen {
        NotPermitted.unless(who, Permission.LISTEN_TO_ANY_RECORDING);
        return books.library().open(recording);
    }

    /** The number behind the mask. @param reason why it must be known; goes into the audit trail */
    public Revealing reveal(UUID recording, String reason) {
        NotPermitted.unless(who, Permission.REVEAL_NUMBER);
        String why = PlainText.line(reason, MOST_REASON);
        if (why.length() < 2) return new Revealing.NoReason();
        return books.transactions()
                .call(() -> books.list()
                        .numberOf(recording)
                        .<Revealing>map(number -> {
                            books.audit().add(AuditEntry.of(time.now(), who, Permission.REVEAL_NUMBER, recording, why));
                            return new Revealing.Revealed(PlainText.line(number, 64));
                        })
                        .orElseGet(Revealing.NoNumber::new));
    }

    /** What this inspector has begun on the recording, or a new sheet. Nothing is stored by asking. */
    public Sheet sheet(Row row) {
        NotPermitted.unless(who, Permission.EVALUATE_RECORDING);
        return books.transactions().call(() -> {
            Optional<Evaluation> before =
                    books.evaluations().keptOf(row.recording()).stream().findFirst();
            Evaluation draft = books.evaluations()
                    .draftOf(row.recording(), who.id())
                    .orElseGet(() -> Evaluation.begun(
                            row.recording(),
                            row.contact(),
                            who,
                            books.sheet(),
                            before.map(Evaluation::id),
                            time.now()));
            return new Sheet(draft, before);
        });
    }

    /** @return whether it was stored: what is kept already stays as it is */
    public boolean draft(Evaluation evaluation) {
        return save(evaluation.as(Evaluation.State.DRAFT, time.now()));
    }

    /** From now on it does not change. @return the one that is kept; empty when a criterion still has no mark */
    public Optional<Evaluation> keep(Evaluation evaluation) {
        if (!Total.of(books.sheet(), evaluation.marks()).isComplete()) return Optional.empty();
        var kept = evaluation.as(Evaluation.State.KEPT, time.now());
        return books.transactions()
                .call(() -> save(kept) ? Optional.of(kept) : books.evaluations().byId(kept.id()));
    }

    private boolean save(Evaluation evaluation) {
        NotPermitted.unless(who, Permission.EVALUATE_RECORDING);
        if (!evaluation.inspector().equals(who.id())) throw new NotPermitted(Permission.EVALUATE_RECORDING, who);
        return books.transactions().call(() -> books.evaluations().save(evaluation));
    }
}
