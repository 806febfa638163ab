package amends.app;

import amends.compensation.jdbc.JdbcPolicies;
import amends.contact.Contacts;
import amends.contact.jdbc.JdbcContacts;
import amends.customer.CustomerGate;
import amends.customer.Customers;
import amends.customer.LoggingCustomerGate;
import amends.customer.PersonalRecords;
import amends.customer.jdbc.JdbcCustomerGate;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Duties;
import amends.kernel.StoreQueue;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.recording.RecordingKeys;
import amends.recording.jdbc.GatedRecordingKeys;
import amends.recovery.FailureRules;
import amends.recovery.Failures;
import amends.recovery.GradedFailures;
import amends.recovery.jdbc.JdbcFailures;
import amends.sms.SmsBook;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.AuditTrail;
import amends.staff.LookLimit;
import amends.staff.Nobody;
import amends.staff.PasswordSignIn;
import amends.staff.SignIn;
import amends.staff.Staff;
import amends.staff.StaffMember;
import amends.staff.jdbc.GatedAuditTrail;
import amends.staff.jdbc.HouseSecret;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.staff.jdbc.JdbcSignInAttempts;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Everything of a desk that is kept in the database.
 *
 * @param customers without gate: for who owns the database
 * @param gate by which people see customers
 * @param rules what counts as a failure, and how much it weighs
 * @param keys of recordings, where the desk has no private key of the vault
 * @param isPersonal whether the database was opened with the login of who signed in
 * @param signIn by passwords that the program checks
 * @param profile what more there is about customers: portrait, tags, consents, time line
 * @param journal where contacts wait while the database is away
 */
record StoreRoom(
        Database database,
        Staff staff,
        Customers customers,
        CustomerGate gate,
        RecordingKeys keys,
        boolean isPersonal,
        Contacts contacts,
        FailureRules rules,
        Failures failures,
        AuditTrail audit,
        Duties duties,
        SmsBook outbox,
        SignIn signIn,
        StoreQueue queue,
        KnowledgeRoom knowledge,
        ProfileRoom profile,
        Path journal)
        implements AutoCloseable {
    static final String JOURNAL = "held-contacts";
    private static final int MOST_WAITING = 10_000;
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    /** There before anybody signs in. @param desk names this installation, the same at its next start */
    static StoreRoom open(DeskSettings.Database where, Home home, String desk, Timekeeper time) {
        return open(where, FailureRules.SHIPPED, home, desk, time);
    }

    /** The same, with the house's rules of failures. */
    static StoreRoom open(DeskSettings.Database where, FailureRules rules, Home home, String desk, Timekeeper time) {
        return open(where, rules, LookLimit.USUAL, home, desk, time);
    }

    /** The same, under other limits of looks: where no person looks. */
    static StoreRoom open(
            DeskSettings.Database where,
            FailureRules rules,
            List<LookLimit> limits,
            Home home,
            String desk,
            Timekeeper time) {
        Database database = DbCommand.Where.open(where);
        var audit = new JdbcAuditTrail(database);
        var customers = new JdbcCustomers(database);
        var gate = new LoggingCustomerGate(
                customers, audit, database, new Nobody(new HouseSecret(database)), time, limits);
        var gates = new Gates(audit, gate, RecordingKeys.none(), false);
        StoreRoom room = of(database, gates, rules, desk, home, home.folder().resolve(JOURNAL), time);
        // Desks with logins of their own find what may be given in the tables alone.
        room.queue().put(JdbcPolicies.class, () -> new JdbcPolicies(database).prepare(time.now()));
        return room;
    }

    /**
     * Of a person who signed in at the database itself.
     *
     * @param database opened with the person's own login
     */
    static StoreRoom ofPerson(
            Database database, FailureRules rules, StaffMember member, Home home, String desk, Timekeeper time) {
        // Nobody can store in another's name: what a colleague left here waits until they sign in again.
        Path journal = home.folder().resolve(JOURNAL + "-" + member.id());
        var gates = new Gates(
                new GatedAuditTrail(database), new JdbcCustomerGate(database), new GatedRecordingKeys(database), true);
        return of(database, gates, rules, desk, home, journal, time);
    }

    /** What personal data is reached by: in code, or in the database. */
    private record Gates(AuditTrail audit, CustomerGate customers, RecordingKeys keys, boolean arePersonal) {}

    private static StoreRoom of(
            Database database, Gates gates, FailureRules rules, String desk, Home home, Path journal, Timekeeper time) {
        var staff = new JdbcStaff(database);
        var duties = new JdbcDuties(database);
        var contacts = new JdbcContacts(database, time, desk);
        var failures = new GradedFailures(new JdbcFailures(database), rules, time);
        var room = new StoreRoom(
                database,
                staff,
                new JdbcCustomers(database),
                gates.customers(),
                gates.keys(),
                gates.arePersonal(),
                contacts,
                rules,
                failures,
                gates.audit(),
                duties,
                new JdbcSmsBook(database, duties, time),
                new PasswordSignIn(staff, new JdbcSignInAttempts(database), gates.audit(), database, time),
                new StoreQueue("desk", MOST_WAITING),
                KnowledgeRoom.open(database, home, time),
                ProfileRoom.open(database, contacts, failures, home, time),
                journal);
        database.onAvailability(now -> room.queue.nudge());
        return room;
    }

    /** What each room keeps about a person. */
    List<PersonalRecords> personalRecords() {
        return PersonalRooms.of(database);
    }

    @Override
    public void close() {
        queue.flush(LAST_WRITES);
        queue.close();
        knowledge.close();
        database.close();
    }
}
