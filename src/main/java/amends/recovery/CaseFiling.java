package amends.recovery;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.recovery.Pseudonymised.Found;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes cases of recoveries that went well: names are removed, the person who files reads what is left, and it is looked
 * through again when it is filed. Blocks: only on virtual threads.
 */
public final class CaseFiling {
    private static final int MOST = 100;
    private static final int MOST_COMPARED = 2000;
    private final StaffMember who;
    private final Books books;
    private final Timekeeper time;

    /**
     * @param colleagues everybody's names; blocks
     * @param filed told inside the transaction of each new case
     */
    public record Books(
            CaseLibrary library,
            Supplier<List<String>> colleagues,
            Consumer<RecoveryCase> filed,
            AuditTrail audit,
            Transactions transactions) {}

    public CaseFiling(StaffMember who, Books books, Timekeeper time) {
        this.who = who;
        this.books = books;
        this.time = time;
    }

    /** @param found what was taken out */
    public record Prepared(CaseWords words, List<Found> found) {
        public Prepared {
            found = List.copyOf(found);
        }
    }

    public sealed interface Outcome {
        record Filed(RecoveryCase told) implements Outcome {}

        /** Somebody was still named: taken out now, to be read again before it is filed. */
        record StillNamed(Prepared prepared) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    public enum Reason {
        NOT_PERMITTED,
        /** Title, what happened and what was done need words. */
        NOT_WHOLE,
        NOT_A_SUCCESS,
        DECIDED_ALREADY
    }

    /** Mine that went well; an expert's or a lead's are anybody's. */
    public List<Recovered> candidates() {
        NotPermitted.unless(who, Permission.FILE_CASE);
        boolean all = Permission.LIST_CONTACTS_OF_OTHERS.isGivenTo(who);
        return books
                .transactions()
                .call(() -> books.library().candidates(all ? Optional.empty() : Optional.of(who.id()), MOST))
                .stream()
                .filter(Recovered::isSuccess)
                .toList();
    }

    public List<RecoveryCase> cases() {
        NotPermitted.unless(who, Permission.FILE_CASE);
        return books.transactions().call(() -> books.library().latest(MOST));
    }

    /** Cases like what is handled now, the likest first. @param kinds of what has failed */
    public List<RecoveryCase> similar(String text, String cause, Set<String> kinds, int most) {
        NotPermitted.unless(who, Permission.FILE_CASE);
        List<RecoveryCase> all = books.transactions().call(() -> books.library().latest(MOST_COMPARED));
        return new CaseLikeness(all).like(text, cause, kinds, most);
    }

    /** What is known, without its persons; what put it right is the answer, as far as it was kept. */
    public Prepared prepare(Recovered recovered) {
        NotPermitted.unless(who, Permission.FILE_CASE);
        var words = new CaseWords(recovered.subject(), recovered.what(), recovered.answer(), "");
        return without(words, persons(recovered), Set.of());
    }

    private Persons persons(Recovered recovered) {
        return new Persons(
                List.of(recovered.customerName()), books.transactions().call(books.colleagues()::get));
    }

    private static Prepared without(CaseWords words, Persons persons, Set<String> kept) {
        var found = new ArrayList<Found>();
        var told = new ArrayList<String>();
        for (String text : List.of(words.title(), words.happened(), words.done(), words.learnt())) {
            Pseudonymised now = NameRemoval.from(text, persons, kept);
            found.addAll(now.found());
            told.add(now.text());
        }
        return new Prepared(new CaseWords(told.get(0), told.get(1), told.get(2), told.get(3)), found);
    }

    /** @param kept words of which the person who files said that they name nobody; only guesses can be kept */
    public Outcome file(Recovered recovered, CaseWords words, Set<String> kept) {
        if (!Permission.FILE_CASE.isGivenTo(who)) return new Outcome.Refused(Reason.NOT_PERMITTED);
        if (!words.isWhole()) return new Outcome.Refused(Reason.NOT_WHOLE);
        if (!recovered.isSuccess()) return new Outcome.Refused(Reason.NOT_A_SUCCESS);
        Prepared again = without(words, persons(recovered), kept);
        if (!again.found().isEmpty()) return new Outcome.StillNamed(again);
        var told = new RecoveryCase(
                UUID.randomUUID(),
                LocalDate.ofInstant(time.now(), ZoneOffset.UTC),
                again.words(),
                recovered.kinds(),
                NameRemoval.from(recovered.cause(), Persons.NOBODY).text(),
                recovered.severity(),
                recovered.before(),
                recovered.after());
        return books.transactions().call(() -> keep(recovered, told));
    }

    private Outcome keep(Recovered recovered, RecoveryCase told) {
        if (!books.library().claim(recovered.complaint(), true)) return new Outcome.Refused(Reason.DECIDED_ALREADY);
        books.library().add(told);
        books.filed().accept(told);
        // The trail says who filed and which case, never of which complaint.
        books.audit()
                .add(new AuditEntry(Ids.next(), time.now(), who.id(), Permission.FILE_CASE, told.id(), "filed a case"));
        return new Outcome.Filed(told);
    }

    /** It shall not become a case. */
    public void dismiss(Recovered recovered) {
        NotPermitted.unless(who, Permission.FILE_CASE);
        books.transactions().run(() -> books.library().claim(recovered.complaint(), false));
    }
}
