package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.law.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words between telephones of the house (RFC 3428), met over sockets only. */
@BesideOthers
class TextRelayTest {
    private EmbeddedPbx pbx;
    private RawPhone writer;
    private RawPhone reader;
    private int sequence;

    @BeforeEach
    void open() throws Exception {
        pbx = EmbeddedPbx.start(EmbeddedPbxTest.config(), Timekeeper.system());
        writer = RawPhone.udp("1001", "pw1001", pbx.sipPort());
        reader = RawPhone.udp("1002", "pw1002", pbx.sipPort());
        writer.register(60);
        reader.register(60);
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        reader.close();
        pbx.close();
    }

    /** Sends, and meets the challenge. */
    private int write(RawPhone from, String to, String kind, String words) throws Exception {
        String uri = "sip:" + to + "@127.0.0.1:" + pbx.sipPort();
        int first = once(from, uri, kind, words, "");
        RawMessage challenge = from.poll(m -> m.isResponse() && m.cseq() == first, 30_000);
        if (challenge.status() != 407) return challenge.status();
        once(from, uri, kind, words, from.authorization("Proxy-Authorization", challenge, "MESSAGE", uri));
        return 0;
    }

    private int once(RawPhone from, String uri, String kind, String words, String more) throws Exception {
        int number = ++sequence;
        from.send("MESSAGE " + uri + " SIP/2.0\r\n" + from.via() + "Max-Forwards: 70\r\nFrom: \"The Boss\" <sip:"
                + from.user
                + "@127.0.0.1>;tag=" + RawPhone.token() + "\r\nTo: <" + uri + ">\r\nCall-ID: " + RawPhone.token()
                + "\r\nCSeq: " + number + " MESSAGE\r\n" + more + kind + "Content-Length: " + words.length()
                + "\r\n\r\n"
                + words);
        return number;
    }

    private int answer(RawPhone phone) throws Exception {
        int last = sequence;
        return phone.await("an answer", m -> m.isResponse() && m.cseq() == last).status();
    }

    private RawMessage read() throws Exception {
        return reader.await("a MESSAGE", m -> m.isRequest("MESSAGE"));
    }

    private void say(RawMessage message, String status, String more) throws Exception {
        var text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String via : message.headers("Via"))
            text.append("Via: ").append(via).append("\r\n");
        reader.send(
                text + "From: " + message.required("From") + "\r\nTo: " + message.required("To") + ";tag=r\r\nCall-ID: "
                        + message.callId() + "\r\nCSeq: " + message.required("CSeq") + "\r\n" + more
                        + "Content-Length: 0\r\n\r\n");
    }

    private static final String PLAIN = "Content-Type: text/plain;charset=utf-8\r\n";

    @Test
    void words_reach_a_colleague_in_the_name_that_was_proven_and_the_answer_comes_back() throws Exception {
        assertThat(write(writer, "1002", PLAIN, "meeting at ten")).isZero();
        RawMessage message = read();
        assertThat(message.body()).isEqualTo("meeting at ten");
        assertThat(message.required("Content-Type")).startsWith("text/plain");
        assertThat(message.required("From"))
                .contains("\"Agent 1001\" <sip:1001@")
                .doesNotContain("Boss");
        assertThat(message.header("Contact")).isEmpty();
        assertThat(message.header("Proxy-Authorization")).isEmpty();
        say(message, "200 OK", "");
        assertThat(answer(writer)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"480 Temporarily Unavailable, 480", "415 Unsupported Media Type, 415", "407 Prove It, 403"})
    void a_refusal_comes_back_too_but_no_challenge_that_only_the_exchange_could_meet(String said, int told)
            throws Exception {
        write(writer, "1002", PLAIN, "hello");
        say(read(), said, "Accept: text/plain\r\n");
        assertThat(answer(writer)).isEqualTo(told);
    }

    @Test
    void more_than_a_datagram_holds_goes_no_further() throws Exception {
        write(writer, "1002", PLAIN, "x".repeat(1_301));
        assertThat(answer(writer)).isEqualTo(413);
        write(writer, "1002", PLAIN, "y".repeat(1_300));
        RawMessage message = read();
        assertThat(message.body()).startsWith("y").hasSize(1_300);
        say(message, "200 OK", "");
        assertThat(answer(writer)).isEqualTo(200);
    }

    @Test
    void who_is_not_signed_in_writes_nothing_and_is_written_nothing() throws Exception {
        reader.register(0);
        write(writer, "1002", PLAIN, "hello");
        assertThat(answer(writer)).isEqualTo(480);
        write(reader, "1001", PLAIN, "hello");
        assertThat(answer(reader)).isEqualTo(403);
        write(writer, "1999", PLAIN, "hello");
        assertThat(answer(writer)).isEqualTo(404);
    }

    @Test
    void the_public_network_writes_nothing() throws Exception {
        try (var customer = RawPhone.udp("+15551230001", "", pbx.sipPort())) {
            assertThat(write(customer, "1002", PLAIN, "win a prize")).isEqualTo(403);
        }
    }

    @Test
    void a_wrong_password_writes_nothing() throws Exception {
        try (var thief = RawPhone.udp("1001", "guess", pbx.sipPort())) {
            write(thief, "1002", PLAIN, "hello");
            assertThat(answer(thief)).isEqualTo(403);
        }
    }
}
