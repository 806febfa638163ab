package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;

/** A SIP server on plain sockets that says what a test tells it to. REGISTER is answered by itself. */
final class ScriptedPeer implements AutoCloseable {
    /** What comes, comes at once; only a busy machine takes longer. */
    private static final int PATIENCE_MS = 30_000;

    private final Transport transport;
    private final InetAddress here;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Map<InetSocketAddress, Socket> connections = new ConcurrentHashMap<>();
    private final BlockingQueue<SipText> inbox = new LinkedBlockingQueue<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean onlyOnce;
    final AtomicInteger keepAlives = new AtomicInteger();
    final BlockingQueue<SipText> registers = new LinkedBlockingQueue<>();
    /** What is done with a REGISTER; replaceable. */
    volatile Consumer<SipText> registrar = ScriptedPeer::accept;

    ScriptedPeer(Transport transport, int port) throws IOException {
        this(transport, "127.0.0.1", port);
    }

    ScriptedPeer(Transport transport, String address, int port) throws IOException {
        this(transport, address, port, ServerSocketFactory.getDefault());
    }

    /** @param doors makes the door that TCP comes in by, or TLS */
    ScriptedPeer(Transport transport, String address, int port, ServerSocketFactory doors) throws IOException {
        this.transport = transport;
        here = InetAddress.ofLiteral(address);
        udp = transport == Transport.UDP ? bound(() -> new DatagramSocket(port, here)) : null;
        tcp = transport == Transport.UDP ? null : bound(() -> doors.createServerSocket(port, 50, here));
        Thread.ofPlatform().daemon(true).start(transport == Transport.UDP ? this::readUdp : this::acceptTcp);
    }

    ScriptedPeer(Transport transport) throws IOException {
        this(transport, 0);
    }

    /** What is said again, because an answer took long on a busy machine, is not heard from now on. */
    ScriptedPeer onlyOnce() {
        onlyOnce = true;
        return this;
    }

    private boolean isKnown(SipText message) {
        String what = message.firstLine() + message.header("Via") + message.header("CSeq") + message.header("Call-ID");
        return onlyOnce && !message.text().isBlank() && !known.add(what);
    }

    private interface Binding<S> {
        S bind() throws IOException;
    }

    /** A port that was just closed may take a moment to be free. */
    private static <S> S bound(Binding<S> binding) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                return binding.bind();
            } catch (IOException e) {
                if (attempt == 200) throw e;
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    int port() {
        return udp != null ? udp.getLocalPort() : tcp.getLocalPort();
    }

    static void accept(SipText register) {
        String expires = register.header("Expires").equals("0") ? "0" : "60";
        register.reply("200 OK", "reg", "Contact: " + register.header("Contact") + ";expires=" + expires);
    }

    /** The next message that begins in one of these ways; what comes before it is passed over. */
    SipText take(String... begins) {
        return take(m -> Arrays.stream(begins).anyMatch(m.firstLine()::startsWith), String.join(" or ", begins));
    }

    private SipText take(Predicate<SipText> wanted, String what) {
        var passedOver = new ArrayList<String>();
        SipText taken = poll(wanted, PATIENCE_MS, passedOver);
        assertThat(taken)
                .as("waiting for " + what + ", passing over " + passedOver)
                .isNotNull();
        return taken;
    }

    boolean hears(String begin, long ms) {
        return poll(m -> m.firstLine().startsWith(begin), ms, new ArrayList<>()) != null;
    }

    /** Whatever comes next; null when nothing does. */
    SipText anything(long ms) {
        return poll(m -> true, ms, new ArrayList<>());
    }

    boolean hearsOf(String callId, String begin, long ms) {
        Predicate<SipText> wanted =
                m -> m.firstLine().startsWith(begin) && m.header("Call-ID").equals(callId);
        return poll(wanted, ms, new ArrayList<>()) != null;
    }

    private SipText poll(Predicate<SipText> wanted, long ms, List<String> passedOver) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        try {
            while (true) {
                SipText next = inbox.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (next == null || wanted.test(next)) return next;
                passedOver.add(next.firstLine());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends to a {@code sip:user@host:port} URI. Over TCP all that is sent to one address goes over one connection, as
     * from a real server: over several, messages overtake each other, there and in this inbox.
     */
    void send(String uri, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        InetSocketAddress to = address(uri);
        if (udp != null) send(to, bytes);
        else if (transport == Transport.TLS) write(sockets.getLast(), bytes);
        else write(connections.computeIfAbsent(to, this::connect), bytes);
    }

    /** Sends bytes that need not be a message, and so over TCP on a connection of their own. */
    void send(InetSocketAddress to, byte[] bytes) {
        try {
            if (udp != null) udp.send(new DatagramPacket(bytes, bytes.length, to));
            else write(connect(to), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Socket connect(InetSocketAddress to) {
        try {
            var socket = new Socket(to.getAddress(), to.getPort(), here, 0);
            follow(socket);
            return socket;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static InetSocketAddress address(String uri) {
        String hostPort = uri.replaceAll(".*@", "").replaceAll("[;>].*", "");
        int colon = hostPort.lastIndexOf(':');
        String host = hostPort.substring(0, colon).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(InetAddress.ofLiteral(host), Integer.parseInt(hostPort.substring(colon + 1)));
    }

    String via() {
        return "Via: SIP/2.0/" + transport + " " + host() + ":" + port() + ";rport;branch=z9hG4bK"
                + Long.toHexString(System.nanoTime()) + "\r\n";
    }

    private String host() {
        String literal = here.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }

    String here() {
        return "<sip:pbx@" + host() + ":" + port()
                + (transport == Transport.UDP ? ">" : ";transport=" + transport.token() + ">");
    }

    private void readUdp() {
        byte[] buffer = new byte[65_536];
        while (!udp.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                SocketAddress from = packet.getSocketAddress();
                heard(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8), text -> answer(from, text));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(SocketAddress to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            udp.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void acceptTcp() {
        while (!tcp.isClosed()) {
            try {
                follow(tcp.accept());
            } catch (IOException e) {
                return;
            }
        }
    }

    private void follow(Socket socket) {
        sockets.add(socket);
        Thread.ofPlatform().daemon(true).start(() -> {
            try (var in = new BufferedInputStream(socket.getInputStream())) {
                for (String text = next(in); text != null; text = next(in))
                    heard(text, reply -> write(socket, reply.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                sockets.remove(socket);
            }
        });
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String next(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) return null;
            if (head.size() > 0 || !Character.isWhitespace(c)) head.write(c);
        }
        String text = head.toString(StandardCharsets.UTF_8);
        String length = new SipText(text, t -> {}).header("Content-Length");
        return text
                + new String(in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    private void heard(String text, Consumer<String> back) {
        var message = new SipText(text, back);
        if (isKnown(message)) return;
        if (text.startsWith("REGISTER")) {
            registers.add(message);
            registrar.accept(message);
        } else if (!text.isBlank()) inbox.add(message);
        else keepAlives.incrementAndGet();
    }

    /** Closes every connection there is. */
    void hangUp() throws IOException {
        for (Socket socket : sockets) socket.close();
    }

    @Override
    public void close() throws IOException {
        if (udp != null) udp.close();
        if (tcp != null) tcp.close();
        for (Socket socket : sockets) socket.close();
    }
}
