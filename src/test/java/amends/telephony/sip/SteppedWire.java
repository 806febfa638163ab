package amends.telephony.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;

/**
 * A network between two desks on stepped time, over real sockets: each desk is told to send to this one's ports, and what
 * it sends reaches the other after 20 ms and up to 8 more, seeded, in its order. Writes down the numbers of RTP.
 */
final class SteppedWire implements SteppedTime.Part, AutoCloseable {
    private static final long WAY_NANOS = 20_000_000;
    private static final long JITTER_NANOS = 8_000_000;
    private static final int HEADER = 12;
    private static final int CLOCK_RATE = 8000;

    private final SteppedTime time;
    private final Side[] sides = new Side[2];
    private final ByteBuffer in = ByteBuffer.allocate(2048);
    private int turns;

    private record Carried(long at, byte[] bytes, boolean report) {}

    /** What faces one desk, and what is on its way from there. */
    private final class Side {
        private final DatagramChannel media;
        private final DatagramChannel reports;
        private final int port;
        private final ArrayDeque<Carried> carried = new ArrayDeque<>();
        private SteppedDesk desk;
        private volatile InetSocketAddress leg;
        private final Numbers numbers = new Numbers();
        private final Random random;

        Side(long seed) throws IOException {
            random = new Random(seed);
            DatagramChannel even = bound(0);
            int found = port(even);
            DatagramChannel odd = found % 2 == 0 ? tried(found + 1) : null;
            while (odd == null) {
                even.close();
                even = bound(0);
                found = port(even);
                odd = found % 2 == 0 ? tried(found + 1) : null;
            }
            media = even;
            reports = odd;
            port = found;
        }
    }

    /** What is seen of one stream. */
    static final class Numbers {
        private long packets;
        private int gaps;
        private int spurts;
        private double mostOff;
        private int sequence;
        private long firstTimestamp;
        private long firstNanos;

        private void saw(ByteBuffer packet, long nanos) {
            boolean marker = (packet.get(1) & 0x80) != 0;
            int number = packet.getShort(2) & 0xFFFF;
            long timestamp = packet.getInt(4) & 0xFFFF_FFFFL;
            if (packets++ == 0) {
                firstTimestamp = timestamp;
                firstNanos = nanos;
            } else if (number != (sequence + 1 & 0xFFFF)) gaps++;
            sequence = number;
            if (marker) spurts++;
            long ticks = timestamp - firstTimestamp & 0xFFFF_FFFFL;
            double offMs = Math.abs(ticks * 1000.0 / CLOCK_RATE - (nanos - firstNanos) / 1e6);
            mostOff = Math.max(mostOff, offMs);
        }

        long packets() {
            return packets;
        }

        /** Numbers that do not follow the one before. */
        int gaps() {
            return gaps;
        }

        /** Packets that say that they begin something. */
        int spurts() {
            return spurts;
        }

        /** By how many ms a timestamp was ever off the sender's own clock. */
        double mostOff() {
            return mostOff;
        }
    }

    SteppedWire(SteppedTime time) throws IOException {
        this.time = time;
        sides[0] = new Side(3550);
        sides[1] = new Side(3551);
        time.add(this);
    }

    private static DatagramChannel bound(int port) throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static DatagramChannel tried(int port) throws IOException {
        try {
            return bound(port);
        } catch (BindException e) {
            return null;
        }
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    void between(SteppedDesk one, SteppedDesk other) {
        sides[0].desk = one;
        sides[1].desk = other;
        one.whenSpoke(() -> take(0));
        other.whenSpoke(() -> take(1));
    }

    /** Any thread: a desk says where it is sent to, and the other is told of this wire in its place. */
    String describe(int side, String description) {
        String port = description.replaceAll("(?s).*m=audio (\\d+) .*", "$1");
        sides[side].leg = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        return description.replace("m=audio " + port, "m=audio " + sides[1 - side].port);
    }

    Numbers numbers(int side) {
        return sides[side].numbers;
    }

    private void take(int side) {
        Side from = sides[side];
        while (taken(from, from.media, false))
            from.numbers.saw(in, from.desk.clock().nanos());
        // Reports are few; what there is of them waits a little.
        if (++turns % 16 < 2) while (taken(from, from.reports, true)) in.rewind();
    }

    private boolean taken(Side from, DatagramChannel channel, boolean report) {
        try {
            in.clear();
            if (channel.receive(in) == null) return false;
            in.flip();
            if (!report && in.limit() < HEADER) return true;
            // When reports are written is by chance: they go along with what is heard and change nothing of it.
            long jitter = report ? 0 : (long) (from.random.nextDouble() * JITTER_NANOS);
            long last = from.carried.isEmpty() ? 0 : from.carried.peekLast().at();
            long at = report && last > 0 ? last : Math.max(last, time.now() + WAY_NANOS + jitter);
            from.carried.add(new Carried(at, Arrays.copyOf(in.array(), in.limit()), report));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long due() {
        return Math.min(due(sides[0]), due(sides[1]));
    }

    private static long due(Side side) {
        return side.carried.isEmpty() ? Long.MAX_VALUE : side.carried.peek().at();
    }

    @Override
    public void happen() {
        int from = due(sides[0]) <= due(sides[1]) ? 0 : 1;
        Carried packet = sides[from].carried.poll();
        Side to = sides[1 - from];
        if (packet == null || to.leg == null) return;
        try {
            DatagramChannel by = packet.report() ? to.reports : to.media;
            int port = to.leg.getPort() + (packet.report() ? 1 : 0);
            by.send(ByteBuffer.wrap(packet.bytes()), new InetSocketAddress(to.leg.getAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        to.desk.turn();
    }

    @Override
    public void close() throws IOException {
        for (Side side : sides) {
            side.media.close();
            side.reports.close();
        }
    }
}
