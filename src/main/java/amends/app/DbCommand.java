package amends.app;

import amends.compensation.jdbc.JdbcPolicies;
import amends.kernel.Ids;
import amends.kernel.StoreAvailability;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.LoginRoles;
import amends.kernel.yaml.YamlMistakes;
import amends.recording.jdbc.JdbcPublicKeys;
import amends.recording.tink.VaultKeys;
import amends.staff.PasswordHash;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "db",
        description = "The database: whether it answers, its tables, its people.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DbCommand.Status.class,
            DbCommand.Migrate.class,
            DbCommand.StaffList.class,
            DbCommand.StaffAdd.class,
            ServicesLogin.class
        })
final class DbCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Integer call() {
        return Main.run("db", "--help");
    }

    /** Which database, and what every subcommand does first: open it and bring it to this program's version. */
    static final class Where {
        @Mixin
        SettingsOptions settings;

        Database open() throws IOException, YamlMistakes {
            Home home = settings.home();
            Logs.to(home.logs(), false);
            var where = settings.read(home).database();
            if (where.isPersonal())
                throw new Trouble(
                        Exit.USAGE,
                        "This needs the login that owns the tables: name it in database.user, in settings of its own"
                                + " (--config FILE).");
            Database database = open(where);
            if (database.awaitAvailable(PATIENCE)) {
                new JdbcPolicies(database).prepare(Timekeeper.system().now());
                return database;
            }
            StoreAvailability found = database.availability();
            database.close();
            throw new Trouble(Exit.UNAVAILABLE, where.url() + ": " + told(found));
        }

        static Database open(DeskSettings.Database where) {
            try {
                return Database.open(
                        new DatabaseAddress(
                                where.url(), where.user(), where.password().reveal()),
                        Timekeeper.system());
            } catch (IllegalArgumentException e) {
                throw new Trouble(Exit.BAD_CONFIGURATION, "database.url: " + e.getMessage(), e);
            }
        }

        private static String told(StoreAvailability found) {
            if (found instanceof StoreAvailability.Unavailable(var problem, var reason)
                    && problem == StoreAvailability.Problem.IN_USE)
                return "another program has this file open, most likely a desk. Close it first, or keep the data in"
                        + " PostgreSQL, which several programs share.";
            return found instanceof StoreAvailability.Unavailable(var problem, var reason)
                    ? problem.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + reason
                    : "did not answer within " + PATIENCE.toSeconds() + " s";
        }
    }

    @Command(
            name = "status",
            description = "Says where the data is and whether it answers.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {
        @Mixin
        Where where;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            try (Database database = where.open()) {
                int people = new JdbcStaff(database).all().size();
                System.out.println(
                        where.settings.read(where.settings.home()).database().url() + ": answers, "
                                + Counted.of(people, "person", "people")
                                + (database.isPostgresql()
                                        ? "; this is the owner's login, desks without database.user sign in with"
                                                + " each person's own"
                                        : ""));
            }
            return Exit.OK;
        }
    }

    @Command(
            name = "migrate",
            description = "Brings the tables to this program's version, and ends.",
            mixinStandardHelpOptions = true)
    static final class Migrate implements Callable<Integer> {
        @Mixin
        Where where;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            where.open().close();
            System.out.println("The tables are at this program's version.");
            return Exit.OK;
        }
    }

    @Command(name = "staff", description = "Lists who can sign in.", mixinStandardHelpOptions = true)
    static final class StaffList implements Callable<Integer> {
        @Mixin
        Where where;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            try (Database database = where.open()) {
                List<StaffMember> all = new JdbcStaff(database).all();
                all.forEach(
                        m -> System.out.printf("%-12s %-8s %s %s%n", m.login(), m.extension(), m.name(), m.roles()));
            }
            return Exit.OK;
        }
    }

    @Command(
            name = "staff-add",
            description = "Adds somebody who can sign in, or gives them a new password.",
            mixinStandardHelpOptions = true)
    static final class StaffAdd implements Callable<Integer> {
        @Mixin
        Where where;

        @Parameters(paramLabel = "LOGIN")
        String login;

        @Option(names = "--name", required = true)
        String name;

        @Option(names = "--extension", required = true)
        String extension;

        @Option(names = "--role", description = "${COMPLETION-CANDIDATES}; may be given several times")
        Set<Role> roles = Set.of(Role.AGENT);

        @ArgGroup(multiplicity = "1")
        Password password;

        /** Never an argument: what stands on a command line, every process of the machine can read. */
        static final class Password {
            @Option(names = "--password", interactive = true, arity = "0", description = "Asked for at the terminal.")
            char[] typed;

            @Option(
                    names = "--password-file",
                    paramLabel = "FILE",
                    description = "The first line of a file; - for the standard input.")
            Path file;

            char[] given() throws IOException {
                if (file == null) return typed;
                try (var lines = reader()) {
                    String first = lines.readLine();
                    return first == null ? new char[0] : first.strip().toCharArray();
                } catch (NoSuchFileException e) {
                    throw new Trouble(Exit.NO_INPUT, file + ": there is no such file", e);
                }
            }

            private BufferedReader reader() throws IOException {
                return file.toString().equals("-")
                        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        : Files.newBufferedReader(file);
            }
        }

        @Override
        public Integer call() throws IOException, YamlMistakes {
            char[] secret = password.given();
            if (secret == null || secret.length == 0)
                throw new Trouble(Exit.USAGE, "An empty password lets nobody in.");
            try (Database database = where.open()) {
                PasswordHash hash = PasswordHash.of(secret);
                String vault = database.isPostgresql()
                        ? VaultKeys.publicKeysOrNew(where.settings.home().keys())
                        : "";
                database.run(() -> add(database, hash, secret, vault));
            } catch (IllegalArgumentException e) {
                throw new Trouble(Exit.USAGE, e.getMessage(), e);
            }
            System.out.println(login + " can sign in.");
            return Exit.OK;
        }

        private void add(Database database, PasswordHash hash, char[] secret, String vault) {
            var staff = new JdbcStaff(database);
            var id = staff.byLogin(login).map(StaffMember::id).orElseGet(Ids::next);
            staff.save(new StaffMember(id, login.toLowerCase(Locale.ROOT), name, extension, roles), hash);
            if (!database.isPostgresql()) return;
            new LoginRoles(database).give(login, roles.stream().map(Role::name).toList(), secret);
            new JdbcPublicKeys(database).publish(vault);
        }
    }
}
