package amends.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Whom a leg sends to and hears. Only the negotiated address is heard; of its ports the one that the first packet
 * comes from, since behind a translator that is another than the one it says (symmetric RTP, RFC 4961). One thread.
 */
final class FarEnd {
    private final InetSocketAddress negotiated;
    private InetSocketAddress latched;

    FarEnd(InetSocketAddress negotiated) {
        this.negotiated = negotiated;
    }

    /** 0.0.0.0 is the old way to say hold (RFC 3264 §8.4). */
    boolean reachable() {
        InetAddress address = negotiated.getAddress();
        return address != null && !address.isAnyLocalAddress() && negotiated.getPort() > 0;
    }

    InetSocketAddress address() {
        return latched != null ? latched : negotiated;
    }

    boolean sameAs(InetSocketAddress terms) {
        return negotiated.equals(terms);
    }

    boolean mayBe(InetSocketAddress source) {
        return latched != null ? latched.equals(source) : source.getAddress().equals(negotiated.getAddress());
    }

    /** A packet came from there that only the far end could have made: it has moved, if it is another port. */
    void proven(InetSocketAddress source) {
        latched = source;
    }

    /** Where reports go: one above, for ports come in pairs (RFC 3550 §11). */
    InetSocketAddress reports() {
        return new InetSocketAddress(
                address().getAddress(), Math.min(65_535, address().getPort() + 1));
    }

    boolean mayReport(InetSocketAddress source) {
        return source.getAddress().equals(address().getAddress());
    }

    /** A valid packet came from there. */
    void heard(InetSocketAddress source) {
        if (latched == null) latched = source;
    }
}
