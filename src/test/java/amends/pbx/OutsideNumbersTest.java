package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import org.junit.jupiter.api.Test;

/** Calls to the public network, and under which number. */
class OutsideNumbersTest extends ExchangeStory {
    @Test
    void outside_numbers_go_to_the_public_network() throws Exception {
        try (var network = RawPhone.udp("net", "", 9)) {
            var peer = new java.net.InetSocketAddress("127.0.0.1", network.localPort());
            try (var other = EmbeddedPbx.start(config().withTrunk(Trunk.ofLoopback(peer)), Timekeeper.system());
                    var phone = RawPhone.udp("1001", "pw1001", other.sipPort())) {
                phone.register(60);
                phone.call("9+15551230001", 0, 101);
                RawMessage invite = network.awaitCall().invitation();
                assertThat(invite.startLine()).contains("sip:+15551230001@127.0.0.1:" + network.localPort());
                assertThat(invite.required("From")).contains("sip:1001@");
            }
        }
    }

    private interface Seen {
        void by(RawPhone phone, RawPhone network) throws Exception;
    }

    private void callingOutUnder(String number, Seen what) throws Exception {
        try (var network = RawPhone.udp("net", "", 9)) {
            var peer = new java.net.InetSocketAddress("127.0.0.1", network.localPort());
            var config = config().withTrunk(Trunk.ofLoopback(peer).withNumbers(number));
            try (var other = EmbeddedPbx.start(config, Timekeeper.system());
                    var phone = RawPhone.udp("1001", "pw1001", other.sipPort())) {
                phone.register(60);
                what.by(phone, network);
            }
        }
    }

    @Test
    void a_number_of_the_house_that_is_asked_for_is_shown_outside() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.wishes = "P-Preferred-Identity: <sip:+864008001000@127.0.0.1>\r\n";
            phone.call("9+15551230001", 0, 101);
            RawMessage invite = network.awaitCall().invitation();
            assertThat(invite.required("From")).contains("sip:+864008001000@");
            assertThat(invite.required("P-Asserted-Identity")).contains("sip:+864008001000@");
        });
    }

    @Test
    void a_number_that_is_not_the_houses_is_not() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.wishes = "P-Preferred-Identity: <sip:+8613800138000@127.0.0.1>\r\n";
            phone.call("9+15551230001", 0, 101);
            assertThat(network.awaitCall().invitation().required("From")).contains("sip:1001@");
        });
    }

    @Test
    void a_withheld_number_is_told_to_the_network_alone_and_by_who_has_proven_themselves() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.from = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
            phone.wishes = "P-Preferred-Identity: <sip:1001@127.0.0.1>\r\nPrivacy: id\r\n";
            phone.call("9+15551230001", 0, 101);
            RawMessage invite = network.awaitCall().invitation();
            assertThat(invite.required("From")).contains("sip:anonymous@anonymous.invalid");
            assertThat(invite.required("Contact")).doesNotContain("1001");
            assertThat(invite.required("Privacy")).isEqualTo("id");
            assertThat(invite.required("P-Asserted-Identity")).contains("sip:1001@");
        });
    }

    @Test
    void a_number_in_from_is_granted_too() throws Exception {
        callingOutUnder("+864008001000", (phone, network) -> {
            phone.from = "<sip:+864008001000@127.0.0.1>";
            phone.wishes = "P-Preferred-Identity: <sip:1001@127.0.0.1>\r\n";
            phone.call("9+15551230001", 0, 101);
            assertThat(network.awaitCall().invitation().required("From")).contains("sip:+864008001000@");
        });
    }
}
