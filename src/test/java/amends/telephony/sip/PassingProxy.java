package amends.telephony.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registrar and proxy (RFC 3261 §16) on a plain socket, by means that owe nothing to the stack under test. It lets
 * everybody in, stays in the way of what it passed on, shortens sessions (RFC 4028 §8.1), writes descriptions anew and
 * counts.
 */
final class PassingProxy implements AutoCloseable {
    private static final Pattern EXPIRES = Pattern.compile("(?m)^Session-Expires: *(\\d+)");
    private static final Pattern BRANCH = Pattern.compile("branch=([^;,\\s]+)");
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, String> contacts = new ConcurrentHashMap<>();
    private final Map<String, SocketAddress> askers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final int longest;
    private final Describer describer;

    /** Writes descriptions anew. */
    interface Describer {
        /** @param contact whose description it is */
        String anew(String contact, String description);
    }

    /** @param longest seconds a session may last without a sign of life */
    PassingProxy(int longest, Describer describer) throws IOException {
        this.longest = longest;
        this.describer = describer;
        Thread.ofPlatform().daemon(true).name("proxy").start(this::read);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Where the user is. */
    String contact(String user) {
        return contacts.get(user);
    }

    /** How many requests of that method, or answers "200 UPDATE", were passed on. */
    int passed(String what) {
        AtomicInteger count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    private void read() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String text = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                if (!text.isBlank()) heard(text, packet.getSocketAddress());
            } catch (IOException e) {
                return;
            }
        }
    }

    private void heard(String text, SocketAddress from) {
        var message = new SipText(text, t -> {});
        if (text.startsWith("SIP/2.0")) answered(message);
        else if (text.startsWith("REGISTER")) registered(message, from);
        else asked(message, from);
    }

    private void registered(SipText register, SocketAddress from) {
        String user = register.header("To").replaceAll(".*sip:([^@]*)@.*", "$1");
        if (!register.header("Contact").isEmpty()) contacts.put(user, register.contact());
        new SipText(register.text(), t -> send(t, from))
                .reply("200 OK", "reg", "Contact: <" + contacts.get(user) + ">;expires=" + register.header("Expires"));
    }

    private void asked(SipText request, SocketAddress from) {
        String[] line = request.firstLine().split(" ");
        Matcher branch = BRANCH.matcher(request.header("Via"));
        if (!branch.find()) return;
        boolean first =
                request.headers("Route").isEmpty() || !request.header("To").contains("tag=");
        String user = line[1].replaceAll("sips?:([^@]*)@.*", "$1");
        String target = first ? contacts.getOrDefault(user, line[1]) : line[1];
        askers.put(branch.group(1), from);
        String here = "127.0.0.1:" + port();
        String passed = request.text()
                .replaceFirst("(?m)^Route: .*\r\n", "")
                .replaceFirst(
                        "^\\S+ \\S+ SIP/2.0\r\n",
                        Matcher.quoteReplacement(line[0] + " " + target
                                + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here + ";branch=z9hG4bKp-" + branch.group(1)
                                + "\r\n"
                                + (first ? "Record-Route: <sip:" + here + ";lr>\r\n" : "")));
        count(line[0]);
        send(rewritten(passed, from), ScriptedPeer.address(target));
    }

    private void answered(SipText response) {
        Matcher branch = BRANCH.matcher(response.header("Via"));
        if (!branch.find()) return;
        SocketAddress asker = askers.get(branch.group(1).replaceFirst("^z9hG4bKp-", ""));
        if (asker == null) return;
        count(response.firstLine().split(" ")[1] + " " + response.header("CSeq").split(" ")[1]);
        boolean oneLine = response.header("Via").contains(",");
        String passed = oneLine
                ? response.text().replaceFirst("(?m)^Via: [^,]*, ?", "Via: ")
                : response.text().replaceFirst("(?m)^Via: .*\r\n", "");
        send(rewritten(passed, null), asker);
    }

    private void count(String what) {
        counts.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
    }

    private String rewritten(String text, SocketAddress from) {
        int gap = text.indexOf("\r\n\r\n") + 4;
        String head = text.substring(0, gap);
        String body = text.substring(gap);
        Matcher expires = EXPIRES.matcher(head);
        if (expires.find() && Integer.parseInt(expires.group(1)) > longest)
            head = expires.replaceFirst("Session-Expires: " + longest);
        if (body.startsWith("v=0")) {
            body = describer.anew(new SipText(text, t -> {}).contact(), body);
            head = head.replaceFirst("(?mi)^Content-Length: .*\r\n", "Content-Length: " + body.length() + "\r\n");
        }
        return head + body;
    }

    private void send(String text, SocketAddress to) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, (InetSocketAddress) to));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
