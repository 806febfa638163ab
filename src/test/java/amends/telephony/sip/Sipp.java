package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running sipp that plays one {@link SippScript}, on a port of its own of this machine. */
final class Sipp implements AutoCloseable {
    private static final Pattern CONTACT = Pattern.compile("Contact: [^<]*<([^>]*)>");
    private final Path folder;
    private final int port;
    private final Process process;

    /** @param calls how many calls of sipp's it is over after @param phone where it calls, or anywhere for a server */
    private Sipp(Path folder, SippScript script, int calls, InetSocketAddress phone) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("script.xml"), script.xml());
        port = freePort();
        process = new ProcessBuilder(
                        "sipp",
                        phone.getHostString() + ":" + phone.getPort(),
                        "-sf",
                        "script.xml",
                        "-i",
                        "127.0.0.1",
                        "-p",
                        "" + port,
                        "-mp",
                        "" + freePort(),
                        "-m",
                        "" + calls,
                        "-nostdin",
                        "-deadcall_wait",
                        "0",
                        "-trace_err",
                        "-error_file",
                        "errors.txt",
                        "-trace_msg",
                        "-message_file",
                        "messages.txt",
                        "-timeout",
                        "60",
                        "-timeout_error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sipp.txt").toFile())
                .start();
    }

    /** Answers REGISTER, then what the script says, then the taking back of the registration. */
    static Sipp server(Path folder, SippScript script) throws IOException {
        var sipp = new Sipp(folder, script, 3, new InetSocketAddress("127.0.0.1", 9));
        for (int i = 0; i < 500 && sipp.isUnbound(); i++) LockSupport.parkNanos(10_000_000);
        return sipp;
    }

    /** @param phone the contact of who is called */
    static Sipp calls(Path folder, SippScript script, String phone) throws IOException {
        return new Sipp(folder, script, 1, ScriptedPeer.address(phone));
    }

    int port() {
        return port;
    }

    /** The contact that the phone gave to this server. */
    String registered() throws IOException {
        Matcher contact =
                CONTACT.matcher(Files.readString(folder.resolve("messages.txt"), StandardCharsets.ISO_8859_1));
        assertThat(contact.find()).isTrue();
        return contact.group(1);
    }

    private boolean isUnbound() throws IOException {
        try (var _ = new DatagramSocket(port, InetAddress.getByName("127.0.0.1"))) {
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Everything that the script says happened, and nothing that it does not say. */
    void hasPlayed() throws Exception {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(this::told).isTrue();
        assertThat(process.exitValue()).as(this::told).isZero();
    }

    private String told() {
        var told = new StringBuilder();
        for (String name : new String[] {"errors.txt", "messages.txt", "sipp.txt"}) {
            Path file = folder.resolve(name);
            try {
                if (Files.exists(file)) told.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                told.append(e);
            }
        }
        return told.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
