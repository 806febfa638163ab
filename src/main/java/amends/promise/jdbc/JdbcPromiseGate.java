package amends.promise.jdbc;

import amends.kernel.Ids;
import amends.kernel.StoreRefused;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.SqlFailure;
import amends.promise.Promise;
import amends.promise.PromiseCode;
import amends.promise.PromiseGate;
import amends.promise.Promises;
import amends.staff.StaffMember;
import java.util.Optional;

/**
 * The gate of a PostgreSQL, for a desk whose connection is the person's own login. A look is entered in one transaction
 * and shown in the next, so that nobody can see and then roll the entry back. Who looks is the session's matter.
 */
public final class JdbcPromiseGate implements PromiseGate {
    /** Raised by the gate functions. */
    private static final String TOO_MANY = "AM001";

    private final Database database;
    private final Promises promises;

    public JdbcPromiseGate(Database database) {
        this.database = database;
        promises = new JdbcPromises(database);
    }

    @Override
    public Answer find(String typed, StaffMember who) {
        return PromiseCode.read(typed).map(this::look).orElseGet(Answer.NoCode::new);
    }

    private Answer look(String code) {
        try {
            database.handle(h -> h.select("select gate.look_for_promise(?, ?, ?)", Ids.next(), code, "promise " + code)
                    .mapToMap()
                    .list());
        } catch (StoreRefused e) {
            if (SqlFailure.is(e, TOO_MANY)) return new Answer.TooManyLooks();
            throw e;
        }
        Optional<Promise> found = promises.byCode(code);
        return found.<Answer>map(p -> new Answer.Found(p, promises.eventsOf(p.id())))
                .orElseGet(() -> new Answer.Nothing(code));
    }
}
