package amends.pbx;

import amends.kernel.Timekeeper;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each extension's telephones are (RFC 3261 §10.3). Who may bind is settled before. Belongs to the exchange's
 * loop.
 */
final class Registrar {
    static final int SHORTEST = 10;
    static final int LONGEST = 3600;
    static final int MOST_BINDINGS = 10;

    /**
     * @param contact the telephone's own URI
     * @param source where its REGISTER came from, and so where it can be reached
     * @param until on the monotonic clock
     */
    record Binding(
            String contact,
            String transport,
            InetSocketAddress source,
            String callId,
            long sequence,
            long since,
            long until) {}

    /** @param seconds 0 to be forgotten */
    record Wish(String contact, int seconds) {}

    /** One REGISTER as far as it concerns the bindings. */
    record Request(String transport, InetSocketAddress source, String callId, long sequence) {}

    sealed interface Outcome {
        record Kept(List<Binding> bindings) implements Outcome {}

        /** 423 */
        record TooBrief(int shortest) implements Outcome {}

        /** A request that was overtaken by a later one of the same call. */
        record OutOfOrder() implements Outcome {}

        record TooMany() implements Outcome {}
    }

    private final Timekeeper time;
    private final Map<String, List<Binding>> bindings = new HashMap<>();

    Registrar(Timekeeper time) {
        this.time = time;
    }

    /** All of the wishes are fulfilled or none. */
    Outcome register(String extension, List<Wish> wishes, Request request) {
        var kept = new ArrayList<>(bindings(extension));
        for (Wish wish : wishes) {
            if (wish.seconds() > 0 && wish.seconds() < SHORTEST) return new Outcome.TooBrief(SHORTEST);
            if (overtaken(kept, wish, request)) return new Outcome.OutOfOrder();
            kept.removeIf(b -> b.contact().equals(wish.contact()));
            if (wish.seconds() > 0) kept.add(binding(wish, request));
        }
        if (kept.size() > MOST_BINDINGS) return new Outcome.TooMany();
        bindings.put(extension, kept);
        return new Outcome.Kept(bindings(extension));
    }

    private static boolean overtaken(List<Binding> kept, Wish wish, Request request) {
        return kept.stream()
                .anyMatch(b -> b.contact().equals(wish.contact())
                        && b.callId().equals(request.callId())
                        && b.sequence() >= request.sequence());
    }

    private Binding binding(Wish wish, Request request) {
        long seconds = Math.min(wish.seconds(), LONGEST);
        return new Binding(
                wish.contact(),
                request.transport(),
                request.source(),
                request.callId(),
                request.sequence(),
                time.nanos(),
                time.nanos() + Duration.ofSeconds(seconds).toNanos());
    }

    void forget(String extension) {
        bindings.remove(extension);
    }

    /** Those that have not run out. */
    List<Binding> bindings(String extension) {
        long now = time.nanos();
        return bindings.getOrDefault(extension, List.of()).stream()
                .filter(b -> b.until() - now > 0)
                .toList();
    }

    /** The telephone heard of last: one rings, not all. */
    Optional<Binding> newest(String extension) {
        long now = time.nanos();
        return bindings(extension).stream().max(Comparator.comparingLong(b -> b.since() - now));
    }

    /** Seconds that are left of a binding, rounded up. */
    long secondsLeft(Binding binding) {
        return Duration.ofNanos(binding.until() - time.nanos()).plusMillis(999).toSeconds();
    }

    /** Forgets what ran out. @return the extensions that have no telephone any more because of it */
    List<String> purge() {
        var gone = new ArrayList<String>();
        for (var entry : bindings.entrySet()) {
            if (entry.getValue().isEmpty()) continue;
            entry.setValue(bindings(entry.getKey()));
            if (entry.getValue().isEmpty()) gone.add(entry.getKey());
        }
        return gone;
    }
}
