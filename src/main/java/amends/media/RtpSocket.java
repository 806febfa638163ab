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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The UDP port of one leg. Opened on any thread, used by the media thread. */
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
    private final InetSocketAddress address;
    private final ByteBuffer in = ByteBuffer.allocate(RtpPacket.LARGEST);
    private final ByteBuffer out = ByteBuffer.allocate(RtpPacket.LARGEST);
    private boolean failing;

    private RtpSocket(DatagramChannel channel) throws IOException {
        this.channel = channel;
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    /** @throws IOException when every even port of the range is taken */
    static RtpSocket open(InetAddress local, PortRange range) throws IOException {
        for (int port : range.evenPorts().toArray()) {
            DatagramChannel channel = bound(local, port);
            if (channel != null) return new RtpSocket(channel);
        }
        throw new BindException("no free even UDP port for media on " + local.getHostAddress() + " in " + range);
    }

    /** @return null when the port is taken, or the system gave an odd one */
    private static DatagramChannel bound(InetAddress local, int port) throws IOException {
        var family = local instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        var channel = DatagramChannel.open(family);
        try {
            channel.bind(new InetSocketAddress(local, port));
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
            if (((InetSocketAddress) channel.getLocalAddress()).getPort() % 2 == 0) return channel;
        } catch (BindException e) {
            LOG.debug("media port {} is taken", port);
        }
        channel.close();
        return null;
    }

    InetSocketAddress address() {
        return address;
    }

    SelectionKey register(Selector selector, Runnable onReadable) throws IOException {
        return channel.register(selector, SelectionKey.OP_READ, onReadable);
    }

    /** Hands over what has arrived, at most so much that time is left for other things. */
    void drain(Taker taker) {
        for (int i = 0; i < AT_ONE_GO; i++) {
            in.clear();
            try {
                var source = (InetSocketAddress) channel.receive(in);
                if (source == null) return;
                taker.take(in.array(), in.position(), source);
            } catch (IOException e) {
                LOG.debug("receiving at {} failed", address, e);
                return;
            }
        }
    }

    /** Sends or loses the packet, as the network does. */
    void send(RtpPacket packet, InetSocketAddress to) {
        out.clear().limit(packet.write(out.array()));
        try {
            channel.send(out, to);
            failing = false;
        } catch (IOException e) {
            if (!failing) LOG.warn("sending media from {} to {} fails: {}", address, to, e.toString());
            failing = true;
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing {} failed", address, e);
        }
    }
}
