package amends.sip;

import static amends.telephony.MediaDirection.SENDRECV;
import static org.assertj.core.api.Assertions.assertThat;

import amends.telephony.Codec;
import amends.telephony.CryptoKey;
import amends.telephony.CryptoSuite;
import amends.telephony.EncryptionWish;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaTerms;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionAgreementTest {
    private static final InetSocketAddress HERE = new InetSocketAddress("10.0.0.1", 4000);

    /** What each side wishes, and what comes of it: never less than one of them requires. */
    @ParameterizedTest
    @CsvSource({
        "OFF, OFF, clear",
        "OFF, PREFERRED, clear",
        "PREFERRED, OFF, clear",
        "PREFERRED, PREFERRED, encrypted",
        "PREFERRED, REQUIRED, encrypted",
        "REQUIRED, PREFERRED, encrypted",
        "REQUIRED, REQUIRED, encrypted",
        "OFF, REQUIRED, refused",
        "REQUIRED, OFF, refused",
    })
    void what_two_wishes_come_to(EncryptionWish offering, EncryptionWish answering, String outcome) throws Exception {
        MediaTerms offer = terms(offering, 1);
        Optional<Agreement> answer = Agreement.answering(overTheWire(offer), terms(answering, 2), SENDRECV);
        if (outcome.equals("refused")) {
            assertThat(answer).isEmpty();
            return;
        }
        Agreement there = answer.orElseThrow();
        Agreement here = Agreement.answered(offer, overTheWire(there.local())).orElseThrow();
        boolean encrypted = outcome.equals("encrypted");
        assertThat(there.local().encryption().agreed().isPresent()).isEqualTo(encrypted);
        assertThat(here.remote().encryption().agreed())
                .isEqualTo(there.local().encryption().agreed());
        assertThat(here.local().encryption().agreed())
                .isEqualTo(there.remote().encryption().agreed());
        assertThat(there.local().encryption().secureProfile())
                .isEqualTo(encrypted && offering == EncryptionWish.REQUIRED);
    }

    @Test
    void an_answer_in_the_clear_to_an_offer_that_requires_keys_is_refused() {
        assertThat(Agreement.answered(terms(EncryptionWish.REQUIRED, 1), terms(EncryptionWish.OFF, 2)))
                .isEmpty();
    }

    @Test
    void an_answer_with_a_key_that_answers_no_line_of_ours_is_refused() {
        MediaTerms offer = terms(EncryptionWish.PREFERRED, 1);
        MediaTerms answer = terms(EncryptionWish.PREFERRED, 2);
        var odd = List.of(answer.encryption().keys().getFirst().as(77));
        assertThat(Agreement.answered(offer, answer.with(new MediaEncryption(false, false, odd))))
                .isEmpty();
    }

    @Test
    void keys_stand_in_no_text_but_the_message_itself() throws Exception {
        var description = SessionDescription.of(terms(EncryptionWish.REQUIRED, 1), 1, 1);
        assertThat(new String(description.bytes(), StandardCharsets.UTF_8)).contains("inline:", "RTP/SAVP");
        assertThat(description.toString()).doesNotContain("inline:");
        assertThat(description.audio().toString()).doesNotContain("[B@").contains("AEAD_AES_256_GCM");
    }

    @ParameterizedTest
    @CsvSource({
        "1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20, true",
        "1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20|1:4, false",
        "1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSo, false",
        "1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj UNENCRYPTED_SRTP, false",
        "1 F8_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj, false",
        "x AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj, false",
    })
    void lines_that_go_beyond_a_plain_key_are_as_if_they_were_not_there(String line, boolean taken) {
        assertThat(CryptoLine.key(line).isPresent()).isEqualTo(taken);
    }

    @Test
    void any_line_is_read_without_an_exception() {
        var random = new Random(4568);
        String letters = "1 AES_CM_128_HMAC_SHA1_80 inline:d0Rm|2^20:=+/";
        for (int i = 0; i < 20_000; i++) {
            var line = new StringBuilder(i % 2 == 0 ? "1 AES_CM_128_HMAC_SHA1_80 inline:" : "");
            for (int k = random.nextInt(60); k > 0; k--) line.append(letters.charAt(random.nextInt(letters.length())));
            CryptoLine.key(line.toString());
        }
    }

    /** RFC 5124: what is demanded, preferred or not wanted is so with feedback too. */
    @ParameterizedTest
    @CsvSource({
        "RTP/SAVPF, OFF, false",
        "RTP/SAVPF, PREFERRED, true",
        "RTP/SAVPF, REQUIRED, true",
        "RTP/AVPF, OFF, true",
        "RTP/AVPF, PREFERRED, true",
        "RTP/AVPF, REQUIRED, true"
    })
    void feedback_changes_nothing_of_what_is_encrypted(String profile, EncryptionWish wish, boolean agreed)
            throws Exception {
        var keyed = profile.contains("SAVP") ? EncryptionWish.REQUIRED : EncryptionWish.PREFERRED;
        String text = new String(SessionDescription.of(terms(keyed, 1), 1, 1).bytes(), StandardCharsets.UTF_8);
        var offer = SessionDescription.parse(
                text.replaceFirst("RTP/S?AVP ", profile + " ").getBytes(StandardCharsets.UTF_8));
        var answer = Agreement.answering(offer.audio(), terms(wish, 2), SENDRECV);
        assertThat(answer.isPresent()).isEqualTo(agreed);
        answer.ifPresent(a -> {
            boolean encrypted = a.local().encryption().agreed().isPresent();
            assertThat(encrypted).isEqualTo(wish != EncryptionWish.OFF);
            var said = SessionDescription.of(a.local(), 1, 1).answering(offer);
            assertThat(said.toString()).contains(" " + profile + " ");
        });
    }

    @Test
    void in_the_clear_with_feedback_is_no_answer_to_who_requires_keys() throws Exception {
        String text = new String(
                SessionDescription.of(terms(EncryptionWish.OFF, 1), 1, 1).bytes(), StandardCharsets.UTF_8);
        var offer =
                SessionDescription.parse(text.replace("RTP/AVP ", "RTP/AVPF ").getBytes(StandardCharsets.UTF_8));
        assertThat(Agreement.answering(offer.audio(), terms(EncryptionWish.REQUIRED, 2), SENDRECV))
                .isEmpty();
    }

    private static MediaTerms overTheWire(MediaTerms terms) throws MalformedSdp {
        return SessionDescription.parse(SessionDescription.of(terms, 1, 1).bytes())
                .audio();
    }

    private static MediaTerms terms(EncryptionWish wish, int seed) {
        var random = new Random(seed);
        var keys = new ArrayList<CryptoKey>();
        for (CryptoSuite suite : CryptoSuite.values()) {
            var key = new byte[suite.keyBytes() + suite.saltBytes()];
            random.nextBytes(key);
            keys.add(new CryptoKey(keys.size() + seed, suite, key));
        }
        return new MediaTerms(HERE, List.of(Codec.PCMA), SENDRECV, MediaEncryption.of(wish, keys));
    }
}
