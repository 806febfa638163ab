package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.Originated;
import amends.telephony.ClearCause;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import amends.telephony.Party;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What exchanges and proxies do that is odd and within the law, or nearly: played on plain sockets. */
@BesideOthers
class OddPeersTest {
    private ScriptedPeer peer;
    private Desk desk;

    @BeforeEach
    void a_desk_is_registered() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = Desk.registeredAt(peer, Transport.UDP);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    /** RFC 3261 §12.1.2, §12.2.1.1: the last proxy named is the first that is gone through. */
    @Test
    void a_call_through_proxies_that_stay_in_it_goes_back_through_them() {
        SipText invite = dialled();
        String far = "<sip:600@203.0.113.9:5099;transport=tcp;ob>";
        invite.reply(
                "200 OK",
                "p",
                with(
                        Caller.SDP,
                        "Record-Route: <sip:198.51.100.1;lr;did=7f.1>",
                        "Record-Route: <sip:127.0.0.1:" + peer.port() + ";lr=on;r2=on>",
                        "Contact: " + far));
        SipText ack = peer.take("ACK");
        assertThat(ack.firstLine()).isEqualTo("ACK sip:600@203.0.113.9:5099;transport=tcp;ob SIP/2.0");
        assertThat(String.join(",", ack.headers("Route")).replace(" ", ""))
                .isEqualTo("<sip:127.0.0.1:" + peer.port() + ";lr=on;r2=on>,<sip:198.51.100.1;lr;did=7f.1>");

        desk.accepted(p -> p.clear(desk.event(Established.class).call().id()));
        SipText bye = peer.take("BYE");
        assertThat(bye.headers("Route")).isEqualTo(ack.headers("Route"));
        bye.reply("200 OK", "");
    }

    /** §12.2.1.1: a proxy of the old kind wants to be the one that is asked. */
    @Test
    void a_proxy_without_loose_routing_is_asked_itself_and_told_where_it_goes_on() {
        SipText invite = dialled();
        invite.reply(
                "200 OK",
                "p",
                with(
                        Caller.SDP,
                        "Record-Route: <sip:127.0.0.1:" + peer.port() + ">",
                        "Contact: <sip:600@203.0.113.9:5099>"));
        SipText ack = peer.take("ACK");
        assertThat(ack.firstLine()).startsWith("ACK sip:127.0.0.1:" + peer.port());
        assertThat(ack.header("Route")).contains("<sip:600@203.0.113.9:5099");
    }

    @Test
    void a_call_that_came_through_proxies_is_answered_and_ended_through_them() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(with(
                Caller.SDP,
                "Via: SIP/2.0/TCP 203.0.113.4:5060;branch=z9hG4bKabc;received=192.0.2.1;rport=5061",
                "Record-Route: <sip:127.0.0.1:" + peer.port() + ";lr;ftag=x>",
                "Record-Route: <sip:198.51.100.1;lr>"));
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        assertThat(String.join(",", ok.headers("Via")))
                .startsWith("SIP/2.0/UDP 127.0.0.1:" + peer.port())
                .endsWith("SIP/2.0/TCP 203.0.113.4:5060;branch=z9hG4bKabc;received=192.0.2.1;rport=5061");
        assertThat(String.join(",", ok.headers("Record-Route")))
                .contains("ftag=x>")
                .contains("198.51.100.1");
        caller.ack(ok);
        desk.event(Established.class);

        desk.accepted(p -> p.clear(caller.id()));
        SipText bye = peer.take("BYE sip:pbx@");
        assertThat(String.join(",", bye.headers("Route")).replace(" ", ""))
                .isEqualTo("<sip:127.0.0.1:" + peer.port() + ";lr;ftag=x>,<sip:198.51.100.1;lr>");
        bye.reply("200 OK", "");
    }

    @Test
    void a_call_that_rings_at_several_telephones_is_spoken_with_the_one_that_answered() {
        SipText invite = dialled();
        invite.reply("183 Session Progress", "a", with(sdp(41000), "Contact: " + peer.here()));
        invite.reply("180 Ringing", "b", "Contact: " + peer.here());
        invite.reply("183 Session Progress", "c", with(sdp(43000), "Contact: " + peer.here()));
        invite.reply("200 OK", "b", with(sdp(42000), "Contact: " + peer.here()));

        assertThat(peer.take("ACK").tag("To")).isEqualTo("b");
        desk.event(Established.class);
        assertThat(last().address().getPort()).isEqualTo(42000);
    }

    /** §13.2.2.4: each of them believes to be in a call. */
    @Test
    void of_two_telephones_that_answer_at_once_the_second_is_hung_up() {
        SipText invite = dialled();
        invite.reply("180 Ringing", "a", "Contact: " + peer.here());
        invite.reply("180 Ringing", "b", "Contact: " + peer.here());
        invite.reply("200 OK", "a", with(sdp(41000), "Contact: " + peer.here()));
        assertThat(peer.take("ACK").tag("To")).isEqualTo("a");
        invite.reply("200 OK", "b", with(sdp(42000), "Contact: " + peer.here()));
        assertThat(peer.take("ACK").tag("To")).isEqualTo("b");
        SipText bye = peer.take("BYE");
        assertThat(bye.tag("To")).isEqualTo("b");
        bye.reply("200 OK", "");

        desk.event(Established.class);
        assertThat(last().address().getPort()).isEqualTo(41000);
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void early_media_goes_on_when_it_rings_again_and_stays_when_the_answer_repeats_it() {
        SipText invite = dialled();
        invite.reply("183 Session Progress", "a", with(sdp(41000), "Contact: " + peer.here()));
        invite.reply("180 Ringing", "a", "Contact: " + peer.here());
        Eventually.is(() -> !desk.media.legs.getLast().connected.isEmpty());
        assertThat(last().address().getPort()).isEqualTo(41000);
        invite.reply("200 OK", "a", with(sdp(41000), "Contact: " + peer.here()));

        peer.take("ACK");
        desk.event(Established.class);
        assertThat(last().address().getPort()).isEqualTo(41000);
    }

    /** RFC 3261 §13.2.1 wants it repeated; exchanges that said it already at times do not. */
    @Test
    void an_answer_without_a_description_stands_by_what_was_said_early() {
        SipText invite = dialled();
        invite.reply("183 Session Progress", "a", with(sdp(41000), "Contact: " + peer.here()));
        Eventually.is(() -> !desk.media.legs.getLast().connected.isEmpty());
        invite.reply("200 OK", "a", "Contact: " + peer.here());

        peer.take("ACK");
        desk.event(Established.class);
        assertThat(last().address().getPort()).isEqualTo(41000);
    }

    /** RFC 3262: the answer came reliably, so the 200 needs none. */
    @Test
    void an_answer_that_came_reliably_before_is_the_answer() {
        SipText invite = dialled();
        invite.reply(
                "183 Session Progress",
                "a",
                with(sdp(41000), "Contact: " + peer.here(), "Require: 100rel", "RSeq: 77"));
        SipText prack = peer.take("PRACK");
        assertThat(prack.header("RAck")).isEqualTo("77 1 INVITE");
        prack.reply("200 OK", "");
        invite.reply("180 Ringing", "a", "Contact: " + peer.here(), "Require: 100rel", "RSeq: 78");
        peer.take("PRACK").reply("200 OK", "");
        invite.reply("200 OK", "a", "Contact: " + peer.here());

        peer.take("ACK");
        desk.event(Established.class);
        assertThat(last().address().getPort()).isEqualTo(41000);
    }

    @Test
    void a_change_without_an_offer_is_offered_to_and_the_answer_comes_in_the_ack() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        SipText ok = talking(caller);
        caller.send("INVITE", 2, ok.header("To"));
        SipText offer = peer.take("SIP/2.0 200");
        assertThat(offer.body()).contains("m=audio").contains("a=sendrecv");
        caller.send("ACK", 2, ok.header("To"), sdp(45000));

        Eventually.is(() -> last().address().getPort() == 45000);
    }

    @Test
    void an_old_hold_by_no_address_is_a_hold_and_ends_with_the_next_offer() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        SipText ok = talking(caller);
        caller.send("INVITE", 2, ok.header("To"), replaced(Caller.SDP, "c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"));
        assertThat(peer.take("SIP/2.0 200").body()).contains("a=recvonly");
        caller.send("ACK", 2, ok.header("To"));
        Eventually.is(() -> last().direction() == MediaDirection.RECVONLY);

        caller.send("INVITE", 3, ok.header("To"), Caller.SDP);
        assertThat(peer.take("SIP/2.0 200").body()).contains("a=sendrecv");
        caller.send("ACK", 3, ok.header("To"));
        Eventually.is(() -> last().direction() == MediaDirection.SENDRECV);
    }

    @Test
    void a_change_that_takes_the_audio_away_is_refused_and_the_call_goes_on() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        SipText ok = talking(caller);
        caller.send("INVITE", 2, ok.header("To"), sdp(0));
        assertThat(peer.take("SIP/2.0 4").firstLine()).startsWith("SIP/2.0 488");

        assertThat(desk.calls()).hasSize(1);
        assertThat(last().address().getPort()).isEqualTo(40000);
    }

    @Test
    void numbers_of_codings_may_change_within_a_call() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        SipText ok = talking(caller);
        String[] other = replaced(
                replaced(Caller.SDP, "m=audio 40000 RTP/AVP 8 0 101", "m=audio 40000 RTP/AVP 98 97"),
                "a=rtpmap:101 telephone-event/8000",
                "a=rtpmap:97 telephone-event/8000\r\na=rtpmap:98 pcma/8000/1");
        caller.send("INVITE", 2, ok.header("To"), other);
        assertThat(peer.take("SIP/2.0 200").body()).contains("RTP/AVP 98 97").contains("a=rtpmap:98 PCMA/8000");
        caller.send("ACK", 2, ok.header("To"));

        Eventually.is(() -> last().codecs().getFirst().payloadType() == 98);
    }

    /** As WebRTC gateways, big exchanges and video telephones offer. */
    @Test
    void an_offer_full_of_what_we_do_not_know_is_answered_for_what_we_do() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(
                "Content-Type: application/sdp",
                "",
                "v=0",
                "o=FreeSWITCH 1700000000 1700000001 IN IP4 192.0.2.7",
                "s=FreeSWITCH",
                "b=AS:84",
                "t=0 0",
                "a=group:BUNDLE audio video",
                "a=msid-semantic: WMS *",
                "m=audio 40000 RTP/AVP 18 102 8 110 101 13",
                "c=IN IP4 127.0.0.1",
                "b=TIAS:64000",
                "a=rtpmap:102 OPUS/48000/2",
                "a=rtpmap:8 pcma/8000",
                "a=rtpmap:110 telephone-event/48000",
                "a=rtpmap:101 TELEPHONE-EVENT/8000",
                "a=fmtp:101 0-15",
                "a=rtcp-mux",
                "a=rtcp:40001 IN IP4 127.0.0.1",
                "a=candidate:1 1 UDP 2130706431 192.0.2.7 40000 typ host",
                "a=ptime:30",
                "a=maxptime:150",
                "a=ssrc:12 cname:x",
                "m=video 40002 RTP/AVP 96",
                "c=IN IP4 127.0.0.1",
                "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
                "m=image 40004 udptl t38",
                "");
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        assertThat(ok.body().lines().filter(l -> l.startsWith("m=")).map(l -> l.replaceAll("audio \\d+", "audio P")))
                .containsExactly(
                        "m=audio P RTP/AVP 8 101",
                        "m=video 0 RTP/AVP 96",
                        "m=application 0 UDP/DTLS/SCTP webrtc-datachannel",
                        "m=image 0 udptl t38");
        caller.ack(ok);
        desk.event(Established.class);
        assertThat(last().codecs()).extracting(Codec::payloadType).containsExactly(8, 101);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-Asserted-Identity: \"李\" <sip:139@a>, <tel:+86139> | 139 | 李",
                "P-Asserted-Identity: <tel:+8613900000000> | +8613900000000 | ''",
                "Remote-Party-ID: \"李\" <sip:139@a>;party=calling;screen=yes;privacy=off | 139 | 李",
                "Remote-Party-ID: <sip:139@a>;party=called | 8 | ''",
                "Remote-Party-ID: <sip:139@a>;privacy=full;party=calling | anonymous | ''",
                "Remote-Party-ID: nonsense;; | 8 | ''"
            })
    void who_the_exchange_says_is_calling_is_believed(String header, String user, String name) {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(with(Caller.SDP, header));

        assertThat(desk.event(Delivered.class).call().remote()).isEqualTo(new Party(user, name));
    }

    @Test
    void who_is_refused_in_words_and_numbers_of_their_own_is_told_so() {
        SipText invite = dialled();
        invite.reply("199 Early Dialog Terminated", "z", "Contact: " + peer.here());
        invite.reply("699 Never Here", "a");

        peer.take("ACK");
        assertThat(desk.event(ConnectionCleared.class).cause()).isNotEqualTo(ClearCause.LOCAL_HANGUP);
        assertThat(desk.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/sdp; charset=UTF-8", "APPLICATION/SDP"})
    void a_description_is_known_by_its_kind_however_that_is_written(String kind) {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(replaced(Caller.SDP, "Content-Type: application/sdp", "Content-Type: " + kind));

        desk.event(Delivered.class);
    }

    private SipText dialled() {
        desk.accepted(p -> p.dial("600"));
        desk.event(Originated.class);
        return peer.take("INVITE");
    }

    /** RFC 4585 §4: gateways to browsers, and telephones that like to repair pictures. */
    @Test
    void a_call_offered_with_feedback_is_spoken_and_held_in_that_profile_and_calls_of_ours_offer_none() {
        var caller = new Caller(peer, "<sip:8@a>;tag=x");
        caller.invite(replaced(
                Caller.SDP,
                "m=audio 40000 RTP/AVP 8 0 101",
                "m=audio 40000 RTP/AVPF 8 0 101\r\na=rtcp-fb:* trr-int 1000\r\na=rtcp-fb:* ccm fir"));
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        assertThat(ok.body()).contains(" RTP/AVPF 8 ").doesNotContain("rtcp-fb");
        caller.ack(ok);
        desk.event(Established.class);

        desk.accepted(p -> p.hold(caller.id()));
        SipText hold = peer.take("INVITE");
        assertThat(hold.body()).contains(" RTP/AVPF 8 ").contains("a=sendonly");
        hold.reply("488 Not Acceptable Here", "");
        peer.take("ACK");
        desk.accepted(p -> p.clear(caller.id()));
        peer.take("BYE").reply("200 OK", "");
        assertThat(dialled().body()).contains(" RTP/AVP ").doesNotContain("AVPF");
    }

    private SipText talking(Caller caller) {
        caller.invite(Caller.SDP);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        caller.ack(ok);
        desk.event(Established.class);
        return ok;
    }

    private MediaTerms last() {
        return desk.media.legs.getLast().last();
    }

    private static String[] sdp(int port) {
        return replaced(Caller.SDP, "m=audio 40000 RTP/AVP 8 0 101", "m=audio " + port + " RTP/AVP 8 0 101");
    }

    private static String[] replaced(String[] lines, String line, String by) {
        var all = new ArrayList<>(List.of(lines));
        all.replaceAll(l -> l.equals(line) ? by : l);
        return all.toArray(String[]::new);
    }

    private static String[] with(String[] rest, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }
}
