package amends.customer.jdbc;

import amends.customer.Correction;
import amends.kernel.jdbc.Database;

/** What was put right, as rows. */
public final class JdbcCorrections implements Correction.Book {
    private final Database database;

    public JdbcCorrections(Database database) {
        this.database = database;
    }

    @Override
    public void add(Correction correction) {
        database.handle(h -> h.execute(
                "insert into customer_correction (id, customer, field, was, became, why, who, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                correction.id(),
                correction.customer(),
                correction.field().name(),
                correction.was(),
                correction.became(),
                correction.why(),
                correction.who(),
                correction.at()));
    }
}
