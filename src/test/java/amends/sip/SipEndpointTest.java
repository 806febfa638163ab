package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("it counts the threads of the JVM")
class SipEndpointTest {
    private static final String NAME = "王 \"Q\" <b>\\\r\nX: y";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private final LinkedBlockingQueue<RequestEvent> asked = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<ResponseEvent> answered = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<ClientTransaction> unanswered = new LinkedBlockingQueue<>();
    private Set<Thread> before;
    private SipEndpoint one;
    private SipEndpoint other;

    @BeforeEach
    void two_endpoints_in_one_jvm() throws IOException {
        before = Thread.getAllStackTraces().keySet();
        one = open();
        other = open();
        one.start(new Ear(one));
        other.start(new Ear(other));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"UDP", "TCP"})
    void they_ask_and_answer_each_other(Transport over) throws Exception {
        one.send(one.transaction(options(over, other.port())));

        assertThat(asked.poll(30, TimeUnit.SECONDS))
                .isNotNull()
                .satisfies(e -> assertThat(SipEndpoint.source(e).getAddress()).isEqualTo(HERE));
        assertThat(answered.poll(30, TimeUnit.SECONDS))
                .extracting(e -> e.getResponse().getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_hostile_display_name_arrives_as_one_harmless_line() throws Exception {
        one.send(one.transaction(options(Transport.UDP, other.port())));

        var from = (javax.sip.header.FromHeader)
                asked.poll(30, TimeUnit.SECONDS).getRequest().getHeader("From");
        assertThat(SipMessages.displayName(from.getAddress())).isEqualTo(NAME.replace("\r\n", " "));
    }

    @Test
    void what_cannot_be_sent_is_told_as_a_timeout() throws Exception {
        int gone;
        try (var unused = new ServerSocket(0, 1, HERE)) {
            gone = unused.getLocalPort();
        }
        one.send(one.transaction(options(Transport.TCP, gone)));

        assertThat(unanswered.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void closing_frees_the_ports_at_once_and_the_threads_soon() throws Exception {
        int port = one.port();
        one.close();

        new ServerSocket(port, 1, HERE).close();
        new DatagramSocket(port, HERE).close();
        other.close();
        var deadline = CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS));
        while (lingering() && !deadline.isDone()) LockSupport.parkNanos(20_000_000);
        Assertions.assertThat(lingering()).isFalse();
    }

    /** The stack's receiving thread may not have begun by then. */
    @Test
    void an_endpoint_may_be_closed_as_soon_as_it_is_open() throws Exception {
        for (int i = 0; i < 20; i++) {
            SipEndpoint brief = open();
            brief.close();
            new DatagramSocket(brief.port(), HERE).close();
        }
    }

    private boolean lingering() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(
                        t -> !before.contains(t) && !t.isDaemon() && t.getName().equals("EventScannerThread"));
    }

    private Request options(Transport over, int port) throws Exception {
        SipMessages m = one.messages();
        var target = m.uri("you", "127.0.0.1", port);
        target.setTransportParam(over.token());
        var me = m.address(NAME, m.uri("me", "127.0.0.1", one.port()));
        return m.request(Request.OPTIONS, target, me, m.address("", target), m.newCallId(), 1, over);
    }

    private static SipEndpoint open() throws IOException {
        return SipEndpoint.open(HERE, 0, Optional.empty(), Transport.UDP, Runnable::run);
    }

    private final class Ear implements SipHandler {
        private final SipEndpoint endpoint;

        Ear(SipEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public void onRequest(RequestEvent event, ServerTransaction transaction) {
            asked.add(event);
            endpoint.respond(transaction, endpoint.messages().response(200, event.getRequest()));
        }

        @Override
        public void onResponse(ResponseEvent response) {
            answered.add(response);
        }

        @Override
        public void onTimeout(ClientTransaction transaction) {
            unanswered.add(transaction);
        }
    }
}
