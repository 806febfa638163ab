package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the servers of a domain are, as a name server on a real socket says. */
class ServerSearchTest {
    private SmallDns dns;
    private ServerSearch search;

    @BeforeEach
    void a_name_server() throws IOException {
        dns = new SmallDns(
                "_sip._udp.pbx.test. SRV 20 0 5062 b.pbx.test.",
                "_sip._udp.pbx.test. SRV 10 0 5061 a.pbx.test.",
                "_sip._tcp.pbx.test. SRV 10 0 5070 a.pbx.test.",
                "_sips._tcp.pbx.test. SRV 10 0 5071 a.pbx.test.",
                "a.pbx.test. A 127.0.0.1",
                "a.pbx.test. AAAA 0:0:0:0:0:0:0:1",
                "b.pbx.test. A 127.0.0.2",
                "pbx.test. A 127.0.0.9",
                "plain.test. A 127.0.0.8",
                "other.test. NAPTR 20 10 \"s\" \"SIP+D2U\" \"\" late.other.test.",
                "other.test. NAPTR 10 10 \"s\" \"SIP+D2U\" \"\" first.other.test.",
                "other.test. NAPTR 5 10 \"s\" \"SIP+D2T\" \"\" tcp.other.test.",
                "first.other.test. SRV 1 0 5080 a.pbx.test.",
                "lost.test. NAPTR 10 10 \"s\" \"SIP+D2U\" \"\" nowhere.test.",
                "_sip._udp.lost.test. SRV 1 0 5090 b.pbx.test.");
        search = new ServerSearch(Optional.of(dns.address()), new Random(1));
    }

    @AfterEach
    void close() {
        dns.close();
    }

    @Test
    void the_lowest_priority_is_first_and_each_host_has_all_its_addresses() throws IOException {
        assertThat(found("pbx.test", 0, Transport.UDP))
                .containsExactly("127.0.0.1:5061", "0:0:0:0:0:0:0:1:5061", "127.0.0.2:5062");
    }

    @ParameterizedTest
    @CsvSource({"TCP, 127.0.0.1:5070", "TLS, 127.0.0.1:5071"})
    void each_transport_has_servers_of_its_own(Transport over, String first) throws IOException {
        assertThat(found("pbx.test", 0, over)).startsWith(first);
    }

    @ParameterizedTest
    @CsvSource({
        "pbx.test, 5099, UDP, 127.0.0.9:5099",
        "plain.test, 0, UDP, 127.0.0.8:5060",
        "plain.test, 0, TLS, 127.0.0.8:5061",
        "127.0.0.7, 0, TCP, 127.0.0.7:5060",
        "127.0.0.7, 5099, TCP, 127.0.0.7:5099",
        "::1, 0, UDP, 0:0:0:0:0:0:0:1:5060",
        "[::1], 5062, UDP, 0:0:0:0:0:0:0:1:5062"
    })
    void a_port_an_address_and_a_domain_without_servers_are_what_they_are(
            String host, int port, Transport over, String expected) throws IOException {
        assertThat(found(host, port, over)).containsExactly(expected);
    }

    @Test
    void naptr_says_where_to_look_by_order_and_for_the_transport() throws IOException {
        assertThat(found("other.test", 0, Transport.UDP)).startsWith("127.0.0.1:5080");
    }

    @Test
    void where_naptr_leads_nowhere_the_usual_name_is_asked() throws IOException {
        assertThat(found("lost.test", 0, Transport.UDP)).containsExactly("127.0.0.2:5090");
    }

    @Test
    void weights_share_the_load() throws IOException {
        dns.add("_sip._udp.shared.test. SRV 1 90 1 a.pbx.test.");
        dns.add("_sip._udp.shared.test. SRV 1 10 2 b.pbx.test.");
        int first = 0;
        for (int i = 0; i < 200; i++)
            if (found("shared.test", 0, Transport.UDP).getFirst().endsWith(":1")) first++;

        assertThat(first).isBetween(150, 199);
    }

    @Test
    void a_domain_without_address_is_told() {
        assertThatThrownBy(() -> search.find("nothing.invalid", 0, Transport.UDP))
                .isInstanceOf(IOException.class);
    }

    private List<String> found(String host, int port, Transport over) throws IOException {
        return search.find(host, port, over).stream()
                .map(ServerSearchTest::text)
                .toList();
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
