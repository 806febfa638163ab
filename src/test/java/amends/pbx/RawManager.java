package amends.pbx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the manager protocol of plain sockets. Keeps all that it was told, in order. */
public final class RawManager implements AutoCloseable {
    private final Socket socket;
    private final List<Map<String, String>> blocks = new CopyOnWriteArrayList<>();
    private final StringBuilder banner = new StringBuilder();
    private volatile boolean ended;
    private int actions;

    public RawManager(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        banner.append(in.readLine());
        Thread.ofVirtual().start(() -> read(in));
    }

    public static RawManager signedIn(int port, String user, String secret) throws Exception {
        var manager = new RawManager(port);
        manager.ask("Login", "Username: " + user, "Secret: " + secret, "Events: on");
        return manager;
    }

    public String banner() {
        return banner.toString();
    }

    private void read(BufferedReader in) {
        var block = new LinkedHashMap<String, String>();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    if (!block.isEmpty()) blocks.add(new LinkedHashMap<>(block));
                    block.clear();
                } else {
                    int colon = line.indexOf(": ");
                    if (colon < 0) block.put(line, "");
                    else block.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            block.clear();
        }
        ended = true;
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the answer */
    public Map<String, String> ask(String action, String... lines) throws Exception {
        String id = "a" + ++actions;
        send("Action: " + action + "\r\nActionID: " + id + "\r\n" + String.join("\r\n", lines)
                + (lines.length == 0 ? "" : "\r\n") + "\r\n");
        return await(
                "an answer to " + action,
                b -> b.containsKey("Response") && id.equals(b.get("ActionID")) && !b.containsKey("Event"));
    }

    public Map<String, String> await(String what, Predicate<Map<String, String>> fits) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < until) {
            for (var block : blocks) if (fits.test(block)) return block;
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError("no " + what + " among " + events());
    }

    public Map<String, String> awaitEvent(String name) throws InterruptedException {
        return await(name, b -> name.equals(b.get("Event")));
    }

    public Map<String, String> awaitEvent(String name, String key, String value) throws InterruptedException {
        return await(name + " with " + key + " " + value, b -> name.equals(b.get("Event")) && value.equals(b.get(key)));
    }

    public List<Map<String, String>> all() {
        return List.copyOf(blocks);
    }

    public List<String> events() {
        var names = new ArrayList<String>();
        for (var block : blocks) if (block.containsKey("Event")) names.add(block.get("Event"));
        return names;
    }

    public void forget() {
        blocks.clear();
    }

    public boolean awaitEnd() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!ended && System.nanoTime() < until) TimeUnit.MILLISECONDS.sleep(5);
        return ended;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
