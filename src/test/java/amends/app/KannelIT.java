package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Eventually;
import amends.law.Needs;
import amends.simulation.SimulatedHandset;
import amends.simulation.SimulatedSmsc;
import amends.simulation.SmscAccount;
import amends.simulation.SmscMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Kannel, a gateway that many sites run, as the client of the embedded message centre. */
class KannelIT {
    private static final String WANG = "+8613800138000";
    private static final String TEXT = "您好，请回复1到5分 [ok] 😀";
    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void kannel_binds_sends_a_message_gets_its_receipt_and_the_customer_s_answer() throws Exception {
        Needs.program("bearerbox", "kannel");
        Needs.program("smsbox", "kannel");
        HttpServer web = web();
        try (var smsc = SimulatedSmsc.open(
                0, List.of(new SmscAccount("kannel", "secret")), Duration.ofMillis(200), Timekeeper.system())) {
            smsc.handset(SimulatedHandset.of(WANG).answering(Duration.ofMillis(100), "5 很满意"));
            int admin = freePort();
            int box = freePort();
            int sendsms = freePort();
            Path config = Files.writeString(
                    folder.resolve("kannel.conf"),
                    config(admin, box, sendsms, smsc.port(), web.getAddress().getPort()));
            try (var bearerbox = Program.other(folder, "/usr/sbin/bearerbox", "-v", "1", config.toString())) {
                Eventually.holds(() ->
                        assertThat(smsc.boundClients()).as(bearerbox::output).isEqualTo(1));
                try (var smsbox = Program.other(folder, "/usr/sbin/smsbox", "-v", "1", config.toString())) {
                    Eventually.holds(() ->
                            assertThat(listens(sendsms)).as(smsbox::output).isTrue());
                    assertThat(send(sendsms, web.getAddress().getPort())).contains("Accepted");

                    Eventually.holds(() -> assertThat(smsc.taken())
                            .extracting(SmscMessage::text)
                            .containsExactly(TEXT));
                    assertThat(smsc.taken().getFirst().to()).endsWith("8613800138000");
                    Eventually.holds(
                            () -> assertThat(receipts).as(bearerbox::output).contains("1"));
                    Eventually.holds(
                            () -> assertThat(messages).as(smsbox::output).contains("5 很满意"));
                    Eventually.holds(() -> assertThat(smsc.repliesTaken()).isEqualTo(1));
                }
            }
        } finally {
            web.stop(0);
        }
    }

    /** Hears of receipts (kind 1: delivered) and of messages. */
    private HttpServer web() throws IOException {
        var web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/receipt", exchange -> answer(exchange, receipts, StandardCharsets.UTF_8));
        // Kannel hands on a message in UCS-2 as it came.
        web.createContext("/message", exchange -> answer(exchange, messages, StandardCharsets.UTF_16BE));
        web.start();
        return web;
    }

    private static void answer(HttpExchange exchange, List<String> heard, Charset charset) throws IOException {
        String value = exchange.getRequestURI().getRawQuery().replaceFirst("^[a-z]+=", "");
        byte[] octets = URLDecoder.decode(value, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        heard.add(new String(octets, charset));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String send(int port, int web) throws Exception {
        String receipt = URLEncoder.encode("http://127.0.0.1:" + web + "/receipt?kind=%d", StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/cgi-bin/sendsms?smsc=amends&username=tester&password=foobar&from=10690&to=%s&coding=2"
                                        .formatted(port, URLEncoder.encode(WANG, StandardCharsets.UTF_8))
                                + "&charset=UTF-8&text=" + URLEncoder.encode(TEXT, StandardCharsets.UTF_8)
                                + "&dlr-mask=31&dlr-url=" + receipt))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String config(int admin, int box, int sendsms, int smsc, int web) {
        return """
                group = core
                admin-port = %d
                admin-interface = 127.0.0.1
                admin-password = bar
                smsbox-port = %d
                smsbox-interface = 127.0.0.1
                box-deny-ip = "*.*.*.*"
                box-allow-ip = "127.0.0.1"
                dlr-storage = internal

                group = smsc
                smsc = smpp
                smsc-id = amends
                host = 127.0.0.1
                port = %d
                smsc-username = kannel
                smsc-password = secret
                system-type = ""
                transceiver-mode = true
                allowed-smsc-id = amends
                source-addr-ton = 0
                source-addr-npi = 1
                dest-addr-ton = 1
                dest-addr-npi = 1

                group = smsbox
                bearerbox-host = 127.0.0.1
                bearerbox-port = %d
                sendsms-port = %d
                sendsms-interface = 127.0.0.1

                group = sendsms-user
                username = tester
                password = foobar
                max-messages = 3
                concatenation = true

                group = sms-service
                keyword = default
                get-url = "http://127.0.0.1:%d/message?text=%%a"
                max-messages = 0
                accept-x-kannel-headers = true
                """.formatted(admin, box, smsc, box, sendsms, web);
    }
}
