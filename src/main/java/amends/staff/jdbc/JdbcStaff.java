package amends.staff.jdbc;

import amends.kernel.jdbc.Database;
import amends.staff.PasswordHash;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The staff as rows; roles stand in one column as their names. */
public final class JdbcStaff implements Staff {
    private static final String MEMBER = "select id, login, name, extension, roles from staff_member ";
    private final Database database;

    public JdbcStaff(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StaffMember> byId(UUID id) {
        return database.handle(h ->
                h.select(MEMBER + "where id = ?", id).map(JdbcStaff::member).findOne());
    }

    @Override
    public Optional<StaffMember> byLogin(String login) {
        return database.handle(h -> h.select(MEMBER + "where login = ?", login.toLowerCase(Locale.ROOT))
                .map(JdbcStaff::member)
                .findOne());
    }

    /** Whose own login of a PostgreSQL this connection is. */
    Optional<StaffMember> signedIn() {
        return database.handle(h ->
                h.select(MEMBER + "where id = gate.me()").map(JdbcStaff::member).findOne());
    }

    @Override
    public List<StaffMember> all() {
        return database.handle(h ->
                h.select(MEMBER + "order by name, id").map(JdbcStaff::member).list());
    }

    @Override
    public void save(StaffMember member) {
        database.handle(h -> write(h, member));
    }

    @Override
    public void save(StaffMember member, PasswordHash password) {
        database.handle(h -> {
            write(h, member);
            return h.execute(
                    "update staff_member set iterations = ?, salt = ?, hash = ? where id = ?",
                    password.iterations(),
                    password.salt(),
                    password.hash(),
                    member.id());
        });
    }

    private static int write(Handle handle, StaffMember member) {
        String login = member.login().toLowerCase(Locale.ROOT);
        String roles = member.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        int changed = handle.execute(
                "update staff_member set login = ?, name = ?, extension = ?, roles = ? where id = ?",
                login,
                member.name(),
                member.extension(),
                roles,
                member.id());
        if (changed > 0) return changed;
        return handle.execute(
                "insert into staff_member (id, login, name, extension, roles) values (?, ?, ?, ?, ?)",
                member.id(),
                login,
                member.name(),
                member.extension(),
                roles);
    }

    @Override
    public Optional<PasswordHash> passwordOf(UUID member) {
        return database.handle(h -> h.select(
                        "select iterations, salt, hash from staff_member where id = ? and hash is not null", member)
                .map((row, context) -> new PasswordHash(row.getInt(1), row.getString(2), row.getString(3)))
                .findOne());
    }

    private static StaffMember member(ResultSet row, StatementContext context) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new StaffMember(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("extension"),
                roles);
    }
}
