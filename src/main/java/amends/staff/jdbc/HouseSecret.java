package amends.staff.jdbc;

import amends.kernel.jdbc.Database;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The house's secret for {@link amends.staff.Nobody}: made once for a database, by whoever needs it first. */
public final class HouseSecret implements Supplier<String> {
    private static final String NAME = "nobody";
    private static final int BYTES = 32;
    private final Database database;
    private final AtomicReference<String> known = new AtomicReference<>();

    public HouseSecret(Database database) {
        this.database = database;
    }

    @Override
    public String get() {
        String before = known.get();
        if (before != null) return before;
        // What is made here may be undone with the caller's transaction; what is read back later stays.
        return database.insertingHandle(h -> kept(h).map(this::remembered).orElseGet(() -> made(h)));
    }

    private String remembered(String secret) {
        known.set(secret);
        return secret;
    }

    private static Optional<String> kept(Handle handle) {
        return handle.select("select secret from house_secret where name = ?", NAME)
                .mapTo(String.class)
                .findOne();
    }

    private static String made(Handle handle) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        handle.execute("insert into house_secret (name, secret) values (?, ?)", NAME, secret);
        return secret;
    }
}
