package amends.sip;

import amends.kernel.Timekeeper;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * What comes over the wire as SIP, for a fuzzer: nothing but a ruling may come of it, and what passes is read by the
 * stack's parser. How to run it for ten minutes: interop.md.
 */
public final class WireFuzz {
    private static final InetSocketAddress FROM = new InetSocketAddress("192.0.2.1", 5060);
    private static final WireGate GATE = gate();

    private WireFuzz() {}

    private static WireGate gate() {
        var gate = new WireGate(WireLimits.EXCHANGE, Optional.empty(), Timekeeper.system());
        gate.asks(FROM.getAddress());
        return gate;
    }

    /** Called by the fuzzer, by name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        byte[] message = Arrays.copyOfRange(bytes, Framing.begin(bytes, bytes.length), bytes.length);
        if (message.length == 0) return;
        int end = Framing.headEnd(message, message.length);
        int body = end < 0 ? 0 : message.length - Framing.bodyBegin(message, end);
        GATE.rule(message, end < 0 ? message.length : end, body, FROM);
    }
}
