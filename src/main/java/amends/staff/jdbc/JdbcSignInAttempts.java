package amends.staff.jdbc;

import amends.kernel.jdbc.Database;
import amends.staff.SignInAttempts;
import java.time.Instant;

/** Failed sign-ins as rows. */
public final class JdbcSignInAttempts implements SignInAttempts {
    private final Database database;

    public JdbcSignInAttempts(Database database) {
        this.database = database;
    }

    @Override
    public Tally of(String login) {
        return database.handle(h -> h.select("select failures, last_at from sign_in_attempt where login = ?", login)
                .map((row, context) -> new Tally(
                        row.getInt("failures"),
                        row.getObject("last_at", java.time.OffsetDateTime.class).toInstant()))
                .findOne()
                .orElse(new Tally(0, Instant.EPOCH)));
    }

    @Override
    public void count(String login, Instant at) {
        database.insertingHandle(h -> {
            int counted = h.execute(
                    "update sign_in_attempt set failures = failures + 1, last_at = ? where login = ?", at, login);
            return counted > 0
                    ? counted
                    : h.execute("insert into sign_in_attempt (login, failures, last_at) values (?, 1, ?)", login, at);
        });
    }

    @Override
    public void clear(String login) {
        database.handle(h -> h.execute("delete from sign_in_attempt where login = ?", login));
    }

    @Override
    public void forget(Instant before) {
        database.handle(h -> h.execute("delete from sign_in_attempt where last_at < ?", before));
    }
}
