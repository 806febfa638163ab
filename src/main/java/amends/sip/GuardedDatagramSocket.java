package amends.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;

/** A socket that hands on only what passes the {@link WireGate}. */
final class GuardedDatagramSocket extends DatagramSocket {
    private final WireGate gate;

    GuardedDatagramSocket(int port, InetAddress address, WireGate gate) throws SocketException {
        super(port, address);
        this.gate = gate;
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        int room = packet.getLength();
        do {
            packet.setLength(room);
            super.receive(packet);
        } while (!passes(packet));
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        gate.asks(packet.getAddress());
        byte[] message = BranchMark.taken(packet.getData(), packet.getOffset(), packet.getLength());
        super.send(new DatagramPacket(message, message.length, packet.getSocketAddress()));
    }

    private boolean passes(DatagramPacket packet) throws IOException {
        if (!(packet.getSocketAddress() instanceof InetSocketAddress from) || from.getPort() == 0) return false;
        byte[] message =
                Arrays.copyOfRange(packet.getData(), packet.getOffset(), packet.getOffset() + packet.getLength());
        int begin = Framing.begin(message, message.length);
        // Keep-alives of either kind (RFC 5626 §3.5) and what is no text at all.
        if (begin >= message.length || message[begin] <= ' ') return false;
        byte[] whole = begin == 0 ? message : Arrays.copyOfRange(message, begin, message.length);
        int end = Framing.headEnd(whole, whole.length);
        int head = end < 0 ? whole.length : end;
        int body = end < 0 ? 0 : whole.length - Framing.bodyBegin(whole, end);
        return switch (gate.rule(whole, head, body, from)) {
            case WireGate.Ruling.Pass _ -> true;
            case WireGate.Ruling.Keep(var answer) -> {
                if (answer.isPresent()) super.send(new DatagramPacket(answer.get(), answer.get().length, from));
                yield false;
            }
        };
    }
}
