package amends.media.hidraw;

import amends.kernel.Timekeeper;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often a device may fail before it is passed over until it is plugged in anew: three times in a row. One that was
 * heeded for a minute starts afresh: a cable that shakes loose now and then is no reason to be deaf to it. Any thread.
 */
final class Patience {
    private static final int MOST = 3;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Timekeeper time;
    /** How often each could not be opened, or was lost although it stays plugged in. */
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    private final Map<String, Long> opened = new ConcurrentHashMap<>();

    Patience(Timekeeper time) {
        this.time = time;
    }

    boolean isLeftFor(String name) {
        return failures.getOrDefault(name, 0) < MOST;
    }

    /** It is not for us. */
    void never(String name) {
        failures.put(name, MOST);
    }

    void opened(String name) {
        opened.put(name, time.nanos());
    }

    /** It could not be opened, or what was open is lost. @return whether that was once too often */
    boolean failed(String name) {
        Long since = opened.remove(name);
        if (since != null && time.nanos() - since >= MINUTE_NANOS) failures.remove(name);
        return failures.merge(name, 1, Integer::sum) == MOST;
    }

    /** What is gone is forgotten. */
    void only(Set<String> there) {
        failures.keySet().retainAll(there);
    }
}
