package amends.telephony.sip;

import amends.telephony.CallId;
import amends.telephony.Codec;
import amends.telephony.GuestPart;
import amends.telephony.MediaDirection;
import amends.telephony.MediaLeg;
import amends.telephony.MediaPlane;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Legs with a real port each that remember what they were told. */
final class FakeMediaPlane implements MediaPlane {
    final List<Leg> legs = new CopyOnWriteArrayList<>();

    @Override
    public MediaLeg open(CallId call) throws IOException {
        var leg = new Leg();
        legs.add(leg);
        return leg;
    }

    final List<Set<CallId>> conferences = new CopyOnWriteArrayList<>();

    @Override
    public void conference(Set<CallId> calls) {
        conferences.add(calls);
    }

    @Override
    public void apart(CallId call) {}

    @Override
    public void place(CallId guest, CallId host, GuestPart part) {}

    @Override
    public void adopt(CallId call, boolean recorded) {}

    static final class Leg implements MediaLeg {
        final DatagramSocket socket;
        final List<MediaTerms> connected = new CopyOnWriteArrayList<>();
        final List<String> told = new CopyOnWriteArrayList<>();
        volatile Consumer<Character> digits = d -> {};
        volatile boolean heard;
        volatile Runnable silence = () -> {};
        /** How often it was asked whether it is heard. */
        final AtomicInteger asked = new AtomicInteger();

        Leg() throws IOException {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        }

        @Override
        public MediaTerms local() {
            return new MediaTerms(
                    new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort()),
                    List.of(Codec.PCMU, Codec.PCMA, Codec.TELEPHONE_EVENT),
                    MediaDirection.SENDRECV);
        }

        MediaTerms last() {
            return connected.getLast();
        }

        @Override
        public void connect(MediaTerms local, MediaTerms remote) {
            connected.add(remote);
        }

        @Override
        public void mute(boolean muted) {
            told.add("mute " + muted);
        }

        @Override
        public void sendDigits(String keys) {
            told.add("digits " + keys);
        }

        @Override
        public void onDigit(Consumer<Character> listener) {
            digits = listener;
        }

        @Override
        public void onSilence(Runnable listener) {
            silence = listener;
        }

        @Override
        public boolean isHeard() {
            asked.incrementAndGet();
            return heard;
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
