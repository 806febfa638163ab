package amends.pbx;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a dialled number means.
 * <table>
 * <caption>who dials</caption>
 * <tr><th>dialled</th><th>an extension</th><th>from outside</th></tr>
 * <tr><td>a queue's name or number</td><td>the queue</td><td>the queue</td></tr>
 * <tr><td>an extension</td><td>the telephone</td><td>refused</td></tr>
 * <tr><td>600, 601</td><td>echo, music</td><td>refused</td></tr>
 * <tr><td>+… or five digits and more, a 9 before it or not</td><td>the trunk</td><td>refused</td></tr>
 * </table>
 */
final class DialPlan {
    static final String ECHO = "600";
    static final String MUSIC = "601";
    private static final Pattern DIALLED = Pattern.compile("[A-Za-z0-9+*#._-]{1,64}");
    private static final Pattern OUTSIDE = Pattern.compile("\\+?\\d{5,20}");
    /** A 9 to get out; 95xxx and 96xxx are service numbers whose 9 is their own. */
    private static final Pattern PREFIXED = Pattern.compile("9(?:\\+\\d{5,15}|(?![56]\\d{3,6}$)\\d{7,20})");

    private final PbxConfig config;

    DialPlan(PbxConfig config) {
        this.config = config;
    }

    Optional<Extension> extension(String name) {
        return config.extensions().stream()
                .filter(e -> e.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private Optional<CallQueue> queue(String dialled) {
        return config.queues().stream().filter(q -> q.isDialledBy(dialled)).findFirst();
    }

    Route fromOutside(String dialled) {
        Optional<CallQueue> queue = queue(dialled);
        if (queue.isPresent()) return new Route.ToQueue(queue.get());
        return new Route.Nowhere(HangupCause.UNALLOCATED, "not reachable from outside");
    }

    Route fromInside(String dialled) {
        if (!DIALLED.matcher(dialled).matches()) return new Route.Nowhere(HangupCause.UNALLOCATED, "no number");
        Optional<CallQueue> queue = queue(dialled);
        if (queue.isPresent()) return new Route.ToQueue(queue.get());
        Optional<Extension> extension = extension(dialled);
        if (extension.isPresent()) return new Route.ToExtension(extension.get());
        if (dialled.equals(ECHO)) return new Route.ToEcho();
        if (dialled.equals(MUSIC)) return new Route.ToMusic();
        if (PREFIXED.matcher(dialled).matches()) return outside(dialled.substring(1));
        if (OUTSIDE.matcher(dialled).matches()) return outside(dialled);
        return new Route.Nowhere(HangupCause.UNALLOCATED, "nobody has this number");
    }

    private Route outside(String number) {
        if (config.trunk().peer().isEmpty())
            return new Route.Nowhere(HangupCause.CONGESTION, "there is no way out to the public network");
        return new Route.ToOutside(number);
    }
}
