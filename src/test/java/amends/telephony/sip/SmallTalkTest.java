package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.sip.Transport;
import amends.telephony.Call;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.DigitPressed;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallEvent.PartyChanged;
import amends.telephony.ClearCause;
import amends.telephony.LineText;
import amends.telephony.MessagesWaiting;
import amends.telephony.Party;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys by INFO, reasons, names that are answered for or withheld, voice messages. */
@BesideOthers
class SmallTalkTest {
    private static final String[] WITHOUT_KEYS = {
        "Content-Type: application/sdp",
        "",
        "v=0",
        "o=- 1 1 IN IP4 127.0.0.1",
        "s=-",
        "c=IN IP4 127.0.0.1",
        "t=0 0",
        "m=audio 40000 RTP/AVP 8",
        ""
    };
    private ScriptedPeer peer;
    private Desk desk;
    private Caller caller;

    @BeforeEach
    void a_desk_is_registered() throws Exception {
        peer = new ScriptedPeer(Transport.UDP);
        desk = Desk.registeredAt(peer, Transport.UDP);
        caller = new Caller(peer, "\"From\" <sip:8@a>;tag=x");
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Menu-Path: 转账/重复扣款",
                "X-Menu-Path: 转账 > 重复扣款",
                "x-menu-path: %E8%BD%AC%E8%B4%A6%2F%E9%87%8D%E5%A4%8D%E6%89%A3%E6%AC%BE",
                "X-Menu-Path: //转账/ /重复扣款/"
            })
    void what_the_caller_chose_in_the_exchanges_menus_comes_with_the_call(String header) {
        assertThat(rung(header).marks().menu().steps()).containsExactly("转账", "重复扣款");
    }

    @Test
    void a_long_menu_path_is_read_letter_by_letter_and_one_without_end_is_not_read() {
        String choice = URLEncoder.encode("重复扣款".repeat(10), StandardCharsets.UTF_8);
        assertThat(rung("X-Menu-Path: " + String.join("%2F", Collections.nCopies(8, choice)))
                        .marks()
                        .menu()
                        .steps())
                .hasSize(8)
                .containsOnly("重复扣款".repeat(10));
        caller = new Caller(peer, "<sip:8@a>;tag=y");
        assertThat(rung("X-Menu-Path: " + "a".repeat(5000)).marks().menu().steps())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Menu-Path:", "X-Menu-Path: /", "X-Menu-Path: %00%1b", "Subject: menus"})
    void who_chose_nothing_that_can_be_shown_has_no_menu_path(String header) {
        assertThat(rung(header).marks().menu().steps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answer-Mode: Auto",
                "Priv-Answer-Mode: auto",
                "Call-Info: <sip:127.0.0.1>;answer-after=0",
                "Call-Info: <http://a/b>;purpose=icon, <sip:x>; answer-after = 0",
                "Alert-Info: <http://127.0.0.1>;info=alert-autoanswer;delay=0",
                "Alert-Info: info=alert-autoanswer",
                "Alert-Info: <http://127.0.0.1>;answer-after=0",
                "Alert-Info: Auto Answer"
            })
    void what_exchanges_say_so_that_a_telephone_answers_by_itself_is_understood(String header) {
        assertThat(rung(header).marks().wished()).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answer-Mode: Manual",
                "Call-Info: <http://a/answer-after=0>",
                "Alert-Info: <http://127.0.0.1/auto-answer.wav>",
                "Alert-Info: <urn:alert:service:call-waiting>",
                "Subject: auto answer"
            })
    void what_means_something_else_is_not_taken_for_it(String header) {
        assertThat(rung(header).marks().wished()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Answer-Mode: Auto;require", "answer-mode:auto ; Require", "Priv-Answer-Mode: Auto;require;x=1"})
    void what_must_not_wait_for_the_agent_is_refused_where_it_would_and_nobody_hears_of_it(String header) {
        caller.invite(with(Caller.SDP, header));
        SipText refusal = peer.take("SIP/2.0 4");
        assertThat(refusal.firstLine()).isEqualTo("SIP/2.0 403 automatic answer forbidden");
        caller.ack(refusal);
        assertThat(desk.events).isEmpty();
    }

    @Test
    void it_rings_where_the_desk_will_answer_by_itself() {
        desk.on(p -> {
            p.answeredBy((call, from) -> call.equals(caller.id()) && from.user().equals("8"));
            return true;
        });
        assertThat(rung("Answer-Mode: Auto;require").marks().wished()).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Answer-Mode: Manual", "Answer-Mode: manual;require", "Priv-Answer-Mode: Manual;require"})
    void a_call_for_the_agent_rings_and_says_that_it_is_for_them(String header) {
        assertThat(rung(header).marks().byAgent()).isTrue();
    }

    @Test
    void how_long_it_is_to_ring_first_is_understood_too() {
        assertThat(rung("Call-Info: <sip:a>;answer-after=4").marks().wished()).contains(Duration.ofSeconds(4));
    }

    @Test
    void words_of_the_server_are_told_in_one_harmless_line_and_not_more_than_two_a_second() throws Exception {
        var told = new LinkedBlockingQueue<LineText>();
        desk.on(p -> p.onText(told::add));
        message(1, "text/plain;charset=utf-8", "meeting\u202e at\r\n10 <b>o'clock</b>");
        assertThat(peer.take("SIP/2.0").firstLine()).contains(" 200 ");
        message(2, "text/plain", "again");
        assertThat(peer.take("SIP/2.0").firstLine()).contains(" 480 ");
        LineText first = told.poll(10, TimeUnit.SECONDS);
        assertThat(first.from().displayName()).isEqualTo("From");
        assertThat(first.words())
                .startsWith("meeting")
                .endsWith("10 <b>o'clock</b>")
                .doesNotContain("\r", "\u202e");
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_no_plain_text_and_what_is_endless_is_refused() {
        message(1, "text/html", "<img src=http://a/b>");
        SipText refusal = peer.take("SIP/2.0");
        assertThat(refusal.firstLine()).contains(" 415 ");
        assertThat(refusal.header("Accept")).isEqualTo("text/plain");
        message(2, "text/plain", "x".repeat(1_301));
        assertThat(peer.take("SIP/2.0").firstLine()).contains(" 413 ");
    }

    private void message(int sequence, String type, String text) {
        new Caller(peer, "\"From\" <sip:8@a>;tag=m" + sequence)
                .send("MESSAGE", sequence, "<sip:1001@127.0.0.1>", "Content-Type: " + type, "", text);
    }

    private Call rung(String header) {
        caller.invite(with(Caller.SDP, header));
        return desk.event(Delivered.class).call();
    }

    @Test
    void keys_go_by_info_where_the_stream_takes_none_and_as_tones_where_info_is_refused() {
        talking(with(WITHOUT_KEYS, "Allow: INVITE, INFO"));
        desk.accepted(p -> p.sendDigits(caller.id(), "1#5"));
        SipText first = peer.take("INFO");
        assertThat(first.header("Content-Type")).isEqualTo("application/dtmf-relay");
        assertThat(first.body()).startsWith("Signal=1");
        first.reply("200 OK", "");
        peer.take("INFO").reply("415 Unsupported Media Type", "");

        Eventually.is(() -> desk.media.legs.getLast().told.contains("digits #5"));
    }

    @Test
    void keys_go_as_tones_where_the_far_end_says_nothing_of_info() {
        talking(WITHOUT_KEYS);
        desk.accepted(p -> p.sendDigits(caller.id(), "42"));

        assertThat(desk.media.legs.getLast().told).contains("digits 42");
    }

    @Test
    void a_key_that_comes_by_info_is_heard() {
        SipText ok = talking(Caller.SDP);
        caller.send(
                "INFO",
                2,
                ok.header("To"),
                "Content-Type: application/dtmf-relay",
                "",
                "Signal= 7",
                "Duration=160",
                "");
        peer.take("SIP/2.0 200");
        assertThat(desk.event(DigitPressed.class).digit()).isEqualTo('7');

        caller.send("INFO", 3, ok.header("To"), "Content-Type: text/plain", "", "hello", "");
        assertThat(peer.take("SIP/2.0 4").firstLine()).startsWith("SIP/2.0 415");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q.850;cause=16;text=\"Normal Clearing\" | REMOTE_HANGUP",
                "Q.850;cause=41 | UNREACHABLE",
                "Q.850;cause=102 | UNREACHABLE",
                "SIP;cause=408 | UNREACHABLE",
                "SIP;cause=200 | REMOTE_HANGUP",
                "SIP;cause=503;text=\"gone\" | UNREACHABLE"
            })
    void a_line_that_broke_is_not_a_caller_who_hung_up(String reason, ClearCause cause) {
        SipText ok = talking(Caller.SDP);
        caller.send("BYE", 2, ok.header("To"), "Reason: " + reason);

        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(cause);
    }

    @Test
    void who_the_server_answers_for_comes_before_who_the_caller_says_to_be() {
        caller.invite(with(Caller.SDP, "P-Asserted-Identity: \"王建国\" <sip:13800138000@a>"));

        assertThat(desk.event(Delivered.class).call().remote()).isEqualTo(new Party("13800138000", "王建国"));
    }

    @ParameterizedTest
    @CsvSource({"id", "header;id", "user"})
    void who_does_not_want_to_be_known_is_not(String privacy) {
        caller.invite(with(Caller.SDP, "Privacy: " + privacy, "P-Asserted-Identity: <sip:13800138000@a>"));

        assertThat(desk.event(Delivered.class).call().remote()).isEqualTo(new Party("anonymous", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P-Asserted-Identity: \"王建国\" <sip:13800138000@a> | 13800138000",
                "Remote-Party-ID: <sip:13800138000@a>;party=called | 13800138000",
                "Privacy: id | anonymous",
            })
    void the_server_says_within_a_call_who_is_at_the_far_end_now(String header, String now) {
        SipText ok = talking(Caller.SDP);
        caller.send("UPDATE", 2, ok.header("To"), header, "");
        peer.take("SIP/2.0 200");

        assertThat(desk.event(PartyChanged.class).call().remote().user()).isEqualTo(now);
    }

    @Test
    void a_refresh_that_names_nobody_or_the_same_one_changes_nobody_and_a_stranger_is_not_believed() throws Exception {
        SipText ok = talking(Caller.SDP);
        caller.send("UPDATE", 2, ok.header("To"), "");
        peer.take("SIP/2.0 200");
        caller.send("UPDATE", 3, ok.header("To"), "P-Asserted-Identity: <sip:8@a>", "");
        peer.take("SIP/2.0 200");
        try (var stranger = new ScriptedPeer(Transport.UDP, "127.0.0.2", 0)) {
            caller.from(stranger).send("UPDATE", 4, ok.header("To"), "P-Asserted-Identity: <sip:9@a>", "");
            stranger.take("SIP/2.0 ");
        }

        assertThat(desk.calls().getFirst().remote().user()).isEqualTo("8");
    }

    @Test
    void who_passed_a_call_on_is_known() {
        caller.invite(with(Caller.SDP, "Referred-By: \"陈芳\" <sip:1002@a>"));

        assertThat(desk.event(Delivered.class).call().marks().sentBy()).contains(new Party("1002", "陈芳"));
    }

    @Test
    void voice_messages_are_told_of_by_the_server_only() throws Exception {
        BlockingQueue<MessagesWaiting> told = new LinkedBlockingQueue<>();
        desk.on(p -> p.onMessages(told::add));
        try (var stranger = new ScriptedPeer(Transport.UDP, "127.0.0.2", 0)) {
            summary(caller.from(stranger), "Messages-Waiting: yes");
            stranger.take("SIP/2.0 481");
        }
        summary(caller, "Messages-Waiting: yes\r\nVoice-Message: 2/8 (0/1)");
        peer.take("SIP/2.0 200");

        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(new MessagesWaiting(2, 8));
        assertThat(told).isEmpty();
    }

    private static void summary(Caller from, String body) {
        from.send(
                "NOTIFY",
                1,
                "<sip:1001@a>",
                "Event: message-summary",
                "Subscription-State: active",
                "Content-Type: application/simple-message-summary",
                "",
                body,
                "");
    }

    private SipText talking(String[] content) {
        caller.invite(content);
        desk.event(Delivered.class);
        desk.accepted(p -> p.answer(caller.id()));
        SipText ok = peer.take("SIP/2.0 200");
        caller.ack(ok);
        desk.event(Established.class);
        return ok;
    }

    private static String[] with(String[] content, String... headers) {
        var lines = new ArrayList<>(List.of(headers));
        lines.addAll(List.of(content));
        return lines.toArray(String[]::new);
    }
}
