package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.ServerSearch;
import amends.sip.SmallDns;
import amends.sip.TestCertificate;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.LineState.Failing;
import amends.telephony.LineState.Registered;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to the server: secured, by the DNS, by IPv6. */
@Order(1) // It is long, and begins with the first.
class ReachingTest {
    @TempDir
    Path folder;

    private ScriptedPeer peer;
    private Desk desk;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
        if (peer != null) peer.close();
    }

    @Test
    void over_tls_it_registers_and_is_called_on_the_connection_it_made() throws Exception {
        var certificate = secured("dns:pbx.test");
        desk = new Desk(tls("pbx.test", certificate.pem()));
        desk.line(Registered.class);
        SipText register = peer.registers.peek();
        assertThat(register.header("Via")).startsWith("SIP/2.0/TLS ");
        assertThat(register.contact()).endsWith(";transport=tls");

        var caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
        desk.accepted(p -> p.clear(caller.id()));
        peer.take("BYE").reply("200 OK", "");
        desk.event(ConnectionCleared.class);
    }

    @Test
    void a_certificate_for_somebody_else_is_refused_and_nothing_is_said_to_it() throws Exception {
        var certificate = secured("dns:evil.test");
        desk = new Desk(tls("pbx.test", certificate.pem()));

        assertThat(desk.line(Failing.class).reason()).contains("certificate is not for pbx.test");
        assertThat(peer.registers).isEmpty();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        secured("dns:pbx.test");
        desk = new Desk(tls("pbx.test", new TestCertificate(folder, "another", "").pem()));

        assertThat(desk.line(Failing.class).reason()).contains("no TLS");
        assertThat(peer.registers).isEmpty();
    }

    @Test
    void where_tls_is_wanted_nothing_is_said_without() throws Exception {
        peer = new ScriptedPeer(Transport.TCP);
        var certificate = new TestCertificate(folder, "pbx.test", "dns:pbx.test");
        try (var udp = new DatagramSocket(peer.port(), InetAddress.getLoopbackAddress())) {
            desk = new Desk(tls("pbx.test", certificate.pem()));

            assertThat(desk.line(Failing.class).reason()).contains("no TLS");
            udp.setSoTimeout(300);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> udp.receive(new java.net.DatagramPacket(new byte[100], 100)))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThat(peer.registers).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"UDP", "TCP"})
    void the_second_server_is_gone_to_when_the_first_is_silent(Transport over) throws Exception {
        peer = new ScriptedPeer(over);
        try (var silent = new ScriptedPeer(over);
                var dns = new SmallDns(
                        "_sip._" + over.token() + ".pbx.test. SRV 10 0 " + silent.port() + " a.pbx.test.",
                        "_sip._" + over.token() + ".pbx.test. SRV 20 0 " + peer.port() + " a.pbx.test.",
                        "a.pbx.test. A 127.0.0.1")) {
            silent.registrar = register -> {};
            long began = System.nanoTime();
            desk = new Desk(byDns("pbx.test", over), search(dns));
            desk.line(Registered.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(silent.registers).isNotEmpty();
            assertThat(peer.registers).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"UDP", "TCP"})
    void a_server_of_ipv6_is_reached_and_calls(Transport over) throws Exception {
        peer = new ScriptedPeer(over, "::1", 0);
        desk = new Desk(Account.at("::1", peer.port(), over, "1001", "pw1001"));
        desk.line(Registered.class);
        assertThat(peer.registers.peek().contact()).contains("@[0:0:0:0:0:0:0:1]:");

        var caller = new Caller(peer, "<sip:8@a>;tag=far");
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        caller.ack(peer.take("SIP/2.0 200"));
        desk.event(Established.class);
    }

    private TestCertificate secured(String names) throws Exception {
        var certificate = new TestCertificate(folder, "server", names);
        peer = new ScriptedPeer(
                Transport.TLS, "127.0.0.1", 0, certificate.context().getServerSocketFactory());
        return certificate;
    }

    private Account tls(String domain, Path authorities) {
        return new Account(
                "1001",
                "pw1001",
                domain,
                "127.0.0.1",
                peer.port(),
                Transport.TLS,
                "",
                "",
                Optional.of(authorities),
                Duration.ofMinutes(2));
    }

    private static Account byDns(String domain, Transport over) {
        return Account.at(domain, 0, over, "1001", "pw1001");
    }

    private static ServerSearch search(SmallDns dns) throws IOException {
        return new ServerSearch(Optional.of(dns.address()), new Random(1));
    }
}
