package amends.kernel.jdbc;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * How the house's values stand in both databases: instants as TIMESTAMP WITH TIME ZONE in UTC (never through the
 * machine's own zone, whose clock repeats an hour each autumn), durations as BIGINT microseconds, ids as UUID, enums
 * by name.
 */
final class HouseTypes implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new DurationArgument());
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        });
        jdbi.registerColumnMapper(Duration.class, (row, column, context) -> {
            long micros = row.getLong(column);
            return row.wasNull() ? null : Duration.ofNanos(micros * 1000);
        });
        jdbi.registerColumnMapper(UUID.class, (row, column, context) -> row.getObject(column, UUID.class));
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant at, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, at.atOffset(ZoneOffset.UTC));
        }
    }

    private static final class DurationArgument extends AbstractArgumentFactory<Duration> {
        DurationArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Duration length, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, length.toNanos() / 1000);
        }
    }

    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
        UuidArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, id);
        }
    }
}
