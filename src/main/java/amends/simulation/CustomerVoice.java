package amends.simulation;

import amends.rtp.G711;
import amends.rtp.RtpPacket;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One customer's mouth and ears: a port of its own, moved on every 20 ms by the {@link VoicePacer}. */
final class CustomerVoice {
    /** Told on the pacer's thread. */
    interface Listener {
        void said(String clip);

        void turn(TurnTaking.Turn turn);
    }

    private record Sentence(String name, short[] samples) {}

    private static final Logger LOG = LoggerFactory.getLogger(CustomerVoice.class);
    private static final int FRAME = 160;
    /** Packets taken in one go; more than a second's worth is a flood. */
    private static final int BURST = 64;

    private final DatagramChannel channel;
    private final List<Codec> codecs;
    private final TurnTaking turns;
    private final Listener listener;
    private final HeardSound heard = new HeardSound();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final Queue<Sentence> sentences = new ArrayDeque<>();
    private final ByteBuffer in = ByteBuffer.allocate(RtpPacket.LARGEST);
    private final byte[] out = new byte[RtpPacket.HEADER + FRAME];
    private final long ssrc = ThreadLocalRandom.current().nextLong(1L << 32);
    private int sequence = ThreadLocalRandom.current().nextInt(1 << 16);
    private long timestamp = ThreadLocalRandom.current().nextLong(1L << 32);
    private int position;
    private boolean marker = true;
    private MediaTerms remote;

    CustomerVoice(InetAddress address, G711 preferred, TurnTaking turns, Listener listener) throws IOException {
        this.turns = turns;
        this.listener = listener;
        codecs = preferred == G711.A_LAW ? List.of(Codec.PCMA, Codec.PCMU) : List.of(Codec.PCMU, Codec.PCMA);
        channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16);
            channel.bind(new InetSocketAddress(address, 0));
            channel.configureBlocking(false);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What this customer can do, and where. */
    MediaTerms local() {
        try {
            return new MediaTerms((InetSocketAddress) channel.getLocalAddress(), codecs, MediaDirection.SENDRECV);
        } catch (IOException e) {
            throw new IllegalStateException("the voice is closed", e);
        }
    }

    void connect(MediaTerms agreed) {
        orders.add(() -> remote = agreed);
    }

    void say(String name, short[] samples) {
        orders.add(() -> sentences.add(new Sentence(name, samples)));
    }

    short[] heard() {
        return heard.samples();
    }

    /** On the pacer's thread, every 20 ms. */
    void tick() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) order.run();
        if (!channel.isOpen()) return;
        double level = listen();
        if (remote == null) return;
        boolean silent = sentences.isEmpty();
        speak();
        if (!silent) return;
        var turn = turns.hear(level);
        if (turn != TurnTaking.Turn.NOT_YET) listener.turn(turn);
    }

    /** @return the loudest level that came since the last time */
    private double listen() {
        double level = 0;
        try {
            for (int i = 0; i < BURST && channel.receive(in.clear()) != null; i++) {
                var packet = RtpPacket.parse(in.array(), in.position());
                if (packet.isPresent()) level = Math.max(level, hear(packet.get()));
            }
        } catch (IOException e) {
            LOG.debug("listening failed: {}", e.toString());
        }
        return level;
    }

    private double hear(RtpPacket packet) {
        G711 coding = packet.payloadType() == 0 ? G711.MU_LAW : packet.payloadType() == 8 ? G711.A_LAW : null;
        if (coding == null || packet.payload().length == 0) return 0;
        short[] sound = coding.decode(packet.payload());
        heard.add(packet.ssrc(), packet.timestamp(), sound);
        double energy = 0;
        for (short s : sound) energy += (double) s * s;
        return Math.sqrt(energy / sound.length);
    }

    private void speak() {
        var frame = new short[FRAME];
        Sentence now = sentences.peek();
        if (now != null) {
            int count = Math.min(FRAME, now.samples().length - position);
            System.arraycopy(now.samples(), position, frame, 0, count);
            position += count;
            if (position >= now.samples().length) finishSentence(now);
        }
        if (remote.direction().sends()) send(frame);
        timestamp += FRAME;
    }

    private void finishSentence(Sentence now) {
        sentences.remove();
        position = 0;
        turns.startAfresh();
        listener.said(now.name());
    }

    private void send(short[] frame) {
        Codec codec = remote.codecs().getFirst();
        G711 coding = codec.sameCoding(Codec.PCMU) ? G711.MU_LAW : G711.A_LAW;
        var packet = new RtpPacket(marker, codec.payloadType(), sequence++, timestamp, ssrc, coding.encode(frame));
        marker = false;
        try {
            channel.send(ByteBuffer.wrap(out, 0, packet.write(out)), remote.address());
        } catch (IOException e) {
            LOG.debug("speaking failed: {}", e.toString());
        }
    }

    /** Frees the port. Any thread, more than once. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing failed: {}", e.toString());
        }
    }
}
