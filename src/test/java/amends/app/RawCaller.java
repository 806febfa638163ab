package amends.app;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** A caller made of text and one socket, who may say anything. */
final class RawCaller implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    private final InetAddress here = InetAddress.getByName(Office.HOST);
    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(here, 0));
    private final DatagramSocket rtp = new DatagramSocket(new InetSocketAddress(here, 0));
    private final String callId = UUID.randomUUID().toString();
    private final int pbx;
    private final String from;
    private String to;

    /** @param from the From header's value, without its tag, as it goes on the wire */
    RawCaller(int pbx, String target, String from) throws IOException {
        this.pbx = pbx;
        this.from = from;
        this.to = "<sip:" + target + "@127.0.0.1>";
        socket.setSoTimeout(PATIENCE);
    }

    /** Calls, and waits until the queue has answered. */
    RawCaller calls() throws IOException {
        String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + rtp.getLocalPort() + " RTP/AVP 0\r\n";
        send("INVITE", 1, "Content-Type: application/sdp\r\n", sdp);
        String response = receive();
        while (response.startsWith("SIP/2.0 1")) response = receive();
        if (!response.startsWith("SIP/2.0 200")) throw new AssertionError(response);
        var answered = Pattern.compile("(?im)^To: *(.*)$").matcher(response);
        if (answered.find()) to = answered.group(1).strip();
        send("ACK", 1, "", "");
        return this;
    }

    void hangsUp() throws IOException {
        send("BYE", 2, "", "");
    }

    private void send(String method, int sequence, String more, String body) throws IOException {
        String uri = "sip:" + Pattern.compile(".*sip:([^@>]*).*").matcher(to).replaceAll("$1") + "@127.0.0.1:" + pbx;
        String message = method + " " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort() + ";branch=z9hG4bK" + UUID.randomUUID()
                + "\r\nFrom: " + from + ";tag=raw\r\nTo: " + to + "\r\nCall-ID: " + callId + "\r\nCSeq: " + sequence
                + " " + method + "\r\nContact: <sip:raw@127.0.0.1:" + socket.getLocalPort()
                + ">\r\nMax-Forwards: 70\r\n"
                + more + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, here, pbx));
    }

    private String receive() throws IOException {
        byte[] buffer = new byte[65_535];
        var packet = new DatagramPacket(buffer, buffer.length);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the PBX did not answer the caller", e);
        }
        return new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        socket.close();
        rtp.close();
    }
}
