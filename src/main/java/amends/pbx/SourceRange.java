package amends.pbx;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * One address or a block of them, as {@code 192.0.2.7} or {@code 192.0.2.0/24}. Host names are not looked up: who
 * may call is no question for a name server.
 */
public record SourceRange(InetAddress network, int bits) {

    /** @throws IllegalArgumentException when it is no such thing; says what was read */
    public static SourceRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) throw new UnknownHostException(parts[0]);
            var network = InetAddress.getByName(parts[0]);
            int most = network.getAddress().length * 8;
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
            if (bits < 0 || bits > most) throw new IllegalArgumentException("no such network: " + text);
            return new SourceRange(network, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("no address: " + text, e);
        }
    }

    boolean holds(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) return false;
        int whole = bits / 8;
        if (!Arrays.equals(mine, 0, whole, theirs, 0, whole)) return false;
        int rest = bits % 8;
        return rest == 0 || (mine[whole] ^ theirs[whole]) >> 8 - rest == 0;
    }
}
