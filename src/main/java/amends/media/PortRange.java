package amends.media;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The UDP ports that media may use, both ends included.
 *
 * @param first 0 with {@code last} 0: whatever the system has free
 */
public record PortRange(int first, int last) {
    public static final PortRange ANY = new PortRange(0, 0);
    /** How many ports the system is asked for before it is given up that one is even. */
    private static final int TRIES = 64;

    public PortRange {
        if (first < 0 || last > 65535 || first > last)
            throw new IllegalArgumentException("no port range: " + first + "-" + last);
    }

    /** Every even port once (RFC 3550 §11), from a random one on; port 0 stands for "any". */
    IntStream evenPorts() {
        if (last == 0) return IntStream.generate(() -> 0).limit(TRIES);
        int lowest = first + first % 2;
        int count = Math.max(0, (last - lowest) / 2 + 1);
        int start = count == 0 ? 0 : ThreadLocalRandom.current().nextInt(count);
        return IntStream.range(0, count).map(i -> lowest + 2 * ((start + i) % count));
    }
}
