package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireGateTest {
    private static final InetSocketAddress FROM = new InetSocketAddress("192.0.2.1", 5070);
    private static final InetSocketAddress SERVER = new InetSocketAddress("192.0.2.9", 5060);
    private final AtomicLong nanos = new AtomicLong();
    private final WireGate gate = new WireGate(WireLimits.DESK, Optional.of(SERVER.getAddress()), new Timekeeper() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return nanos.get();
        }
    });

    @BeforeEach
    void something_was_sent_there() {
        gate.asks(FROM.getAddress());
    }

    @Test
    void an_answer_of_somebody_who_was_not_asked_is_dropped() {
        assertThat(ruled("SIP/2.0 200 OK", "1 INVITE", "", "", new InetSocketAddress("192.0.2.2", 5060)))
                .isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "'INVITE sip:1@a SIP/2.0', 1 INVITE, passed",
        "'INVITE sip:1@a SIP/3.0', 1 INVITE, 505",
        "'INVITE sip:1@a', 1 INVITE, 400",
        "'INVITE  sip:1@a SIP/2.0', 1 INVITE, 400",
        "'INVITE <sip:1@a> SIP/2.0', 1 INVITE, 400",
        "'INVITE sip:1@2001:db8::1 SIP/2.0', 1 INVITE, 400",
        "'INVITE sip:1@[2001:db8::1]:5060 SIP/2.0', 1 INVITE, passed",
        "'INVITE sip:1@a SIP/2.0', 2147483648 INVITE, 400",
        "'INVITE sip:1@a SIP/2.0', 2147483647 INVITE, passed",
        "'INVITE sip:1@a SIP/2.0', -1 INVITE, 400",
        "'INVITE sip:1@a SIP/2.0', 1 BYE, 400",
        "'ACK sip:1@a SIP/2.0', 1 BYE, nothing",
        "'SIP/2.0 200 OK', 1 INVITE, passed",
        "'SIP/2.0 700 Odd', 1 INVITE, nothing",
        "'SIP/2.0 99 Odd', 1 INVITE, nothing",
        "'hello', 1 INVITE, 400"
    })
    void the_first_line_and_the_number_decide(String start, String cseq, String expected) {
        assertThat(ruled(start, cseq, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Via: SIP/2.0/UDP b;branch=z9hG4bK2, nothing",
        "X: y, passed",
        "CSeq: 2 INVITE, nothing",
    })
    void a_response_goes_by_one_path_only(String extra, String expected) {
        assertThat(ruled("SIP/2.0 200 OK", "1 INVITE", extra + "\r\n")).isEqualTo(expected);
    }

    @Test
    void a_thousand_calls_at_once_are_mostly_put_off() {
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(1_000_000);
            if (ruled("INVITE sip:1@a SIP/2.0", "1 INVITE", "").equals("passed")) taken++;
        }

        assertThat(taken).isBetween(20, 70);
        assertThat(ruled("OPTIONS sip:1@a SIP/2.0", "1 OPTIONS", "")).isEqualTo("passed");
    }

    @Test
    void a_flood_of_words_is_refused_and_takes_no_call_s_place() {
        for (int i = 0; i < 100; i++) ruled("MESSAGE sip:1@a SIP/2.0", "1 MESSAGE", "");

        assertThat(ruled("MESSAGE sip:1@a SIP/2.0", "1 MESSAGE", "")).isEqualTo("503");
        assertThat(ruled("INVITE sip:1@a SIP/2.0", "1 INVITE", "")).isEqualTo("passed");
    }

    @Test
    void a_flood_of_strangers_takes_nothing_from_the_server() {
        for (int i = 0; i < 100; i++) ruled("INVITE sip:1@a SIP/2.0", "1 INVITE", "");

        assertThat(ruled("INVITE sip:1@a SIP/2.0", "1 INVITE", "")).isEqualTo("503");
        assertThat(ruled("INVITE sip:1@a SIP/2.0", "1 INVITE", "", "", SERVER)).isEqualTo("passed");
    }

    @Test
    void what_belongs_to_a_call_is_never_put_off() {
        for (int i = 0; i < 1_000; i++)
            assertThat(ruled("BYE sip:1@a SIP/2.0", "1 BYE", "", ";tag=ours")).isEqualTo("passed");
    }

    @Test
    void a_refusal_goes_back_to_where_the_request_came_from() {
        String refusal = answer("INVITE sip:1@a SIP/3.0", "1 INVITE", "", "").orElseThrow();

        assertThat(refusal)
                .startsWith("SIP/2.0 505 Version Not Supported\r\n")
                .contains("Via: SIP/2.0/UDP a;branch=z9hG4bK1;received=192.0.2.1;rport=5070\r\n")
                .contains("To: <sip:9@a>;tag=refused\r\n")
                .endsWith("Content-Length: 0\r\n\r\n");
    }

    private String ruled(String start, String cseq, String extra) {
        return ruled(start, cseq, extra, "");
    }

    private String ruled(String start, String cseq, String extra, String toTag) {
        return ruled(start, cseq, extra, toTag, FROM);
    }

    private String ruled(String start, String cseq, String extra, String toTag, InetSocketAddress from) {
        return rule(start, cseq, extra, toTag, from) instanceof WireGate.Ruling.Keep(var answer)
                ? answer.map(a -> new String(a, StandardCharsets.ISO_8859_1).split(" ")[1])
                        .orElse("nothing")
                : "passed";
    }

    private Optional<String> answer(String start, String cseq, String extra, String toTag) {
        return rule(start, cseq, extra, toTag, FROM) instanceof WireGate.Ruling.Keep(var answer)
                ? answer.map(a -> new String(a, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private WireGate.Ruling rule(String start, String cseq, String extra, String toTag, InetSocketAddress from) {
        String head = start + "\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nFrom: <sip:8@a>;tag=1\r\nTo: <sip:9@a>" + toTag
                + "\r\nCall-ID: c\r\nCSeq: " + cseq + "\r\nContact: <sip:8@a>\r\nMax-Forwards: 70\r\n" + extra;
        byte[] message = (head + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return gate.rule(message, message.length - 4, 0, from);
    }
}
