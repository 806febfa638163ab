package amends.kernel.jdbc;

import amends.kernel.Duties;
import amends.kernel.Timekeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a whole test, of its processes and their database: the machine's, moved by as much as a file says. What
 * an administrator does to the clock of a machine is done to it by writing the file.
 */
public record MovedClock(Path file) implements Timekeeper {
    public void moveTo(Duration ahead) {
        try {
            Path fresh = Files.writeString(file.resolveSibling("clock.new"), ahead.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Duration ahead() {
        try {
            return Duration.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant now() {
        return Timekeeper.system().now().plus(ahead());
    }

    @Override
    public long nanos() {
        return Timekeeper.system().nanos();
    }

    /** Duties of a database whose own clock is moved with it. */
    public Duties duties(Database database) {
        return new JdbcDuties(
                database,
                handle -> handle.select("select current_timestamp")
                        .mapTo(Instant.class)
                        .one()
                        .plus(ahead()));
    }
}
