package amends.kernel.jdbc;

import amends.kernel.Timekeeper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The two engines on which every repository keeps its contract; each database opened here is new and empty. */
public enum TestEngine {
    H2 {
        @Override
        public DatabaseAddress newDatabase(Path folder) {
            return new DatabaseAddress("jdbc:h2:file:" + folder.resolve("amends-" + UUID.randomUUID()), "", "");
        }

        @Override
        public DatabaseAddress copy(Path folder) {
            String name = "amends-" + UUID.randomUUID();
            try {
                Files.copy(Migrated.H2_FILE, folder.resolve(name + ".mv.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new DatabaseAddress("jdbc:h2:file:" + folder.resolve(name), "", "");
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseAddress newDatabase(Path folder) {
            return created("");
        }

        @Override
        public DatabaseAddress copy(Path folder) {
            return created(" template " + Migrated.POSTGRESQL_NAME);
        }

        @Override
        public Database open(Path folder) {
            Shared.dropWhatIsClosed();
            DatabaseAddress address = copy(folder);
            Database database = open(address);
            Shared.OPENED.add(new Opened(address, database));
            return database;
        }

        private static DatabaseAddress created(String from) {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            asAdministrator("create database " + name + from);
            return Shared.address(name);
        }
    };

    /** The port of the shared PostgreSQL. */
    public static int serverPort() {
        return Shared.SERVER.getPort();
    }

    /** Empty: its first opening makes the tables. */
    public abstract DatabaseAddress newDatabase(Path folder);

    /** Has its tables already, and nothing in them; logins of persons need {@link #newDatabase}. */
    public abstract DatabaseAddress copy(Path folder);

    /** Opens a database with all tables and nothing in them. */
    public Database open(Path folder) {
        return open(copy(folder));
    }

    public static Database open(DatabaseAddress address) {
        var database = Database.open(address, Timekeeper.system());
        if (!database.awaitAvailable(Duration.ofSeconds(60)))
            throw new IllegalStateException("not open: " + database.availability());
        return database;
    }

    public static void asAdministrator(String sql) {
        try (var connection = Shared.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database of the shared PostgreSQL, owned by a login that may make roles and is no administrator. */
    public static DatabaseAddress newOwnedDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        String owner = name + "_owner";
        asAdministrator("create role " + owner + " login createrole password 'owner'");
        asAdministrator("create database " + name + " owner " + owner);
        return new DatabaseAddress("jdbc:postgresql://localhost:" + serverPort() + "/" + name, owner, "owner");
    }

    private record Opened(DatabaseAddress address, Database database) {
        void drop() {
            asAdministrator("drop database if exists "
                    + address.url().substring(address.url().lastIndexOf('/') + 1) + " with (force)");
        }
    }

    /** One database of each engine with all tables made, for copies: making them takes longer than most tests. */
    private static final class Migrated {
        static final Path H2_FILE = h2();
        static final String POSTGRESQL_NAME = postgresql();

        private static Path h2() {
            try {
                Path folder = Files.createTempDirectory("amends-tables");
                folder.toFile().deleteOnExit();
                TestEngine.open(new DatabaseAddress("jdbc:h2:file:" + folder.resolve("amends"), "", ""))
                        .close();
                Path file = folder.resolve("amends.mv.db");
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String postgresql() {
            String name = "amends_tables";
            asAdministrator("create database " + name);
            TestEngine.open(Shared.address(name)).close();
            return name;
        }
    }

    /** One PostgreSQL for all tests of the JVM, ended with it. Only its administrator comes in without a password. */
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();
        static final Queue<Opened> OPENED = new ConcurrentLinkedQueue<>();

        /** Hundreds of databases at the end would take longer to delete than a JVM may take to end. */
        static void dropWhatIsClosed() {
            for (Opened one : OPENED) if (one.database.isClosed() && OPENED.remove(one)) one.drop();
        }

        static DatabaseAddress address(String name) {
            return new DatabaseAddress(
                    "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name, "postgres", "postgres");
        }

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                demandPasswords(server);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void demandPasswords(EmbeddedPostgres server) throws IOException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                var file = statement.executeQuery("show hba_file");
                file.next();
                Files.writeString(Path.of(file.getString(1)), """
                        host  all  postgres  samehost  trust
                        host  all  all       samehost  scram-sha-256
                        local all  all                 trust
                        """);
                statement.execute("select pg_reload_conf()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
