package amends.kernel.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.util.PasswordUtil;

/**
 * People as login roles of a PostgreSQL: {@code DATABASE.LOGIN}, member of the groups {@code DATABASE:ROLE}. Their
 * password reaches the server only as its SCRAM verifier, so it stands in no statement and no log.
 */
public final class LoginRoles {
    /** PostgreSQL cuts longer names without a word. */
    private static final int MOST_NAME_BYTES = 63;

    private final Database database;

    /** @param database opened by the tables' owner, who may make roles */
    public LoginRoles(Database database) {
        this.database = database;
    }

    /** @throws IllegalArgumentException with one plain line when no such login can be */
    public static String named(String databaseName, String login) {
        String clean = login.strip().toLowerCase(Locale.ROOT);
        if (!clean.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*"))
            throw new IllegalArgumentException("a login is made of letters, digits, and . _ -");
        String name = databaseName + "." + clean;
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES)
            throw new IllegalArgumentException("the login " + clean + " is too long for the database " + databaseName);
        return name;
    }

    /**
     * Makes the login or changes it; joins the caller's transaction.
     *
     * @param groups for instance {@code agent}; groups that are not named are taken away
     * @param password not kept
     */
    public void give(String login, Collection<String> groups, char[] password) {
        database.handle(handle -> {
            String database = currentDatabase(handle);
            String name = named(database, login);
            if (!exists(handle, name)) handle.execute("create role " + quoted(name) + " login");
            handle.execute("alter role " + quoted(name) + " login password '"
                    + PasswordUtil.encodeScramSha256(password.clone()) + "'");
            join(handle, database, name, groups);
            return null;
        });
    }

    private static void join(Handle handle, String database, String name, Collection<String> groups) {
        for (String held :
                handle.select("""
                        select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid
                        join pg_roles p on p.oid = m.member
                        where p.rolname = ? and starts_with(g.rolname, ?)""", name, database + ":").mapTo(String.class).list())
            handle.execute("revoke " + quoted(held) + " from " + quoted(name));
        if (groups.isEmpty()) return;
        String wanted = groups.stream()
                .map(group -> quoted(database + ":" + group.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        handle.execute("grant " + wanted + " to " + quoted(name));
    }

    /** The login is gone; what was done by it stays. Nothing happens when there is none. */
    public void take(String login) {
        database.handle(
                handle -> handle.execute("drop role if exists " + quoted(named(currentDatabase(handle), login))));
    }

    private static boolean exists(Handle handle, String name) {
        return handle.select("select exists (select from pg_roles where rolname = ?)", name)
                .mapTo(Boolean.class)
                .one();
    }

    private static String currentDatabase(Handle handle) {
        return handle.select("select current_database()").mapTo(String.class).one();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
