package amends.app;

import amends.contact.Contacts;
import amends.contact.jdbc.JdbcContacts;
import amends.customer.Customers;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Duties;
import amends.kernel.StoreQueue;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.staff.AuditTrail;
import amends.staff.PasswordSignIn;
import amends.staff.SignIn;
import amends.staff.Staff;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.staff.jdbc.JdbcSignInAttempts;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything of a desk that is kept in the database, there before anybody signs in.
 *
 * @param journal where contacts wait while the database is away
 */
record StoreRoom(
        Database database,
        Staff staff,
        Customers customers,
        Contacts contacts,
        AuditTrail audit,
        Duties duties,
        SignIn signIn,
        StoreQueue queue,
        Path journal)
        implements AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    /** @param desk names this installation, the same at its next start */
    static StoreRoom open(DeskSettings.Database where, Home home, String desk, Timekeeper time) {
        Database database = DbCommand.Where.open(where);
        var staff = new JdbcStaff(database);
        var audit = new JdbcAuditTrail(database);
        var room = new StoreRoom(
                database,
                staff,
                new JdbcCustomers(database),
                new JdbcContacts(database, time, desk),
                audit,
                new JdbcDuties(database),
                new PasswordSignIn(staff, new JdbcSignInAttempts(database), audit, database, time),
                new StoreQueue("desk", MOST_WAITING),
                home.folder().resolve("held-contacts"));
        database.onAvailability(now -> room.queue.nudge());
        return room;
    }

    @Override
    public void close() {
        queue.flush(LAST_WRITES);
        queue.close();
        database.close();
    }
}
