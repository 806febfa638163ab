package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final HeaderFactory HEADERS = new HeaderFactoryImpl();
    private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private final SettableTime time = new SettableTime();
    private final DigestGuard guard = new DigestGuard("amends", DigestAlgorithm.SHA_256, time, Duration.ofSeconds(60));

    @Test
    void the_md5_example_of_rfc_7616_is_met() {
        assertThat(mufasa(DigestAlgorithm.MD5).response()).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    }

    @Test
    void the_sha_256_example_of_rfc_7616_is_met() {
        assertThat(mufasa(DigestAlgorithm.SHA_256).response())
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    /** RFC 2617 §3.5's figures without qop, worked out by the formula of RFC 2069. */
    @Test
    void a_challenge_without_qop_is_answered_the_old_way() {
        var challenge = new DigestChallenge(
                "testrealm@host.com",
                "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                DigestAlgorithm.MD5,
                false,
                null,
                false,
                false);

        assertThat(challenge
                        .answered("Mufasa", "Circle Of Life", "GET", "/dir/index.html", 1, "unused")
                        .response())
                .isEqualTo("670fd8c2df070c60b045671b8b24ff02");
    }

    @Test
    void the_strongest_challenge_comes_first_and_the_unknown_is_left_out() throws Exception {
        Response response = new MessageFactoryImpl().createResponse("""
                SIP/2.0 401 Unauthorized
                Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK1
                From: <sip:a@b>;tag=1
                To: <sip:a@b>;tag=2
                Call-ID: x
                CSeq: 1 REGISTER
                WWW-Authenticate: Digest realm="r",nonce="n1",algorithm=MD5,qop="auth,auth-int"
                WWW-Authenticate: Digest realm="r",nonce="n2",algorithm=SHA-256,qop="auth",stale=TRUE
                WWW-Authenticate: Digest realm="r",nonce="n3",algorithm=SHA-512-256,qop="auth"
                Content-Length: 0

                """.replace("\n", "\r\n"));

        assertThat(DigestChallenge.of(response))
                .extracting(DigestChallenge::nonce)
                .containsExactly("n2", "n1");
        assertThat(DigestChallenge.of(response)).first().matches(DigestChallenge::stale);
    }

    @Test
    void the_right_password_is_granted() throws Exception {
        assertThat(verdict("pw", guard.nonce())).isEqualTo(new DigestGuard.Verdict.Granted("1001"));
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        assertThat(verdict("guess", guard.nonce())).isEqualTo(new DigestGuard.Verdict.Refused());
    }

    @Test
    void a_nonce_past_its_life_is_stale_only_for_who_knows_the_password() throws Exception {
        String nonce = guard.nonce();
        time.pass(Duration.ofSeconds(61));

        assertThat(verdict("pw", nonce)).isEqualTo(new DigestGuard.Verdict.Challenge(true));
        assertThat(verdict("guess", nonce)).isEqualTo(new DigestGuard.Verdict.Refused());
    }

    @Test
    void a_nonce_that_is_not_ours_is_challenged() throws Exception {
        assertThat(verdict("pw", "not one of ours")).isEqualTo(new DigestGuard.Verdict.Challenge(false));
        String forged = guard.nonce();
        forged = (forged.charAt(0) == 'B' ? "C" : "B") + forged.substring(1);
        assertThat(verdict("pw", forged)).isEqualTo(new DigestGuard.Verdict.Challenge(false));
    }

    @Test
    void no_credentials_are_challenged() throws Exception {
        assertThat(guard.verify(register(), user -> Optional.of("pw")))
                .isEqualTo(new DigestGuard.Verdict.Challenge(false));
    }

    @Test
    void the_challenge_is_understood_by_our_own_client() throws Exception {
        Response response = new MessageFactoryImpl().createResponse(401, register());
        response.addHeader(guard.challenge(HEADERS, true, false));

        DigestChallenge read = DigestChallenge.of(response).getFirst();

        assertThat(read)
                .matches(c -> c.qop() && c.stale() && !c.proxy() && c.realm().equals("amends"));
        assertThat(verdict("pw", read.nonce())).isEqualTo(new DigestGuard.Verdict.Granted("1001"));
    }

    private DigestGuard.Verdict verdict(String password, String nonce) throws ParseException {
        Request request = register();
        var challenge = new DigestChallenge("amends", nonce, DigestAlgorithm.SHA_256, true, null, false, false);
        String uri = request.getRequestURI().toString();
        request.addHeader(challenge
                .answered("1001", password, "REGISTER", uri, 1, CNONCE)
                .header(HEADERS, request.getRequestURI(), false));
        Request received = new MessageFactoryImpl().createRequest(request.toString());
        return guard.verify(received, user -> user.equals("1001") ? Optional.of("pw") : Optional.empty());
    }

    private static Request register() throws ParseException {
        return new MessageFactoryImpl().createRequest("""
                REGISTER sip:127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK1
                From: <sip:1001@127.0.0.1>;tag=1
                To: <sip:1001@127.0.0.1>
                Call-ID: x
                CSeq: 1 REGISTER
                Max-Forwards: 70
                Content-Length: 0

                """.replace("\n", "\r\n"));
    }

    private static DigestCredentials mufasa(DigestAlgorithm algorithm) {
        var challenge = new DigestChallenge(
                "http-auth@example.org",
                NONCE,
                algorithm,
                true,
                "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
                false,
                false);
        return challenge.answered("Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, CNONCE);
    }
}
