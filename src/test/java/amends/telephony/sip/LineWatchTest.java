package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.sip.Transport;
import amends.telephony.LineUse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions to what colleagues' telephones do, as they go on the wire. */
class LineWatchTest {
    private final BlockingQueue<Map<String, LineUse>> told = new LinkedBlockingQueue<>();
    private ScriptedPeer peer;
    private Desk desk;

    @BeforeEach
    void a_desk_watches_1002() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = Desk.registeredAt(peer, Transport.UDP);
        desk.on(p -> p.colleagues().onUse(told::add));
        desk.loop.execute(() -> desk.phone.colleagues().watch(List.of("1002")));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @Test
    void a_telephone_is_subscribed_to_and_what_it_does_is_told() throws Exception {
        SipText subscribe = peer.take("SUBSCRIBE sip:1002@");
        assertThat(subscribe.header("Event")).isEqualTo("dialog");
        assertThat(subscribe.header("Accept")).isEqualTo("application/dialog-info+xml");
        subscribe.reply("200 OK", "s", "Contact: " + peer.here(), "Expires: 600");
        notify(subscribe, 1, "<dialog id=\"x\"><state>confirmed</state></dialog>");

        assertThat(told.poll(20, TimeUnit.SECONDS)).containsEntry("1002", LineUse.BUSY);
        notify(subscribe, 2, "<dialog id=\"x\"><state>terminated</state></dialog>");
        assertThat(told.poll(20, TimeUnit.SECONDS)).containsEntry("1002", LineUse.FREE);
    }

    @Test
    void an_exchange_that_does_not_tell_leaves_it_unknown() {
        peer.take("SUBSCRIBE").reply("489 Bad Event", "s");

        assertThat(peer.hears("SUBSCRIBE", 300)).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void a_challenge_of_the_server_is_answered() {
        peer.take("SUBSCRIBE")
                .reply("407 Proxy Authentication Required", "s", "Proxy-Authenticate: Digest realm=\"r\",nonce=\"n\"");
        SipText again = peer.take("SUBSCRIBE");

        assertThat(again.header("Proxy-Authorization")).contains("nonce=\"n\"");
        assertThat(again.header("Event")).isEqualTo("dialog");
        again.reply("403 Forbidden", "s");
    }

    @ParameterizedTest
    @CsvSource({
        "<state>early</state>, RINGING",
        "<state event=\"x\">early</state><state>confirmed</state>, BUSY",
        "<state>Terminated</state>, FREE",
        "<status>confirmed</status>, UNKNOWN",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><state>&a;</state>, UNKNOWN"
    })
    void only_the_words_of_states_matter(String body, LineUse use) {
        assertThat(LineSubscription.useOf(body)).isEqualTo(use);
    }

    private void notify(SipText subscribe, int sequence, String dialogs) {
        String from = subscribe.header("To") + ";tag=s";
        String text = "NOTIFY " + subscribe.contact() + " SIP/2.0\r\n" + peer.via() + "From: " + from + "\r\nTo: "
                + subscribe.header("From") + "\r\nCall-ID: " + subscribe.header("Call-ID") + "\r\nCSeq: " + sequence
                + " NOTIFY\r\nMax-Forwards: 70\r\nContact: " + peer.here() + "\r\n";
        peer.send(
                subscribe.contact(),
                SipText.withBody(
                        text,
                        "Event: dialog",
                        "Subscription-State: active",
                        "Content-Type: application/dialog-info+xml",
                        "",
                        "<dialog-info>" + dialogs + "</dialog-info>"));
        peer.take("SIP/2.0 200");
    }
}
