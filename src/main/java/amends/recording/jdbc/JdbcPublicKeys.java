package amends.recording.jdbc;

import amends.kernel.jdbc.Database;
import java.util.Optional;

/** The vault's public keyset as a row, from which desks without keys of their own have it. */
public final class JdbcPublicKeys {
    private final Database database;

    public JdbcPublicKeys(Database database) {
        this.database = database;
    }

    public Optional<String> text() {
        return database.handle(h -> h.select("select public_keys from recording_vault")
                .mapTo(String.class)
                .findOne());
    }

    /** Kept unless there is one already: what was sealed for it must stay openable. Joins the caller's transaction. */
    public void publish(String keys) {
        database.insertingHandle(h -> h.execute(
                "insert into recording_vault (id, public_keys) select 1, ? where not exists"
                        + " (select 1 from recording_vault)",
                keys));
    }
}
