package amends.kernel.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the database is and who signs in: checked before anything is opened, because an address can run SQL (H2's
 * {@code INIT}), listen on the network ({@code AUTO_SERVER}) or load classes (PostgreSQL's {@code socketFactory}).
 *
 * @param url a JDBC address: {@code jdbc:h2:file:/path/name} or {@code jdbc:postgresql://host[:port]/name}
 * @param user empty where the H2 file has none
 * @param password never in the address, so that the address may be logged
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final Set<String> H2_SETTINGS =
            Set.of("WRITE_DELAY", "IFEXISTS", "LOCK_TIMEOUT", "CACHE_SIZE", "DB_CLOSE_ON_EXIT");
    private static final Set<String> POSTGRESQL_SETTINGS = Set.of(
            "ssl",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "channelBinding",
            "connectTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "targetServerType",
            "currentSchema",
            "ApplicationName");

    /** @throws IllegalArgumentException with one line that says what is wrong with the address */
    public DatabaseAddress {
        if (url.startsWith("jdbc:h2:")) checkH2(url);
        else if (url.startsWith("jdbc:postgresql:")) checkPostgresql(url);
        else
            throw new IllegalArgumentException("unknown kind of database: H2 in a file (jdbc:h2:file:/path/name) and"
                    + " PostgreSQL (jdbc:postgresql://host:5432/name) are supported, but the address begins with \""
                    + kind(url) + "\"");
    }

    /** Up to the second colon: behind it may stand what is nobody's business. */
    private static String kind(String url) {
        int second = url.indexOf(':', url.indexOf(':') + 1);
        return url.substring(0, Math.min(second < 0 ? url.length() : second + 1, 20));
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** The same database, asked with a person's own login. @throws IllegalArgumentException where there are none */
    public DatabaseAddress as(String login, String loginPassword) {
        return new DatabaseAddress(url, loginRole(login), loginPassword);
    }

    /** The login role of a person: named after the database, because roles are known to the whole cluster. */
    public String loginRole(String login) {
        if (isH2()) throw new IllegalArgumentException("only a PostgreSQL has logins for each person");
        return LoginRoles.named(databaseName(), login);
    }

    private String databaseName() {
        String name = url.substring(url.lastIndexOf('/', url.contains("?") ? url.indexOf('?') : url.length()) + 1)
                .split("\\?", 2)[0];
        return URLDecoder.decode(name, StandardCharsets.UTF_8);
    }

    private static void checkH2(String url) {
        if (!url.startsWith("jdbc:h2:file:"))
            throw new IllegalArgumentException(
                    "H2 is used as a file: the address must begin with jdbc:h2:file: (in-memory and server addresses"
                            + " are refused)");
        String path = url.substring("jdbc:h2:file:".length()).split(";", 2)[0];
        if (path.isBlank()) throw new IllegalArgumentException("the H2 address names no file");
        if (path.contains("\\;")) throw new IllegalArgumentException("the H2 file's name may hold no \\;");
        h2Settings(url).forEach(DatabaseAddress::checkH2Setting);
    }

    private static void checkH2Setting(String name, String value) {
        if (name.equals("AUTO_SERVER"))
            throw new IllegalArgumentException(
                    "AUTO_SERVER is refused: it listens on the network; several desks share" + " a PostgreSQL instead");
        if (name.equals("INIT")) throw new IllegalArgumentException("INIT is refused: an address must not run SQL");
        if (name.equals("WRITE_DELAY") && !value.equals("0"))
            throw new IllegalArgumentException("WRITE_DELAY must be 0: any other value loses what was acknowledged");
        if (!H2_SETTINGS.contains(name))
            throw new IllegalArgumentException("unknown setting " + name + " in the H2 address; known are "
                    + String.join(", ", H2_SETTINGS.stream().sorted().toList()));
    }

    private static Map<String, String> h2Settings(String url) {
        var settings = new TreeMap<String, String>();
        String[] parts = url.split(";");
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (!parts[i].isBlank())
                settings.put(pair[0].strip().toUpperCase(Locale.ROOT), pair.length > 1 ? pair[1].strip() : "");
        }
        return settings;
    }

    private static void checkPostgresql(String url) {
        if (!url.matches("jdbc:postgresql://[^/?\\s]+/[^/?\\s]+(\\?.*)?"))
            throw new IllegalArgumentException(
                    "the PostgreSQL address must look like jdbc:postgresql://host:5432/name");
        if (url.contains("@")) throw new IllegalArgumentException("user and password do not belong in the address");
        int query = url.indexOf('?');
        if (query < 0) return;
        for (String setting : url.substring(query + 1).split("&")) checkPostgresqlSetting(setting.split("=", 2)[0]);
    }

    private static void checkPostgresqlSetting(String name) {
        if (name.equals("user") || name.equals("password"))
            throw new IllegalArgumentException(name + " does not belong in the address");
        if (!POSTGRESQL_SETTINGS.contains(name))
            throw new IllegalArgumentException("unknown setting " + name + " in the PostgreSQL address; known are "
                    + String.join(", ", POSTGRESQL_SETTINGS.stream().sorted().toList()));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
