package amends.app;

import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.GuestPart;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import amends.telephony.MediaPlane;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/** Legs with a real port each; what arrives at one is counted by the byte that its packets carry. */
final class SilentMedia implements MediaPlane {
    static final List<Codec> ALL = List.of(Codec.PCMA, Codec.PCMU, Codec.TELEPHONE_EVENT);
    volatile Set<CallId> together = Set.of();
    /** What the next legs speak. */
    volatile List<Codec> codecs = ALL;

    final Map<CallId, Leg> legs = new ConcurrentHashMap<>();

    @Override
    public MediaLeg open(CallId call) throws IOException {
        var leg = new Leg(codecs);
        legs.put(call, leg);
        return leg;
    }

    @Override
    public void conference(Set<CallId> calls) {
        together = Set.copyOf(calls);
    }

    @Override
    public void apart(CallId call) {}

    @Override
    public void place(CallId guest, CallId host, GuestPart part) {}

    @Override
    public void adopt(CallId call, boolean recorded) {}

    /** One leg: {@link #say} sends a packet of one kind of byte, {@link #heard} are the kinds that came. */
    static final class Leg implements MediaLeg {
        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        final Set<Byte> heard = new CopyOnWriteArraySet<>();
        volatile MediaTerms remote;
        private final List<Codec> codecs;
        private short sequence;

        Leg(List<Codec> codecs) throws IOException {
            this.codecs = codecs;
            Thread.ofPlatform().daemon(true).start(this::listen);
        }

        private void listen() {
            var packet = new DatagramPacket(new byte[2048], 2048);
            while (!socket.isClosed()) {
                try {
                    socket.receive(packet);
                    if (packet.getLength() > 12) heard.add(packet.getData()[12]);
                } catch (IOException e) {
                    return;
                }
            }
        }

        void say(byte kind) throws IOException {
            byte[] rtp = new byte[172];
            rtp[0] = (byte) 0x80;
            rtp[1] = (byte) remote.codecs().getFirst().payloadType();
            rtp[3] = (byte) sequence++;
            java.util.Arrays.fill(rtp, 12, rtp.length, kind);
            socket.send(new DatagramPacket(rtp, rtp.length, remote.address()));
        }

        @Override
        public MediaTerms local() {
            return new MediaTerms(
                    new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort()),
                    codecs,
                    MediaDirection.SENDRECV);
        }

        @Override
        public void connect(MediaTerms local, MediaTerms terms) {
            remote = terms;
        }

        @Override
        public void mute(boolean muted) {}

        @Override
        public void sendDigits(String digits) {}

        @Override
        public void onDigit(Consumer<Character> listener) {}

        @Override
        public void close() {
            socket.close();
        }
    }
}
