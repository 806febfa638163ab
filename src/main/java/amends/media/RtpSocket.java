package amends.media;

import amends.rtp.RtpPacket;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The UDP ports of one leg, for packets and, one above, for reports. Opened on any thread, used by the media thread. */
final class RtpSocket {
    private static final Logger LOG = LoggerFactory.getLogger(RtpSocket.class);
    /** Datagrams taken at one go, so that a flood cannot hold up the tick. */
    private static final int AT_ONE_GO = 256;
    /** Expedited forwarding (RFC 3246), as the type-of-service byte. */
    private static final int EXPEDITED = 0xB8;

    interface Taker {
        void take(byte[] bytes, int length, InetSocketAddress source);
    }

    private final DatagramChannel channel;
    private final DatagramChannel reports;
    private final InetSocketAddress address;
    private volatile Supplier<InetAddress> here = InetAddress::getLoopbackAddress;
    private volatile Optional<Seen> seen = Optional.empty();
    private final ByteBuffer in = ByteBuffer.allocate(RtpPacket.LARGEST);
    private boolean failing;

    private RtpSocket(DatagramChannel channel, DatagramChannel reports) throws IOException {
        this.channel = channel;
        this.reports = reports;
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    /** @throws IOException when every even port of the range is taken */
    static RtpSocket open(InetAddress local, PortRange range) throws IOException {
        for (int port : range.evenPorts().toArray()) {
            DatagramChannel channel = bound(local, port, 0);
            if (channel == null) continue;
            int above = ((InetSocketAddress) channel.getLocalAddress()).getPort() + 1;
            DatagramChannel reports = bound(local, above, 1);
            if (reports != null) return new RtpSocket(channel, reports);
            channel.close();
        }
        throw new BindException("no free even UDP port for media on " + local.getHostAddress() + " in " + range);
    }

    /** @param odd 1 for an odd port, 0 for an even one @return null when it is taken, or the system gave another */
    private static DatagramChannel bound(InetAddress local, int port, int odd) throws IOException {
        var family = local instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        var channel = DatagramChannel.open(family);
        try {
            // At every address of this machine: which one reaches the far end may change while a call is up.
            channel.bind(new InetSocketAddress(
                    InetAddress.ofLiteral(local instanceof Inet6Address ? "::" : "0.0.0.0"), port));
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
            if (((InetSocketAddress) channel.getLocalAddress()).getPort() % 2 == odd) return channel;
        } catch (BindException e) {
            LOG.debug("media port {} is taken", port);
        }
        channel.close();
        return null;
    }

    /** From now on the far end is told to send to where this machine is reached at the time. */
    RtpSocket shown(Supplier<InetAddress> local) {
        here = local;
        return this;
    }

    /** @param as where we are seen from outside @param from by which address of ours */
    private record Seen(InetSocketAddress as, InetAddress from) {}

    /** A STUN server said where this socket is seen, by the way that begins at this address. */
    void seen(InetSocketAddress as, InetAddress from) {
        seen = Optional.of(new Seen(as, from));
    }

    boolean isSeenFrom(InetAddress local) {
        return seen.filter(s -> s.from.equals(local)).isPresent();
    }

    /** Where the far end is to send to: where we are seen from outside, as long as we go out the same way. */
    InetSocketAddress address() {
        InetAddress local = here.get();
        return seen.filter(s -> s.from.equals(local))
                .map(Seen::as)
                .orElseGet(() -> new InetSocketAddress(local, address.getPort()));
    }

    void register(Selector selector, Runnable onPacket, Runnable onReport) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, onPacket);
        reports.register(selector, SelectionKey.OP_READ, onReport);
    }

    /** Hands over what has arrived, at most so much that time is left for other things. */
    void drain(Taker taker) {
        drain(channel, taker);
    }

    void drainReports(Taker taker) {
        drain(reports, taker);
    }

    private void drain(DatagramChannel from, Taker taker) {
        for (int i = 0; i < AT_ONE_GO; i++) {
            in.clear();
            try {
                var source = (InetSocketAddress) from.receive(in);
                if (source == null) return;
                taker.take(in.array(), in.position(), source);
            } catch (IOException e) {
                LOG.debug("receiving at {} failed", address, e);
                return;
            }
        }
    }

    /** Sends or loses the packet, as the network does; never throws, whatever address the far end thought of. */
    void send(byte[] packet, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(packet), to);
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) LOG.warn("sending media from {} to {} fails: {}", address, to, e.toString());
            failing = true;
        }
    }

    /** Any thread, beside the one that sends media: sends or loses it, in silence. */
    void sendQuietly(byte[] datagram, InetSocketAddress to) {
        quietly(channel, datagram, to);
    }

    /** Sends or loses the report, in silence: not every far end listens. */
    void sendReport(byte[] report, InetSocketAddress to) {
        quietly(reports, report, to);
    }

    private static void quietly(DatagramChannel by, byte[] datagram, InetSocketAddress to) {
        try {
            by.send(ByteBuffer.wrap(datagram), to);
        } catch (IOException | RuntimeException e) {
            LOG.trace("a datagram to {} is lost", to, e);
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        try (reports) {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing {} failed", address, e);
        }
    }
}
