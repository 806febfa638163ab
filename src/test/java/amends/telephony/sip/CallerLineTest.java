package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.LineState.Registered;
import amends.telephony.Outcome;
import amends.telephony.ShownAs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Under which number the server is asked to show a call. */
@BesideOthers
class CallerLineTest {
    private static final String SERVICE = "+864008001000";
    private static final ShownAs AS_SERVICE = new ShownAs.Number(SERVICE);
    private static final CallerNumbers NUMBERS =
            new CallerNumbers(List.of(new CallerNumber(SERVICE, "Service", true)), true);

    private ScriptedPeer peer;
    private Desk desk;

    @BeforeEach
    void a_server() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    private void registered(CallerNumbers numbers, CallerLine.By by) {
        desk = new Desk(Account.at("127.0.0.1", peer.port(), Transport.UDP, "1001", "pw1001")
                .calling(numbers, by));
        desk.line(Registered.class);
    }

    private SipText invite(String destination, ShownAs shown) {
        desk.accepted(p -> p.dial(destination, shown));
        SipText invite = peer.take("INVITE");
        invite.reply("486 Busy Here", "x");
        peer.take("ACK");
        return invite;
    }

    @ParameterizedTest
    @EnumSource
    void a_chosen_number_stands_where_the_server_looks_for_it(CallerLine.By by) {
        registered(NUMBERS, by);
        SipText invite = invite("13800138000", AS_SERVICE);
        String from = by == CallerLine.By.FROM ? SERVICE : "1001";
        assertThat(invite.header("From")).contains("<sip:" + from + "@127.0.0.1>");
        switch (by) {
            case PREFERRED ->
                assertThat(invite.header("P-Preferred-Identity")).contains("sip:" + SERVICE + "@127.0.0.1");
            case ASSERTED -> assertThat(invite.header("P-Asserted-Identity")).contains("sip:" + SERVICE + "@127.0.0.1");
            case FROM -> assertThat(invite.header("P-Preferred-Identity")).contains("sip:1001@127.0.0.1");
        }
        assertThat(invite.header("Privacy")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_withheld_one_is_told_to_the_server_alone(CallerLine.By by) {
        registered(NUMBERS, by);
        SipText invite = invite("13800138000", ShownAs.WITHHELD);
        assertThat(invite.header("Privacy")).isEqualTo("id");
        assertThat(invite.header("Contact")).contains("<sip:anonymous@");
        boolean asserted = by == CallerLine.By.ASSERTED;
        assertThat(invite.header("From"))
                .contains(asserted ? "<sip:1001@127.0.0.1>" : "\"Anonymous\" <sip:anonymous@anonymous.invalid>");
        assertThat(invite.header(asserted ? "P-Asserted-Identity" : "P-Preferred-Identity"))
                .contains("sip:1001@127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource
    void a_colleague_and_whoever_chooses_nothing_is_called_as_oneself(CallerLine.By by) {
        registered(NUMBERS, by);
        for (SipText invite : List.of(invite("1002", ShownAs.WITHHELD), invite("13800138000", ShownAs.OWN))) {
            assertThat(invite.header("From")).contains("<sip:1001@127.0.0.1>");
            for (String none : List.of("Privacy", "P-Preferred-Identity", "P-Asserted-Identity"))
                assertThat(invite.header(none)).isEmpty();
        }
    }

    @Test
    void nor_does_a_change_of_a_withheld_call_tell_who_we_are() {
        registered(NUMBERS, CallerLine.By.PREFERRED);
        desk.accepted(p -> p.dial("13800138000", ShownAs.WITHHELD));
        var described = new ArrayList<>(List.of("Contact: " + peer.here()));
        described.addAll(List.of(Caller.SDP));
        peer.take("INVITE").reply("200 OK", "far", described.toArray(String[]::new));
        peer.take("ACK");
        var call = desk.event(CallEvent.Established.class).call().id();
        desk.accepted(p -> p.hold(call));
        assertThat(peer.take("INVITE").header("Contact")).contains("<sip:anonymous@");
    }

    @Test
    void a_colleague_of_five_digits_is_no_public_number_but_a_service_as_short_is() {
        desk = new Desk(Account.at("127.0.0.1", peer.port(), Transport.UDP, "80001", "pw80001")
                .calling(NUMBERS, CallerLine.By.PREFERRED));
        desk.line(Registered.class);
        assertThat(invite("80002", AS_SERVICE).header("P-Preferred-Identity")).isEmpty();
        assertThat(invite("95588", AS_SERVICE).header("P-Preferred-Identity")).contains(SERVICE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "PREFERRED")
    void what_is_not_allowed_calls_nobody(CallerLine.By by) {
        registered(CallerNumbers.NONE, by);
        for (ShownAs shown : List.of(AS_SERVICE, ShownAs.WITHHELD)) {
            Outcome outcome = desk.on(p -> p.dial("13800138000", shown));
            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        }
        assertThat(desk.calls()).isEmpty();
    }
}
