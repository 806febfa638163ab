package amends.app;

import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.yaml.YamlMap;

/** The part of {@code amends.yaml} that says where the database is. */
final class DatabaseReading {
    private DatabaseReading() {}

    /** An address that nothing here understands is a mistake of its line; it is not repeated: it may hold a password. */
    static DeskSettings.Database of(YamlMap database, Home home) {
        String url = database.text("url", "").strip();
        if (!url.isEmpty()) check(database, url);
        return new DeskSettings.Database(
                url.isEmpty() ? home.databaseUrl() : url,
                database.text("user", "amends"),
                database.secret("password", ""));
    }

    private static void check(YamlMap database, String url) {
        try {
            new DatabaseAddress(url, "", "");
        } catch (IllegalArgumentException e) {
            database.mistake("url", "cannot be used: " + e.getMessage());
        }
    }
}
