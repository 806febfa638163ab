package amends.app;

import amends.rtp.RtpPacket;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The network between the ends of some calls, for src/test/rig: of what the first end of each says packets are lost, by
 * the same pattern each time; everything else is carried as it comes. Where ends agree on their ports by SIP, that is
 * carried too, with the carrier's ports in the place of their own. Until it is ended; then it tells what was lost.
 */
final class RigCarrier {
    /** The first second is never lost: what an end does at its very beginning is not what is compared. */
    private static final int SPARED = 50;

    private static final int PACKETS = 20_000;
    private static final Pattern MEDIA = Pattern.compile("(?<=\r\nm=audio )\\d{5}(?= )");
    private static final Pattern REPORTS = Pattern.compile("(?<=\r\na=rtcp:)\\d{5}\\b");

    private final Selector selector;
    private final List<Loss> losses = new ArrayList<>();

    private RigCarrier(Selector selector) {
        this.selector = selector;
    }

    /**
     * @param arguments the first port, then a pattern for each call, 100 ports apart: "5" loses 5 % one by one, "5x3"
     *     in bursts of three on average. From the first port of a call the two ends are at 10 and 20 for RTP and at 50
     *     and 60 for SIP; the carrier is the second end at 30 and 70, and the first end at 40 and 80
     */
    public static void main(String[] arguments) throws IOException {
        var carrier = new RigCarrier(Selector.open());
        for (int i = 1; i < arguments.length; i++)
            carrier.call(Integer.parseInt(arguments[0]) + 100 * (i - 1), new Loss(arguments[i]));
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> carrier.losses.forEach(System.out::println)));
        System.out.println("ready");
        while (true) carrier.selector.select(RigCarrier::carry);
    }

    private static void carry(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    private void call(int base, Loss loss) throws IOException {
        losses.add(loss);
        var voice = new Wire(base + 30, base + 10, base + 40, base + 20);
        var reports = new Wire(base + 31, base + 11, base + 41, base + 21);
        var signals = new Wire(base + 70, base + 50, base + 80, base + 60);
        voice.carry(packet -> loss.losesNext(packet) ? null : packet, packet -> packet);
        reports.carry(packet -> packet, packet -> packet);
        signals.carry(
                message -> described(message, base + 40, port -> {
                    voice.first = there(port);
                    reports.first = there(port + 1);
                }),
                message -> described(message, base + 30, port -> {
                    voice.second = there(port);
                    reports.second = there(port + 1);
                }));
    }

    private static InetSocketAddress there(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private interface Description {
        void says(int port);
    }

    /** The message with our port in its description, if it has one; as long as before. */
    private static byte[] described(byte[] message, int ours, Description description) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        Matcher media = MEDIA.matcher(text);
        if (!media.find()) return message;
        description.says(Integer.parseInt(media.group()));
        String carried = REPORTS.matcher(media.replaceFirst("" + ours)).replaceFirst("" + (ours + 1));
        return carried.getBytes(StandardCharsets.ISO_8859_1);
    }

    private interface Passage {
        /** @return null when it is lost */
        byte[] through(byte[] packet);
    }

    /** One port towards each end; what comes at the one goes out at the other. */
    private final class Wire {
        private final DatagramChannel towardsFirst;
        private final DatagramChannel towardsSecond;
        private InetSocketAddress first;
        private InetSocketAddress second;

        Wire(int facingFirst, int first, int facingSecond, int second) throws IOException {
            towardsFirst = DatagramChannel.open().bind(there(facingFirst));
            towardsSecond = DatagramChannel.open().bind(there(facingSecond));
            this.first = there(first);
            this.second = there(second);
        }

        void carry(Passage there, Passage back) throws IOException {
            towardsFirst.configureBlocking(false);
            towardsSecond.configureBlocking(false);
            towardsFirst.register(
                    selector, SelectionKey.OP_READ, (Runnable) () -> pass(towardsFirst, there, towardsSecond, false));
            towardsSecond.register(
                    selector, SelectionKey.OP_READ, (Runnable) () -> pass(towardsSecond, back, towardsFirst, true));
        }

        private void pass(DatagramChannel from, Passage passage, DatagramChannel to, boolean toFirst) {
            var buffer = ByteBuffer.allocate(65_536);
            try {
                while (from.receive(buffer.clear()) != null) {
                    var packet = new byte[buffer.flip().remaining()];
                    buffer.get(packet);
                    byte[] carried = passage.through(packet);
                    if (carried != null) to.send(ByteBuffer.wrap(carried), toFirst ? first : second);
                }
            } catch (IOException e) {
                // Nobody is there any more, or not yet.
            }
        }
    }

    /** Which packets of a stream are lost, told by their numbers. */
    private static final class Loss {
        private final String pattern;
        private final boolean[] lost = new boolean[PACKETS];
        private int firstNumber = -1;
        private int sent;
        private int missing;
        private int copies;
        private final VoiceDecoder opus = VoiceCoding.OPUS.decoder();

        Loss(String pattern) {
            this.pattern = pattern;
            String[] parts = pattern.split("x");
            double share = Double.parseDouble(parts[0]) / 100;
            double ends = parts.length == 1 ? 1 - share : 1 / Double.parseDouble(parts[1]);
            double begins = ends * share / (1 - share);
            var random = new Random(20_261_122);
            boolean bad = false;
            for (int i = SPARED; i < PACKETS; i++) {
                bad = random.nextDouble() < (bad ? 1 - ends : begins);
                lost[i] = bad;
            }
        }

        boolean losesNext(byte[] packet) {
            int number = (packet[2] & 0xFF) << 8 | packet[3] & 0xFF;
            if (firstNumber < 0) firstNumber = number;
            sent++;
            boolean loses = lost[Math.min(number - firstNumber & 0xFFFF, PACKETS - 1)];
            if (loses) missing++;
            RtpPacket.parse(packet, packet.length)
                    .filter(voice -> voice.payloadType() >= 96 && opus.tellsBefore(voice.payload()))
                    .ifPresent(voice -> copies++);
            return loses;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d packets, %.1f %% lost, %d with copies",
                    pattern,
                    sent,
                    100.0 * missing / sent,
                    copies);
        }
    }
}
