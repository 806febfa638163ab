package amends.customer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.AddressTemplate;
import amends.customer.OutsideAnswer;
import amends.customer.OutsideAnswer.Found;
import amends.customer.OutsideAnswer.Late;
import amends.customer.OutsideAnswer.Nothing;
import amends.customer.OutsideAnswer.Unreachable;
import amends.customer.OutsideFact;
import amends.customer.OutsideFact.Kind;
import amends.customer.OutsideField;
import amends.customer.OutsideMapping;
import amends.customer.OutsideSource.Question;
import amends.kernel.PhoneNumber;
import amends.kernel.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOutsideSourceTest {
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("outside-test-", 0).factory());
    private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @ParameterizedTest
    @ValueSource(strings = {"Bearer hunter2\nX-Other: y", "Bearer 令牌hunter2"})
    void a_secret_that_no_header_can_carry_is_refused_and_not_told(String secret) {
        assertThatThrownBy(() -> HttpOutsideSource.checkHeader("Authorization", Secret.of(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> HttpOutsideSource.checkHeader("Host", Secret.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private interface Peer {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void answers(Peer peer) {
        threads.execute(() -> {
            try (Socket socket = server.accept()) {
                var head = new StringBuilder();
                int c;
                while (!head.toString().endsWith("\r\n\r\n")
                        && (c = socket.getInputStream().read()) >= 0) head.append((char) c);
                requests.add(head.toString());
                peer.answer(socket.getOutputStream());
            } catch (IOException | InterruptedException e) {
                requests.add("gone: " + e.getMessage());
            }
        });
    }

    private static Peer json(String body) {
        return status("200 OK", "", body);
    }

    private static Peer status(String status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return out -> {
            out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
        };
    }

    private OutsideAnswer ask(Duration deadline) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Open orders", "/customer/orders/open");
        facts.put("Cards", "/customer/cards");
        var facing = new HttpOutsideSource.Facing(
                "crm",
                "core",
                AddressTemplate.of("http://127.0.0.1:" + server.getLocalPort() + "/api/c?phone={number}", "CN"),
                "X-Api-Key",
                Secret.of("s3cret"),
                deadline,
                false,
                Optional.of("/customer"),
                new OutsideMapping(Map.of(OutsideField.NAME, "/customer/name"), facts, List.of("/customer/labels")));
        try (var source = new HttpOutsideSource(facing, threads)) {
            return source.ask(new Question(Optional.of(new PhoneNumber("+8613800138000")), Optional.of("C7")));
        }
    }

    private OutsideAnswer ask() {
        return ask(Duration.ofSeconds(3));
    }

    private static OutsideFact fact(String name, String content) {
        return new OutsideFact(Kind.FACT, name, content);
    }

    @Test
    void what_is_mapped_is_read_and_only_what_the_settings_name_is_sent() throws InterruptedException {
        answers(json("""
                {"customer":{"name":"<html><b>王建国\\u202e\\n","orders":{"open":2},"cards":["金卡",{"x":1},"附属卡"],
                "labels":["出差多",""],"secret":"not mapped"}}"""));
        assertThat(ask())
                .isEqualTo(new Found(List.of(
                        new OutsideFact(Kind.FIELD, "NAME", "<html><b>王建国"),
                        fact("Open orders", "2"),
                        fact("Cards", "金卡, 附属卡"),
                        new OutsideFact(Kind.TAG, "", "出差多"))));
        String request = requests.poll(30, TimeUnit.SECONDS);
        assertThat(request)
                .startsWith("GET /api/c?phone=%2B8613800138000 HTTP/1.1")
                .contains("X-Api-Key: s3cret")
                .doesNotContain("C7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"customer\":null}", "{}", "[]", "7", "{\"customer\":{\"orders\":[{\"open\":1}]}}"})
    void what_says_nothing_that_is_mapped_is_nobody(String body) {
        answers(json(body));
        assertThat(ask()).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>login</html>", "{\"customer\":", "{\"customer\":{\"name\":NaN}}"})
    void what_is_no_json_is_unreachable(String body) {
        answers(json(body));
        assertThat(ask()).isEqualTo(new Unreachable("its answer cannot be read as JSON"));
    }

    @Test
    void deep_nesting_and_long_numbers_are_refused() {
        answers(json("[".repeat(50_000)));
        assertThat(ask()).isInstanceOf(Unreachable.class);
        answers(json("{\"customer\":{\"name\":" + "9".repeat(2_000) + "}}"));
        assertThat(ask()).isInstanceOf(Unreachable.class);
    }

    @Test
    void not_found_is_nobody_and_errors_are_unreachable() {
        answers(status("404 Not Found", "", "{}"));
        assertThat(ask()).isEqualTo(new Nothing());
        answers(status("503 Busy", "", "{\"customer\":{\"name\":\"x\"}}"));
        assertThat(ask()).isEqualTo(new Unreachable("HTTP 503"));
    }

    @Test
    void a_redirect_is_not_followed() {
        answers(status("302 Found", "Location: http://127.0.0.1:" + server.getLocalPort() + "/other\r\n", ""));
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Unreachable.class, e -> assertThat(e.why()).contains("elsewhere"));
        assertThat(requests).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_body_without_end_is_cut_off() {
        answers(out -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"a\":\"".getBytes(StandardCharsets.US_ASCII));
            byte[] much = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1_000; i++) out.write(much);
        });
        assertThat(ask()).isEqualTo(new Unreachable("an answer of more than 256 KB"));
    }

    @Test
    void a_dribbling_answer_has_one_deadline_for_all_of_it() {
        answers(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(20);
            }
        });
        long began = System.nanoTime();
        assertThat(ask(Duration.ofMillis(150))).isEqualTo(new Late());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_silent_peer_is_late_and_a_closed_port_unreachable() throws IOException {
        assertThat(ask(Duration.ofMillis(100))).isEqualTo(new Late());
        server.close();
        assertThat(ask()).isEqualTo(new Unreachable("nobody answers there"));
    }

    @Test
    void whatever_bytes_come_it_answers() {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] some = new byte[random.nextInt(200)];
            random.nextBytes(some);
            answers(out -> {
                if (random.nextBoolean())
                    out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(some);
            });
            assertThat(ask(Duration.ofMillis(700))).isNotNull();
        }
    }
}
