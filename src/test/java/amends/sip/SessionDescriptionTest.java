package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTest {
    private static final String OFFER = """
            v=0
            o=alice 2890844526 7 IN IP4 192.0.2.9
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 49170 RTP/AVP 107 8 0 101
            a=rtpmap:107 opus/48000/2
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            m=video 51372 RTP/AVP 31
            a=sendonly
            """;

    @Test
    void the_audio_of_an_offer_is_read() throws Exception {
        MediaTerms audio = parsed(OFFER).audio();

        assertThat(audio.address()).isEqualTo(new InetSocketAddress("192.0.2.1", 49170));
        assertThat(audio.codecs())
                .containsExactly(
                        new Codec(107, "opus", 48000, 2, ""),
                        Codec.PCMA,
                        Codec.PCMU,
                        new Codec(101, "telephone-event", 8000));
        assertThat(audio.direction()).isEqualTo(MediaDirection.SENDRECV);
    }

    @Test
    void what_is_said_of_the_stream_goes_before_what_is_said_of_the_session() throws Exception {
        MediaTerms audio = parsed("v=0\nc=IN IP4 10.0.0.1\na=inactive\nm=audio 4000 RTP/AVP 0\n"
                        + "c=IN IP6 2001:db8::1\na=recvonly\n")
                .audio();

        assertThat(audio.address().getAddress()).isEqualTo(InetAddress.ofLiteral("2001:db8::1"));
        assertThat(audio.direction()).isEqualTo(MediaDirection.RECVONLY);
    }

    @Test
    void what_is_said_of_the_session_holds_where_the_stream_is_silent() throws Exception {
        assertThat(parsed("v=0\na=sendonly\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/AVP 0\n")
                        .audio()
                        .direction())
                .isEqualTo(MediaDirection.SENDONLY);
    }

    @Test
    void static_payload_types_need_no_rtpmap() throws Exception {
        assertThat(parsed("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/AVP 8 0 3\n")
                        .audio()
                        .codecs())
                .containsExactly(Codec.PCMA, Codec.PCMU);
    }

    @Test
    void port_zero_refuses_the_audio() throws Exception {
        assertThat(parsed("v=0\nc=IN IP4 10.0.0.1\nm=audio 0 RTP/AVP 0\n").refused())
                .isTrue();
    }

    @Test
    void encrypted_audio_without_a_key_demands_what_cannot_be_given() throws Exception {
        var encryption = parsed("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/SAVP 0\n")
                .audio()
                .encryption();
        assertThat(encryption.demanded()).isTrue();
        assertThat(encryption.keys()).isEmpty();
    }

    /** RFC 4585 §4, RFC 5124 §3.3: an answer is in the profile of its offer. */
    @ParameterizedTest
    @ValueSource(strings = {"RTP/AVP", "RTP/AVPF"})
    void an_offer_with_feedback_or_without_is_answered_in_its_own_profile(String profile) throws Exception {
        var offer = parsed("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 " + profile
                + " 8 101\na=rtcp-fb:* nack pli\na=rtcp-fb:8 ccm tmmbr\na=rtcp-fb\n");
        assertThat(offer.refused()).isFalse();
        assertThat(offer.audio().codecs()).contains(Codec.PCMA);
        var answer = SessionDescription.of(ours(), 1, 1).answering(offer).toString();
        assertThat(answer).contains("m=audio 5004 " + profile + " 8 101\r\n").doesNotContain("rtcp-fb");
        assertThat(SessionDescription.of(ours(), 1, 1).toString()).contains(" RTP/AVP 8");
    }

    @Test
    void encrypted_audio_with_feedback_demands_its_key_all_the_same() throws Exception {
        var encryption = parsed("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/SAVPF 0\na=fingerprint:sha-256 AB:CD\n")
                .audio()
                .encryption();
        assertThat(encryption.demanded()).isTrue();
        assertThat(encryption.keys()).isEmpty();
    }

    @Test
    void the_old_hold_by_address_zero_stops_sending_there() throws Exception {
        assertThat(parsed("v=0\nc=IN IP4 0.0.0.0\nm=audio 4000 RTP/AVP 0\n")
                        .audio()
                        .direction())
                .isEqualTo(MediaDirection.SENDONLY);
    }

    @Test
    void an_answer_has_the_streams_of_its_offer_in_their_order() throws Exception {
        var offer = parsed("v=0\nc=IN IP4 10.0.0.1\nm=video 9 RTP/AVP 31\nm=audio 4000 RTP/AVP 0\nm=text 9 udp x\n");
        var answer = SessionDescription.of(ours(), 1, 1).answering(offer).toString();

        assertThat(answer.lines().filter(l -> l.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 31", "m=audio 5004 RTP/AVP 8 101", "m=text 0 udp x");
    }

    @Test
    void audio_offered_encrypted_and_in_the_clear_is_read_both_ways_and_answered_in_its_place() throws Exception {
        var offer = parsed("v=0\nc=IN IP4 10.0.0.1\nm=video 9 RTP/AVP 31\nm=audio 4000 RTP/SAVP 0\n"
                + "m=audio 5000 RTP/AVP 8\nm=audio 6000 RTP/AVP 0\n");

        assertThat(offer.readings())
                .extracting(r -> r.audio().address().getPort())
                .containsExactly(4000, 5000, 6000);
        var answer =
                SessionDescription.of(ours(), 1, 1).answering(offer.readings().get(1));
        assertThat(answer.toString().lines().filter(l -> l.startsWith("m=")))
                .containsExactly(
                        "m=video 0 RTP/AVP 31",
                        "m=audio 0 RTP/SAVP 0",
                        "m=audio 5004 RTP/AVP 8 101",
                        "m=audio 0 RTP/AVP 0");
    }

    @Test
    void audio_that_is_refused_hides_no_audio_after_it() throws Exception {
        var offer = parsed("v=0\nc=IN IP4 10.0.0.1\nm=audio 0 RTP/AVP 0\nm=audio 4000 RTP/AVP 8\n");

        assertThat(offer.refused()).isFalse();
        assertThat(offer.audio().address().getPort()).isEqualTo(4000);
        assertThat(SessionDescription.of(ours(), 1, 1)
                        .answering(offer)
                        .toString()
                        .lines())
                .containsSubsequence("m=audio 0 RTP/AVP 0", "m=audio 5004 RTP/AVP 8 101");
    }

    @Test
    void what_is_written_is_read_back() throws Exception {
        var written = SessionDescription.of(ours(), 77, 3);
        var read = SessionDescription.parse(written.bytes());

        assertThat(read.audio()).isEqualTo(written.audio());
        assertThat(List.of(read.sessionId(), read.version())).containsExactly(77L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "m=audio 4000 RTP/AVP 0",
                "v=0\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP4 evil.example.com\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP4 2130706433\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP4 224.2.1.1/127\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP4 255.255.255.255\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP4 300.1.1.1\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP6 fe80::1%eth0\nm=audio 4000 RTP/AVP 0",
                "v=0\nc=IN IP4 10.0.0.1\nm=audio 70000 RTP/AVP 0",
                "v=0\nc=IN IP4 10.0.0.1\nm=audio x RTP/AVP 0",
                "v=0\nc=IN IP4 10.0.0.1\nm=vi<deo 1 RTP/AVP 0",
                "v=0\nc=IN IP4"
            })
    void what_is_no_description_or_hurts_is_refused(String text) {
        assertThatThrownBy(() -> parsed(text)).isInstanceOf(MalformedSdp.class);
    }

    @Test
    void a_description_beyond_bounds_is_refused() {
        assertThatThrownBy(() -> parsed("v=0\n" + "a=x\n".repeat(600))).isInstanceOf(MalformedSdp.class);
        assertThatThrownBy(() -> parsed("v=0\n" + "a=" + "x".repeat(20_000))).isInstanceOf(MalformedSdp.class);
        assertThatThrownBy(() -> parsed("v=0\n" + "m=text 9 udp x\n".repeat(30)))
                .isInstanceOf(MalformedSdp.class);
    }

    @Test
    void noise_never_does_more_than_be_refused() {
        var random = new Random(4566);
        Assertions.assertThatCode(() -> {
                    for (int i = 0; i < 20_000; i++) readNoise(random);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_hostile_line_is_read_in_time_proportional_to_its_length() {
        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(5), () -> parsed("v=0\na=rtpmap:" + " 1".repeat(8000))))
                .satisfies(e -> {});
    }

    private static void readNoise(Random random) {
        byte[] text = OFFER.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(20); changes >= 0; changes--)
            text[random.nextInt(text.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
        int from = random.nextInt(4) == 0 ? random.nextInt(text.length) : 0;
        try {
            var read = SessionDescription.parse(java.util.Arrays.copyOfRange(text, from, text.length));
            SessionDescription.parse(
                    SessionDescription.of(ours(), 1, 1).answering(read).bytes());
        } catch (MalformedSdp expected) {
            assertThat(expected.getMessage()).doesNotContain("\n");
        }
    }

    private static MediaTerms ours() {
        return new MediaTerms(
                new InetSocketAddress("127.0.0.1", 5004),
                List.of(Codec.PCMA, Codec.TELEPHONE_EVENT),
                MediaDirection.SENDRECV);
    }

    private static SessionDescription parsed(String text) throws MalformedSdp {
        return SessionDescription.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
