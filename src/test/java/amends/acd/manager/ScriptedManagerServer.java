package amends.acd.manager;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Speaks the manager protocol over a real socket, as the test scripts it. */
final class ScriptedManagerServer implements AutoCloseable {
    static final String SUCCESS = "Response: Success\nMessage: done";

    private final BlockingQueue<Map<String, String>> actions = new LinkedBlockingQueue<>();
    private final Map<String, Function<Map<String, String>, String>> script =
            new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ServerSocket server;
    private volatile OutputStream out;
    private volatile Socket client;
    volatile String banner = "Asterisk Call Manager/5.0.4\r\n";

    ScriptedManagerServer() throws IOException {
        this(0);
    }

    ScriptedManagerServer(int port) throws IOException {
        server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        on(
                "QueueSummary",
                a -> SUCCESS + "\nEventList: start\n\nEvent: QueueSummary\nQueue: " + a.get("Queue")
                        + "\nLoggedIn: 2\nAvailable: 1\nCallers: 3\nLongestHoldTime: 80\nActionID: " + a.get("ActionID")
                        + "\n\nEvent: QueueSummaryComplete\nEventList: Complete\nListItems: 1");
        on("QueueStatus", a -> SUCCESS + "\nEventList: start\n\nEvent: QueueStatusComplete\nEventList: Complete");
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    ManagerSettings settings() {
        return new ManagerSettings("127.0.0.1", port(), "cti", "s3cret");
    }

    /** The answer to an action; ActionID is added to every message that lacks it. */
    void on(String action, Function<Map<String, String>, String> answer) {
        script.put(action, answer);
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                client = socket;
                out = socket.getOutputStream();
                out.write(banner.getBytes(StandardCharsets.UTF_8));
                serve(socket);
            } catch (IOException e) {
                // the test closed one of the sockets
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var action = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0)
                action.put(line.substring(0, colon), line.substring(colon + 1).strip());
            else if (!action.isEmpty()) {
                answer(new TreeMap<>(action));
                action.clear();
            }
        }
    }

    private void answer(Map<String, String> action) throws IOException {
        String answer = script.getOrDefault(action.get("Action"), a -> SUCCESS).apply(action);
        // Not before the answer is chosen: a test that sees the action may change the script for the next.
        actions.add(action);
        if (answer.isEmpty()) return;
        for (String message : answer.split("\n\n"))
            send(message.contains("ActionID:") ? message : message + "\nActionID: " + action.get("ActionID"));
    }

    void send(String message) throws IOException {
        out.write((message.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void sendResource(String name) throws IOException {
        try (var in = ScriptedManagerServer.class.getResourceAsStream(name)) {
            for (String message : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) send(message);
        }
    }

    /** The next action of that name; others before it are passed over. */
    Map<String, String> action(String name) throws InterruptedException {
        while (true) {
            var next = actions.poll(30, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("no " + name + " came");
            if (next.get("Action").equals(name)) return next;
        }
    }

    boolean wasAsked(String name) {
        return actions.stream().anyMatch(a -> a.get("Action").equals(name));
    }

    void dropClient() throws IOException {
        client.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) client.close();
    }
}
