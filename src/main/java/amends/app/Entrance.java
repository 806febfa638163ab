package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.recovery.FailureRules;
import amends.staff.AuditEntry;
import amends.staff.Permission;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import amends.staff.jdbc.PersonalSignIn;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where people come in. A database that the desk opens by itself is there first, and the program checks passwords; a
 * PostgreSQL at which each person has their own login checks them itself, and is open from then on.
 */
final class Entrance implements AutoCloseable {
    static final String SIGNED_OUT = "signed out";
    private final FailureRules rules;
    private final Home home;
    private final String desk;
    private final Timekeeper time;
    private final Optional<StoreRoom> shared;
    private final SignIn signIn;
    private final AtomicReference<Database> persons = new AtomicReference<>();
    private StoreRoom store;
    private Optional<StaffMember> inside = Optional.empty();

    private Entrance(DeskSettings.Database where, FailureRules rules, Home home, Timekeeper time) throws IOException {
        this.rules = rules;
        this.home = home;
        this.time = time;
        desk = InstallationName.of(home);
        shared = where.isPersonal() ? Optional.empty() : Optional.of(StoreRoom.open(where, rules, home, desk, time));
        signIn = shared.map(StoreRoom::signIn).orElseGet(() -> new PersonalSignIn(address(where), time, this::opened));
    }

    static Entrance to(DeskSettings settings, Home home, Timekeeper time) throws IOException {
        return new Entrance(settings.database(), settings.recovery(), home, time);
    }

    private static DatabaseAddress address(DeskSettings.Database where) {
        try {
            return new DatabaseAddress(where.url(), "", "");
        } catch (IllegalArgumentException e) {
            throw new Trouble(Exit.BAD_CONFIGURATION, "database.url: " + e.getMessage(), e);
        }
    }

    private void opened(Database database) {
        Database before = persons.getAndSet(database);
        if (before != null) before.close();
    }

    SignIn signIn() {
        return signIn;
    }

    /** There before anybody signs in; empty where each person has their own login. */
    Optional<StoreRoom> shared() {
        return shared;
    }

    /** What is open for whoever was let in last. */
    StoreRoom storeOf(StaffMember member) {
        store = shared.orElseGet(() -> StoreRoom.ofPerson(persons.get(), rules, member, home, desk, time));
        inside = Optional.of(member);
        return store;
    }

    /** Who was inside is known to be gone, unless the database is away for longer than the last writes wait. */
    private void signsOut(StaffMember member) {
        var entry = AuditEntry.of(time.now(), member, Permission.SIGN_IN, member.id(), SIGNED_OUT);
        store.queue().put(entry.id(), () -> store.audit().add(entry));
    }

    @Override
    public void close() {
        inside.ifPresent(this::signsOut);
        if (store != null) store.close();
        else shared.ifPresentOrElse(StoreRoom::close, () -> opened(null));
    }
}
