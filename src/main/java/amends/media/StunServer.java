package amends.media;

/**
 * Who tells where this machine is seen from outside.
 *
 * @param host a name or an address
 */
public record StunServer(String host, int port) {
    public static final int PORT = 3478;

    public StunServer {
        if (host.isBlank() || port < 1 || port > 65_535) throw new IllegalArgumentException(host + ":" + port);
    }

    /** Of {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}. @throws IllegalArgumentException */
    public static StunServer of(String text) {
        var parts = java.util.regex.Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?")
                .matcher(text.strip());
        if (!parts.matches()) throw new IllegalArgumentException(text);
        String host = parts.group(1).replaceAll("[\\[\\]]", "");
        return new StunServer(host, parts.group(2) == null ? PORT : Integer.parseInt(parts.group(2)));
    }
}
