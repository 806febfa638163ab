package amends.simulation;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent's phone written by hand: registers, rings, and answers or refuses as told. */
final class RawAgentPhone implements AutoCloseable {
    enum Mood {
        ANSWERS,
        RINGS,
        REFUSES
    }

    private final DatagramSocket sip;
    private final InetSocketAddress pbx;
    private final String user;
    private final String password;
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final VoicePacer pacer = new VoicePacer(Timekeeper.system());
    private final CustomerVoice voice;
    private volatile Mood mood = Mood.RINGS;
    private volatile String invite;
    private int sequence;

    RawAgentPhone(InetSocketAddress pbx, String user, String password, String clip) throws IOException {
        this.pbx = pbx;
        this.user = user;
        this.password = password;
        sip = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        voice = new CustomerVoice(
                InetAddress.getLoopbackAddress(),
                G711.MU_LAW,
                new TurnTaking(Duration.ofHours(1)),
                new CustomerVoice.Listener() {
                    @Override
                    public void said(String name) {}

                    @Override
                    public void turn(TurnTaking.Turn turn) {}
                });
        voice.say(clip, Clip.load(clip));
        pacer.add(voice);
        register();
        Thread.ofVirtual().start(this::listen);
    }

    void mood(Mood now) {
        mood = now;
    }

    /** The Call-ID of the next call that rings here. */
    String rings() throws InterruptedException {
        return calls.poll(30, TimeUnit.SECONDS);
    }

    /** BYE or CANCEL, whichever ends the next call. */
    String ends() throws InterruptedException {
        return ends.poll(30, TimeUnit.SECONDS);
    }

    short[] heard() {
        return voice.heard();
    }

    /** Alone on its extension: what a test before left registered is taken away. */
    private void register() throws IOException {
        sip.setSoTimeout(20_000);
        proven("*", 0);
        String welcome = proven("<sip:" + user + "@" + here() + ">", 60);
        if (!welcome.startsWith("SIP/2.0 200")) throw new AssertionError(welcome);
        sip.setSoTimeout(0);
    }

    private String proven(String contact, int expires) throws IOException {
        String uri = "sip:" + pbx.getHostString();
        send(registration(uri, contact, expires, ""));
        String challenge = read();
        String digest = Arrays.stream(challenge.split("\r\n"))
                .filter(l -> l.startsWith("WWW-Authenticate") && !l.contains("SHA"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(challenge));
        send(registration(uri, contact, expires, authorization(digest, uri)));
        return read();
    }

    private String registration(String uri, String contact, int expires, String authorization) {
        String aor = "<sip:" + user + "@" + pbx.getHostString() + ">";
        return "REGISTER " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here() + ";branch=z9hG4bK" + sip.getLocalPort()
                + ++sequence + "\r\nMax-Forwards: 70\r\nFrom: " + aor + ";tag=r\r\nTo: " + aor + "\r\nCall-ID: reg-"
                + sip.getLocalPort() + "\r\nCSeq: " + sequence + " REGISTER\r\nContact: " + contact + "\r\nExpires: "
                + expires + "\r\n" + authorization + "Content-Length: 0\r\n\r\n";
    }

    private String authorization(String challenge, String uri) {
        String realm = quoted(challenge, "realm");
        String nonce = quoted(challenge, "nonce");
        String opaque = challenge.contains("opaque=") ? ", opaque=\"" + quoted(challenge, "opaque") + "\"" : "";
        String response = md5(md5(user + ":" + realm + ":" + password) + ":" + nonce + ":00000001:abc:auth:"
                + md5("REGISTER:" + uri));
        return "Authorization: Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", response=\"" + response
                + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"abc\"" + opaque + "\r\n";
    }

    private static String quoted(String text, String key) {
        Matcher matcher = Pattern.compile(key + "=\"(.*?)\"").matcher(text);
        if (!matcher.find()) throw new AssertionError("no " + key + " in " + text);
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String here() {
        return "127.0.0.1:" + sip.getLocalPort();
    }

    private void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        sip.send(new DatagramPacket(bytes, bytes.length, pbx));
    }

    private String read() throws IOException {
        var packet = new DatagramPacket(new byte[65536], 65536);
        sip.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private void listen() {
        while (!sip.isClosed()) {
            try {
                take(read());
            } catch (IOException e) {
                if (!sip.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void take(String message) throws IOException {
        String method = message.substring(0, message.indexOf(' '));
        switch (method) {
            case "INVITE" -> ring(message);
            case "CANCEL" -> {
                respond(message, "200 OK", "");
                respond(invite, "487 Request Terminated", "");
                ends.add("CANCEL");
            }
            case "BYE" -> {
                respond(message, "200 OK", "");
                ends.add("BYE");
            }
            case "OPTIONS", "NOTIFY", "UPDATE" -> respond(message, "200 OK", "");
            default -> {}
        }
    }

    private void ring(String message) throws IOException {
        Matcher media = Pattern.compile("c=IN IP4 (\\S+)[\\s\\S]*m=audio (\\d+) RTP/AVP ([\\d ]+)")
                .matcher(message);
        if (!media.find()) throw new AssertionError(message);
        Codec codec = Arrays.stream(media.group(3).split(" "))
                .filter(type -> type.equals("0") || type.equals("8"))
                .map(type -> type.equals("0") ? Codec.PCMU : Codec.PCMA)
                .findFirst()
                .orElseThrow();
        if (RawSipPeer.header(message, "To").contains(";tag=")) {
            respond(message, "200 OK", answer(codec));
            return;
        }
        invite = message;
        respond(message, "180 Ringing", "");
        calls.add(RawSipPeer.header(message, "Call-ID"));
        if (mood == Mood.REFUSES) respond(message, "486 Busy Here", "");
        if (mood != Mood.ANSWERS) return;
        respond(message, "200 OK", answer(codec));
        voice.connect(new MediaTerms(
                new InetSocketAddress(media.group(1), Integer.parseInt(media.group(2))),
                List.of(codec),
                MediaDirection.SENDRECV));
    }

    private String answer(Codec codec) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + voice.local().address().getPort() + " RTP/AVP " + codec.payloadType() + "\r\na=rtpmap:"
                + codec.payloadType() + " " + codec.name() + "/8000\r\n";
    }

    private void respond(String request, String status, String body) throws IOException {
        var text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String line : request.split("\r\n"))
            if (line.regionMatches(true, 0, "Via:", 0, 4)) text.append(line).append("\r\n");
        String to = RawSipPeer.header(request, "To");
        text.append("From: ").append(RawSipPeer.header(request, "From"));
        text.append("\r\nTo: ").append(to).append(to.contains(";tag=") ? "" : ";tag=agent");
        text.append("\r\nCall-ID: ").append(RawSipPeer.header(request, "Call-ID"));
        text.append("\r\nCSeq: ").append(RawSipPeer.header(request, "CSeq"));
        text.append("\r\nContact: <sip:")
                .append(user)
                .append('@')
                .append(here())
                .append(">\r\n");
        if (!body.isEmpty()) text.append("Content-Type: application/sdp\r\n");
        send(text + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Override
    public void close() {
        sip.close();
        voice.close();
        pacer.close();
    }
}
