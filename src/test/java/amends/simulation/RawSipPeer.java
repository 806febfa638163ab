package amends.simulation;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/** A PBX written by hand on two UDP sockets, so that the stack under test is not tested by itself alone. */
final class RawSipPeer implements AutoCloseable {
    final DatagramSocket sip;
    final DatagramSocket rtp;
    private InetSocketAddress from;

    RawSipPeer() throws IOException {
        sip = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        sip.setSoTimeout(30_000);
        rtp.setSoTimeout(30_000);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) sip.getLocalSocketAddress();
    }

    /** The next message that begins so; others are passed over. */
    String receive(String start) throws IOException {
        return receive(m -> m.startsWith(start));
    }

    private String receive(Predicate<String> wanted) throws IOException {
        while (true) {
            var packet = new DatagramPacket(new byte[65536], 65536);
            sip.receive(packet);
            from = (InetSocketAddress) packet.getSocketAddress();
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            if (wanted.test(text)) return text;
        }
    }

    static String header(String message, String name) {
        return Arrays.stream(message.split("\r\n"))
                .filter(l -> l.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(l -> l.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in\n" + message));
    }

    void respond(String request, String status, String body) throws IOException {
        String to = header(request, "To");
        send("SIP/2.0 " + status + "\r\nVia: " + header(request, "Via") + "\r\nFrom: " + header(request, "From")
                + "\r\nTo: " + to + (to.contains(";tag=") ? "" : ";tag=raw") + "\r\nCall-ID: "
                + header(request, "Call-ID") + "\r\nCSeq: " + header(request, "CSeq") + "\r\nContact: <sip:raw@"
                + hostPort() + ">\r\n" + content(body));
    }

    void bye(String invite) throws IOException {
        String contact = header(invite, "Contact");
        send("BYE " + contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'))
                + " SIP/2.0\r\nVia: SIP/2.0/UDP "
                + hostPort() + ";branch=z9hG4bKrawbye\r\nMax-Forwards: 70\r\nFrom: " + header(invite, "To")
                + ";tag=raw\r\nTo: " + header(invite, "From") + "\r\nCall-ID: " + header(invite, "Call-ID")
                + "\r\nCSeq: 7 BYE\r\n" + content(""));
    }

    private String hostPort() {
        return "127.0.0.1:" + sip.getLocalPort();
    }

    private static String content(String body) {
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        return type + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        sip.send(new DatagramPacket(bytes, bytes.length, from));
    }

    /** Takes PCMU only. */
    String answer() {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + rtp.getLocalPort()
                + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
    }

    byte[] receiveRtp() throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        rtp.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public void close() {
        sip.close();
        rtp.close();
    }
}
