package amends.pbx;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A telephone of plain sockets and text, so that the exchange is met by SIP that is not its own. */
final class RawPhone implements AutoCloseable {
    static final long PATIENCE = 30_000;
    private static final AtomicInteger COUNT = new AtomicInteger();

    interface Wire extends AutoCloseable {
        void send(String message) throws IOException;

        int localPort();

        String name();

        @Override
        void close() throws IOException;
    }

    final String user;
    final String password;
    final int pbxPort;
    final DatagramSocket rtp;
    private final Wire wire;
    private final LinkedBlockingQueue<RawMessage> inbox = new LinkedBlockingQueue<>();
    private final List<RawMessage> kept = new ArrayList<>();
    private int registrations;
    private String audioAt = "IP4 127.0.0.1";
    private final String registerCall = token();

    static RawPhone udp(String user, String password, int pbxPort) throws IOException {
        return udp(user, password, pbxPort, "127.0.0.1");
    }

    static RawPhone udp(String user, String password, int pbxPort, String from) throws IOException {
        var socket = new DatagramSocket(new InetSocketAddress(from, 0));
        var phone = new RawPhone(user, password, pbxPort, new Wire() {
            @Override
            public void send(String message) throws IOException {
                byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), pbxPort));
            }

            @Override
            public int localPort() {
                return socket.getLocalPort();
            }

            @Override
            public String name() {
                return "UDP";
            }

            @Override
            public void close() {
                socket.close();
            }
        });
        Thread.ofVirtual().start(() -> phone.readUdp(socket));
        return phone;
    }

    static RawPhone tcp(String user, String password, int pbxPort) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), pbxPort);
        var phone = new RawPhone(user, password, pbxPort, new Wire() {
            @Override
            public void send(String message) throws IOException {
                socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public int localPort() {
                return socket.getLocalPort();
            }

            @Override
            public String name() {
                return "TCP";
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        });
        Thread.ofVirtual().start(() -> phone.readTcp(socket));
        return phone;
    }

    private RawPhone(String user, String password, int pbxPort, Wire wire) throws IOException {
        this.user = user;
        this.password = password;
        this.pbxPort = pbxPort;
        this.wire = wire;
        this.rtp = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        rtp.setSoTimeout((int) PATIENCE);
    }

    private void readUdp(DatagramSocket socket) {
        var packet = new DatagramPacket(new byte[65536], 65536);
        while (true) {
            try {
                socket.receive(packet);
            } catch (IOException e) {
                return;
            }
            arrived(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }

    private void readTcp(Socket socket) {
        var text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            var bytes = new byte[65536];
            for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
                text.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
                cut(text);
            }
        } catch (IOException e) {
            inbox.clear();
        }
    }

    private void cut(StringBuilder text) {
        while (true) {
            while (text.indexOf("\r\n") == 0) text.delete(0, 2);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) return;
            Matcher length =
                    Pattern.compile("(?i)\r\nContent-Length:\\s*(\\d+)").matcher(text.substring(0, end));
            int whole = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            if (text.length() < whole) return;
            arrived(text.substring(0, whole));
            text.delete(0, whole);
        }
    }

    private void arrived(String text) {
        if (text.contains("\r\n\r\n")) inbox.add(RawMessage.parse(text));
    }

    void send(String message) throws IOException {
        wire.send(message);
    }

    int localPort() {
        return wire.localPort();
    }

    /** The first message that fits, also of those that came before. */
    RawMessage await(String what, Predicate<RawMessage> fits) throws InterruptedException {
        return await(what, fits, PATIENCE);
    }

    RawMessage await(String what, Predicate<RawMessage> fits, long millis) throws InterruptedException {
        RawMessage found = poll(fits, millis);
        if (found == null) throw new AssertionError(user + " waited in vain for " + what + ", had " + kept);
        return found;
    }

    /** Null when none came in time. */
    RawMessage poll(Predicate<RawMessage> fits, long millis) throws InterruptedException {
        for (int i = 0; i < kept.size(); i++) if (fits.test(kept.get(i))) return kept.remove(i);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            RawMessage next = inbox.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) return null;
            if (fits.test(next)) return next;
            kept.add(next);
        }
    }

    static String token() {
        return "t" + COUNT.incrementAndGet() + "x" + System.nanoTime();
    }

    String via() {
        return "Via: SIP/2.0/" + wire.name() + " 127.0.0.1:" + localPort() + ";rport;branch=z9hG4bK" + token() + "\r\n";
    }

    String contact() {
        return "<sip:" + user + "-dev@127.0.0.1:" + localPort() + (wire.name().equals("TCP") ? ";transport=tcp" : "")
                + ">";
    }

    RawMessage register(int expires) throws Exception {
        return register(user, expires);
    }

    /** @return the final answer, after a challenge was met */
    RawMessage register(String aor, int expires) throws Exception {
        RawMessage first = registerOnce(aor, expires, "");
        if (first.status() != 401) return first;
        return registerOnce(
                aor, expires, authorization("Authorization", first, "REGISTER", "sip:127.0.0.1:" + pbxPort));
    }

    RawMessage registerOnce(String aor, int expires, String authorization) throws Exception {
        int sequence = ++registrations;
        send("REGISTER sip:127.0.0.1:" + pbxPort + " SIP/2.0\r\n" + via() + "Max-Forwards: 70\r\n" + "From: <sip:"
                + user
                + "@127.0.0.1>;tag=" + token() + "\r\nTo: <sip:" + aor + "@127.0.0.1>\r\nCall-ID: " + registerCall
                + "\r\nCSeq: " + sequence + " REGISTER\r\nContact: " + contact() + "\r\nExpires: " + expires + "\r\n"
                + authorization + "Content-Length: 0\r\n\r\n");
        return await(
                "an answer to REGISTER",
                m -> m.isResponse() && m.cseqMethod().equals("REGISTER") && m.cseq() == sequence);
    }

    /** The header that answers the challenge. */
    String authorization(String header, RawMessage challenge, String method, String uri) throws Exception {
        String asked = challenge
                .header("WWW-Authenticate")
                .or(() -> challenge.header("Proxy-Authenticate"))
                .orElseThrow();
        return authorization(header, asked, method, uri);
    }

    String authorization(String header, String asked, String method, String uri) throws Exception {
        String realm = parameter(asked, "realm");
        String nonce = parameter(asked, "nonce");
        String response = md5(md5(user + ":" + realm + ":" + password) + ":" + nonce + ":00000001:c0ffee:auth:"
                + md5(method + ":" + uri));
        return header + ": Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\""
                + uri + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c0ffee\", response=\"" + response
                + "\"\r\n";
    }

    private static String parameter(String header, String name) {
        Matcher m = Pattern.compile(name + "=\"([^\"]*)\"").matcher(header);
        if (!m.find()) throw new AssertionError(name + " in " + header);
        return m.group(1);
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** From now on described as where its audio is received. */
    void audioAt(String where) {
        audioAt = where;
    }

    String sdp(String direction, int... types) {
        var line = new StringBuilder("m=audio " + rtp.getLocalPort() + " RTP/AVP");
        var maps = new StringBuilder();
        for (int type : types) {
            line.append(' ').append(type);
            if (type > 95) maps.append("a=rtpmap:" + type + " " + coding(type) + "\r\n");
        }
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN " + audioAt + "\r\nt=0 0\r\n" + line + "\r\n" + maps
                + "a=ptime:20\r\na=" + direction + "\r\n";
    }

    private static String coding(int type) {
        return switch (type) {
            case 111 -> "opus/48000/2";
            case 110 -> "telephone-event/48000\r\na=fmtp:110 0-15";
            default -> "telephone-event/8000\r\na=fmtp:" + type + " 0-15";
        };
    }

    /** What its INVITEs say besides, each line ended; and who they say to be from, instead of its user. */
    String wishes = "";

    String from = "";

    /** Calls and meets the challenge if one comes. */
    RawCall call(String number, int... types) throws Exception {
        String usual = "\"Jane Doe\" <sip:" + user + "@127.0.0.1>";
        return RawCall.placed(this, from.isEmpty() ? usual : from, number, types);
    }

    RawCall awaitCall() throws InterruptedException {
        RawMessage invite =
                await("INVITE", m -> m.isRequest("INVITE") && !m.required("To").contains("tag="));
        return RawCall.offered(this, invite);
    }

    @Override
    public void close() throws IOException {
        wire.close();
        rtp.close();
    }
}
