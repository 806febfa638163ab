package amends.acd.manager;

import amends.kernel.PlainText;

/**
 * Where the manager protocol is spoken and as whom.
 *
 * @param secret never logged
 * @param interfacePattern the queue member of a desk, {@code {extension}} standing for its extension
 */
public record ManagerSettings(String host, int port, String user, String secret, String interfacePattern) {
    private static final String PLACE = "{extension}";

    public ManagerSettings {
        if (port < 1 || port > 65535) throw new IllegalArgumentException("port " + port);
        if (!interfacePattern.contains(PLACE))
            throw new IllegalArgumentException("the interface pattern lacks " + PLACE + ": " + interfacePattern);
    }

    /** With queue members as PJSIP endpoints named {@code agent1001}. */
    public ManagerSettings(String host, int port, String user, String secret) {
        this(host, port, user, secret, "PJSIP/agent" + PLACE);
    }

    String interfaceOf(String extension) {
        return interfacePattern.replace(PLACE, PlainText.line(extension, 32));
    }

    /** What {@link #interfaceOf} was made of; the whole address where it is of another kind. */
    String extensionOf(String queueInterface) {
        int at = interfacePattern.indexOf(PLACE);
        String before = interfacePattern.substring(0, at);
        String after = interfacePattern.substring(at + PLACE.length());
        boolean ours = queueInterface.length() > before.length() + after.length()
                && queueInterface.startsWith(before)
                && queueInterface.endsWith(after);
        return ours
                ? queueInterface.substring(before.length(), queueInterface.length() - after.length())
                : queueInterface;
    }

    @Override
    public String toString() {
        return user + " at " + host + ":" + port;
    }
}
