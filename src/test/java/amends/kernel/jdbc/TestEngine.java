package amends.kernel.jdbc;

import amends.kernel.Timekeeper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** The two engines on which every repository keeps its contract; each database opened here is new and empty. */
public enum TestEngine {
    H2 {
        @Override
        public DatabaseAddress newDatabase(Path folder) {
            return new DatabaseAddress("jdbc:h2:file:" + folder.resolve("amends-" + UUID.randomUUID()), "", "");
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseAddress newDatabase(Path folder) {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Shared.SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseAddress(
                    "jdbc:postgresql://localhost:" + Shared.SERVER.getPort() + "/" + name, "postgres", "postgres");
        }
    };

    /** The port of the shared PostgreSQL. */
    public static int serverPort() {
        return Shared.SERVER.getPort();
    }

    public abstract DatabaseAddress newDatabase(Path folder);

    public Database open(Path folder) {
        return open(newDatabase(folder));
    }

    public static Database open(DatabaseAddress address) {
        var database = Database.open(address, Timekeeper.system());
        if (!database.awaitAvailable(Duration.ofSeconds(30)))
            throw new IllegalStateException("not open: " + database.availability());
        return database;
    }

    /** One PostgreSQL for all tests of the JVM, ended with it. */
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
