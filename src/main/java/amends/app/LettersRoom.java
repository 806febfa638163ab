package amends.app;

import amends.customer.Correcting;
import amends.customer.CustomerOffice.Letter;
import amends.customer.CustomerProfile;
import amends.customer.ImportedLetter;
import amends.customer.LetterImport;
import amends.customer.jdbc.JdbcCustomers;
import amends.customer.jdbc.JdbcLetters;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintIntake;
import amends.recovery.Severity;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** What customers wrote: written down by one member, or taken in from a table; complaints are opened of it. */
final class LettersRoom {
    private final StaffMember member;
    private final StoreRoom store;
    private final Correcting correcting;
    private final ComplaintIntake intake;
    private final JdbcLetters letters;
    private final JdbcCustomers customers;
    private final LetterImport imports;

    LettersRoom(
            StaffMember member,
            StoreRoom store,
            Correcting correcting,
            ComplaintIntake intake,
            String homeRegion,
            Timekeeper time) {
        this.member = member;
        this.store = store;
        this.correcting = correcting;
        this.intake = intake;
        letters = new JdbcLetters(store.database(), time);
        customers = new JdbcCustomers(store.database());
        imports = new LetterImport(
                letters, this::open, store.audit(), store.database(), time, homeRegion, ZoneId.systemDefault());
    }

    LetterImport imports() {
        return imports;
    }

    /** @return the complaint's number, where one was opened */
    Optional<Integer> keep(Letter letter) {
        NotPermitted.unless(member, Permission.WRITE_CONTACT);
        Optional<CustomerProfile> from = letter.complaint()
                ? correcting.look(letter.customer(), "letter").map(Correcting.Standing::profile)
                : Optional.empty();
        return store.database().call(() -> {
            UUID id = Ids.next();
            letters.keep(id, letter, member.id());
            return letter.complaint()
                    ? Optional.of(complain(id, letter, letter.text(), Severity.MODERATE, from))
                    : Optional.empty();
        });
    }

    /** The import is in the audit trail as a whole: its customers are not looked at one by one. */
    private void open(ImportedLetter one) {
        complain(
                one.id(),
                one.letter(),
                one.what(),
                Severity.valueOf(one.weight().name()),
                customers.byId(one.letter().customer()));
    }

    private int complain(UUID id, Letter letter, String what, Severity severity, Optional<CustomerProfile> customer) {
        Complaint complaint =
                intake.received(draft(id, letter, what, severity, customer)).complaint();
        letters.becomes(id, complaint.id());
        return complaint.number();
    }

    /** Whoever writes it down, or takes it in, sees to it until somebody else does. */
    private ComplaintDraft draft(
            UUID id, Letter letter, String what, Severity severity, Optional<CustomerProfile> customer) {
        return new ComplaintDraft(
                Ids.named("complaint of letter " + id),
                switch (letter.way()) {
                    case LETTER, OTHER -> Complaint.Source.LETTER;
                    case EMAIL -> Complaint.Source.EMAIL;
                    case SOCIAL_MEDIA -> Complaint.Source.SOCIAL_MEDIA;
                },
                Optional.of(letter.customer()),
                customer.map(CustomerProfile::name).orElse(""),
                Optional.empty(),
                customer.flatMap(who -> who.numbers().stream().findFirst()),
                letter.subject(),
                what,
                severity,
                member.id(),
                letter.at(),
                Optional.empty());
    }
}
