package amends.app;

import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.LoginRoles;
import amends.kernel.yaml.YamlMistakes;
import amends.staff.jdbc.JdbcStaff;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The login with which {@code amends services} runs where everybody has one of their own: it may do what duties need, and
 * cannot change tables or make logins as their owner can.
 */
@Command(
        name = "services-login",
        description = "Makes the login of the services, or gives it a new password; PostgreSQL only.",
        mixinStandardHelpOptions = true)
final class ServicesLogin implements Callable<Integer> {
    private static final String GROUP = "service";

    @Mixin
    DbCommand.Where where;

    @Option(names = "--login", defaultValue = "services", description = "Its name (${DEFAULT-VALUE}).")
    String login;

    @ArgGroup(multiplicity = "1")
    DbCommand.StaffAdd.Password password;

    @Override
    public Integer call() throws IOException, YamlMistakes {
        char[] secret = password.given();
        if (secret == null || secret.length == 0) throw new Trouble(Exit.USAGE, "An empty password lets nobody in.");
        try (Database database = where.open()) {
            if (!database.isPostgresql())
                throw new Trouble(Exit.USAGE, "Only a PostgreSQL has logins: this one needs none.");
            database.run(() -> give(database, secret));
        } catch (IllegalArgumentException e) {
            throw new Trouble(Exit.USAGE, e.getMessage(), e);
        }
        System.out.println("The services can use the database as DATABASE." + login + ".");
        return Exit.OK;
    }

    private void give(Database database, char[] secret) {
        if (new JdbcStaff(database).byLogin(login).isPresent())
            throw new IllegalArgumentException(login + " is somebody's login: the services need one of their own");
        new LoginRoles(database).give(login, List.of(GROUP), secret);
    }
}
