package amends.pbx;

import amends.rtp.VoiceCoding;
import amends.telephony.CryptoKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One leg's media: an RTP port and, one above it, its RTCP port. What arrives goes where the {@link Task} says. The
 * far end is where the session description says or, behind a translator, where the first packet came from; once
 * settled, strangers' packets are dropped until the far end is described anew.
 *
 * <p>The loop sets the task and the far end; everything else belongs to the relay's thread.
 */
final class MediaPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaPort.class);
    static final int SAMPLES = 160;
    private static final int HEADER = 12;

    /** What becomes of this leg's sound. */
    sealed interface Task {
        /** Nothing is sent and what comes is dropped. */
        record Rest() implements Task {}

        /**
         * Packets go on as they are, but for their payload type.
         *
         * @param types the other leg's number for each of this leg's 128, or null when all are the same
         */
        record Relay(MediaPort other, byte[] types) implements Task {}

        /**
         * Plays to the leg, over and over.
         *
         * @param type the far end's number for the coding
         */
        record Play(Clip clip, VoiceCoding coding, int type) implements Task {}

        record Echo() implements Task {}
    }

    final DatagramChannel rtp;
    final DatagramChannel rtcp;
    private final int port;
    private final Runnable wakeRelay;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
    private int played;
    private Task playing;
    private volatile Task task = new Task.Rest();
    private volatile Far far = new Far(null);
    private volatile LegKeys keys;
    private volatile boolean heard;
    private volatile boolean heardLately;
    private boolean stumbled;

    /** Where the leg's packets come from and go to. A new one is made for each description. */
    private static final class Far {
        final InetSocketAddress described;
        final InetSocketAddress describedRtcp;
        InetSocketAddress rtp;
        InetSocketAddress rtcp;

        Far(InetSocketAddress described) {
            this.described = described;
            rtp = described;
            describedRtcp = described == null
                    ? null
                    : new InetSocketAddress(described.getAddress(), Math.min(65535, described.getPort() + 1));
            rtcp = describedRtcp;
        }

        boolean heardRtp;
        boolean heardRtcp;
    }

    MediaPort(DatagramChannel rtp, DatagramChannel rtcp, Runnable wakeRelay) throws IOException {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.wakeRelay = wakeRelay;
        this.port = ((InetSocketAddress) rtp.getLocalAddress()).getPort();
    }

    int port() {
        return port;
    }

    /** Any thread. */
    void sendTo(InetSocketAddress described) {
        var before = far;
        if (!described.equals(before.described)) far = new Far(described);
    }

    /** From now on with these keys, in the clear without. Keys that stay keep their count. Called on the loop. */
    void encrypt(Optional<CryptoKey> ours, Optional<CryptoKey> theirs) {
        LegKeys now = keys;
        if (ours.isEmpty() || theirs.isEmpty()) keys = null;
        else if (now == null || !now.are(ours.get(), theirs.get())) keys = LegKeys.of(ours.get(), theirs.get());
    }

    /** Any thread. */
    void become(Task next) {
        task = next;
        wakeRelay.run();
    }

    /** Whether nothing came since this was asked the last time, though something had come before. Any thread. */
    boolean fellSilent() {
        boolean silent = heard && !heardLately;
        heardLately = false;
        return silent;
    }

    boolean plays() {
        return task instanceof Task.Play;
    }

    void received(DatagramChannel channel, ByteBuffer packet, SocketAddress source) {
        boolean media = channel == rtp;
        LegKeys hidden = keys;
        if (hidden != null && !hidden.reveal(media, packet)) return;
        if (!known(media, source) || (media && !isRtp(packet))) return;
        heard = true;
        heardLately = true;
        switch (task) {
            case Task.Relay relay -> {
                if (media) renumber(packet, relay);
                relay.other().send(media, packet);
            }
            case Task.Echo _ -> {
                if (media) send(true, packet);
            }
            case Task.Rest _, Task.Play _ -> {}
        }
    }

    /** Who was described is always let in, also after a stranger whose packet was faster. */
    private boolean known(boolean media, SocketAddress source) {
        Far at = far;
        if (source.equals(media ? at.rtp : at.rtcp)) {
            if (media) at.heardRtp = true;
            else at.heardRtcp = true;
            return true;
        }
        boolean settled = media ? at.heardRtp : at.heardRtcp;
        if (at.described == null || settled && !source.equals(media ? at.described : at.describedRtcp)) return false;
        if (media) {
            at.heardRtp = true;
            at.rtp = (InetSocketAddress) source;
        } else {
            at.heardRtcp = true;
            at.rtcp = (InetSocketAddress) source;
        }
        return true;
    }

    private static boolean isRtp(ByteBuffer packet) {
        return packet.limit() >= HEADER && (packet.get(0) & 0xC0) == 0x80;
    }

    private static void renumber(ByteBuffer packet, Task.Relay relay) {
        if (relay.types() == null) return;
        byte second = packet.get(1);
        packet.put(1, (byte) (second & 0x80 | relay.types()[second & 0x7F]));
    }

    private void send(boolean media, ByteBuffer packet) {
        Far at = far;
        InetSocketAddress to = media ? at.rtp : at.rtcp;
        if (to == null || to.getPort() == 0) return;
        try {
            LegKeys hidden = keys;
            ByteBuffer told =
                    hidden == null ? packet : hidden.hide(media, packet).orElse(null);
            if (told != null) (media ? rtp : rtcp).send(told, to);
        } catch (IOException | RuntimeException e) {
            // One packet of a stream: the far end conceals it; the dialog's own end is told by SIP.
            LOG.trace("not sent to {}", to, e);
        }
    }

    /** Sends the next 20 ms of what is played. @param timestamp in ticks of 8 kHz, the same for all ports */
    void playOn(ByteBuffer packet, int timestamp) {
        if (!(task instanceof Task.Play play) || !rtp.isOpen()) return;
        byte[][] packets = play.clip().packets(play.coding()).orElse(null);
        if (packets == null) return;
        boolean first = playing != play;
        if (first) {
            playing = play;
            played = 0;
        }
        packet.clear();
        packet.put((byte) 0x80).put((byte) ((first ? 0x80 : 0) | play.type()));
        packet.putShort((short) sequence++)
                .putInt(timestamp * (play.coding().clockRate() / Clip.RATE))
                .putInt(ssrc);
        packet.put(packets[played]);
        played = (played + 1) % packets.length;
        packet.flip();
        send(true, packet);
    }

    /** Says so once: what fails with one packet may fail with fifty a second. */
    void stumbled(Throwable why) {
        if (!stumbled) LOG.error("RTP port {} stumbled", port, why);
        stumbled = true;
    }

    @Override
    public void close() {
        task = new Task.Rest();
        try (rtp;
                rtcp) {
            LOG.trace("RTP port {} is closed", port);
        } catch (IOException e) {
            LOG.debug("RTP port {}", port, e);
        }
        wakeRelay.run();
    }
}
