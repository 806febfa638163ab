package amends.staff.jdbc;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.LoginRoles;
import amends.kernel.jdbc.TestEngine;
import amends.staff.PasswordHash;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A PostgreSQL as a site has it: owned by a login that is no administrator, with people who have logins of their own. */
final class GatedHouse implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    final DatabaseAddress address = TestEngine.newOwnedDatabase();
    final Database owner = TestEngine.open(address);
    final StaffMember agent = member("1001", Role.AGENT);
    final StaffMember colleague = member("1002", Role.AGENT);
    final StaffMember expert = member("1003", Role.EXPERT);
    final StaffMember inspector = member("1004", Role.INSPECTOR);
    final StaffMember lead = member("1005", Role.LEAD);
    private final List<AutoCloseable> opened = new ArrayList<>();

    private StaffMember member(String login, Role role) {
        var member = new StaffMember(Ids.next(), login, "name of " + login, login, Set.of(role));
        owner.run(() -> {
            new JdbcStaff(owner).save(member, new PasswordHash(1, "c2FsdA==", "aGFzaA=="));
            new LoginRoles(owner).give(login, List.of(role.name()), PASSWORD.toCharArray());
        });
        return member;
    }

    List<StaffMember> people() {
        return List.of(agent, colleague, expert, inspector, lead);
    }

    /** As the desk opens it. */
    Database as(StaffMember who) {
        Database database = TestEngine.open(address.as(who.login(), PASSWORD));
        opened.add(database);
        return database;
    }

    /** As plain SQL reaches it. */
    Connection plain(StaffMember who) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(), address.loginRole(who.login()), PASSWORD);
        opened.add(connection);
        return connection;
    }

    CustomerProfile customer(String name, String number) {
        return new JdbcCustomers(owner)
                .save(new CustomerProfile(
                        Ids.next(),
                        name,
                        List.of(new PhoneNumber(number)),
                        Tier.GOLD,
                        "上海",
                        Optional.empty(),
                        "a note",
                        0));
    }

    /** The first column of what a query answers, as text. */
    static List<String> ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            var answers = new ArrayList<String>();
            if (!statement.execute(sql)) return answers;
            var rows = statement.getResultSet();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }

    /** The rows as the owner sees them. */
    List<String> truth(String sql, Object... arguments) {
        return owner.handle(h -> h.select(sql, arguments).mapTo(String.class).list());
    }

    static UUID id() {
        return Ids.next();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) each.close();
        owner.close();
    }
}
