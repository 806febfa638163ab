package amends.sip;

import static amends.telephony.MediaDirection.INACTIVE;
import static amends.telephony.MediaDirection.RECVONLY;
import static amends.telephony.MediaDirection.SENDONLY;
import static amends.telephony.MediaDirection.SENDRECV;
import static org.assertj.core.api.Assertions.assertThat;

import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private static final Codec KEYS_96 = new Codec(96, "telephone-event", 8000);
    private static final Codec WIDE_KEYS = new Codec(97, "telephone-event", 48000);

    @Test
    void an_offer_is_answered_in_its_order_and_by_its_numbers() {
        var offer = terms(SENDRECV, new Codec(9, "G722", 8000), WIDE_KEYS, KEYS_96, Codec.PCMA, Codec.PCMU);

        assertThat(Agreement.answering(offer, ours(SENDRECV), SENDRECV)
                        .orElseThrow()
                        .local()
                        .codecs())
                .containsExactly(Codec.PCMA, Codec.PCMU, KEYS_96);
    }

    @Test
    void keys_alone_are_no_agreement() {
        assertThat(Agreement.answering(terms(SENDRECV, KEYS_96), ours(SENDRECV), SENDRECV))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SENDRECV, SENDRECV, SENDRECV",
        "SENDONLY, SENDRECV, RECVONLY",
        "RECVONLY, SENDRECV, SENDONLY",
        "INACTIVE, SENDRECV, INACTIVE",
        "SENDRECV, SENDONLY, SENDONLY",
        "SENDONLY, SENDONLY, INACTIVE"
    })
    void the_answer_allows_only_what_both_sides_do(
            MediaDirection offered, MediaDirection wanted, MediaDirection answered) {
        var agreement = Agreement.answering(terms(offered, Codec.PCMU), ours(SENDRECV), wanted)
                .orElseThrow();

        assertThat(agreement.local().direction()).isEqualTo(answered);
        assertThat(agreement.remote().direction()).isEqualTo(answered);
    }

    @Test
    void an_answer_settles_our_own_offer() {
        var agreement = Agreement.answered(ours(SENDONLY), terms(RECVONLY, KEYS_96, Codec.PCMU))
                .orElseThrow();

        assertThat(agreement.remote().codecs()).containsExactly(Codec.PCMU, KEYS_96);
        assertThat(agreement.remote().direction()).isEqualTo(SENDONLY);
    }

    @Test
    void a_hold_answered_by_inactive_is_inactive() {
        assertThat(Agreement.answered(ours(SENDONLY), terms(INACTIVE, Codec.PCMU))
                        .orElseThrow()
                        .remote()
                        .direction())
                .isEqualTo(INACTIVE);
    }

    @Test
    void an_answer_that_refuses_audio_is_no_agreement() {
        var refusal = new MediaTerms(new InetSocketAddress("10.0.0.1", 0), List.of(Codec.PCMU), SENDRECV);

        assertThat(Agreement.answered(ours(SENDRECV), refusal)).isEmpty();
    }

    @Test
    void who_speaks_ipv4_agrees_on_no_audio_of_ipv6() {
        MediaTerms there = at("2001:db8::1", SENDRECV);

        assertThat(Agreement.answering(there, ours(SENDRECV), SENDRECV)).isEmpty();
        assertThat(Agreement.answered(ours(SENDRECV), there)).isEmpty();
    }

    @Test
    void who_is_to_be_sent_to_nowhere_is_on_hold_and_may_say_so_in_ipv6() {
        assertThat(Agreement.answering(at("::", SENDONLY), ours(SENDRECV), SENDRECV))
                .isPresent();
    }

    private static MediaTerms at(String address, MediaDirection direction) {
        return new MediaTerms(
                new InetSocketAddress(InetAddress.ofLiteral(address), 4000), List.of(Codec.PCMU), direction);
    }

    private static MediaTerms ours(MediaDirection direction) {
        return terms(direction, Codec.PCMU, Codec.PCMA, Codec.TELEPHONE_EVENT);
    }

    private static MediaTerms terms(MediaDirection direction, Codec... codecs) {
        return new MediaTerms(new InetSocketAddress("10.0.0.1", 4000), List.of(codecs), direction);
    }
}
