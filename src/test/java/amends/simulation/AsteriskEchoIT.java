package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.law.Needs;
import amends.media.CallTap;
import amends.media.MediaQuality;
import amends.media.MediaWishes;
import amends.media.Pcm;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.LineState;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A desk's phone and voice at a real Asterisk, whose extension 600 sends back what it hears: each coding, over each
 * transport, in the clear and encrypted. Agent 1003 is only let in over TLS with SRTP; who vouches for the Asterisk is
 * named by {@code -Damends.asterisk.authority=FILE}.
 */
class AsteriskEchoIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");
    private static final Timekeeper TIME = Timekeeper.system();
    private final PlatformLoop loop = new PlatformLoop("echo-loop");
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final TalkingDevices devices = new TalkingDevices();
    private RtpMediaPlane media;
    private SipPhone phone;

    @BeforeEach
    void an_asterisk_is_up() {
        Needs.peer(HOST, 5060, "an Asterisk");
    }

    private void open(Account account, List<VoiceCoding> codings, EncryptionWish wish) throws Exception {
        InetAddress local = InetAddress.ofLiteral("127.0.0.1");
        var wishes = new MediaWishes(codings, wish, VoiceCoders.OWN);
        media = new RtpMediaPlane(() -> local, PortRange.ANY, wishes, devices, call -> CallTap.NONE, TIME);
        phone = new SipPhone(account, media, loop, TIME);
        var registered = new CompletableFuture<Void>();
        loop.execute(() -> {
            phone.onCallEvent(events::add);
            phone.onChange(line -> {
                if (line instanceof LineState.Registered) registered.complete(null);
            });
            phone.open();
        });
        registered.get(30, TimeUnit.SECONDS);
    }

    private static Account account(Transport transport) {
        if (transport != Transport.TLS) return Account.at(HOST, 5060, transport, "agent1001", "pw1001");
        String authority = System.getProperty("amends.asterisk.authority");
        org.junit.jupiter.api.Assumptions.assumeTrue(authority != null, "-Damends.asterisk.authority is not given");
        return new Account(
                "agent1003",
                "pw1003",
                HOST,
                HOST,
                5061,
                transport,
                "",
                "",
                Optional.of(Path.of(authority)),
                Duration.ofMinutes(2));
    }

    private <E extends CallEvent> E event(Class<E> kind) throws InterruptedException {
        for (CallEvent next; (next = events.poll(30, TimeUnit.SECONDS)) != null; )
            if (kind.isInstance(next)) return kind.cast(next);
        throw new AssertionError("no " + kind.getSimpleName());
    }

    @AfterEach
    void close() throws Exception {
        if (phone != null) {
            var ended = new CompletableFuture<Void>();
            loop.execute(() -> {
                phone.close();
                phone.ended().thenRun(() -> ended.complete(null));
            });
            ended.get(30, TimeUnit.SECONDS);
            media.close();
        }
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UDP, OPUS, OFF", "UDP, G722, OFF", "TCP, PCMA, OFF", "UDP, PCMU, OFF",
        "TLS, OPUS, REQUIRED", "TLS, G722, REQUIRED", "TLS, PCMA, PREFERRED", "TLS, PCMU, REQUIRED"
    })
    void what_is_said_comes_back(Transport transport, VoiceCoding coding, EncryptionWish wish) throws Exception {
        open(account(transport), List.of(coding), wish);
        loop.execute(() -> phone.dial("600"));
        CallId call = event(CallEvent.Established.class).call().id();

        awaitHeard(4);
        MediaQuality.Line line = media.line(call).orElseThrow();
        assertThat(line.encrypted()).isEqualTo(wish != EncryptionWish.OFF);
        assertThat(line.silent()).isFalse();
        short[] heard = devices.heard();
        assertThat(TalkingDevices.wideLikeness(Arrays.copyOfRange(heard, 2 * Pcm.RATE, 4 * Pcm.RATE)))
                .isGreaterThan(0.9);

        loop.execute(() -> phone.clear(call));
        assertThat(event(CallEvent.ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @Test
    void without_srtp_an_account_that_must_have_it_is_refused() throws Exception {
        open(account(Transport.TLS), List.of(VoiceCoding.PCMU), EncryptionWish.OFF);
        loop.execute(() -> phone.dial("600"));

        assertThat(event(CallEvent.ConnectionCleared.class).cause()).isNotEqualTo(ClearCause.LOCAL_HANGUP);
    }

    private void awaitHeard(int seconds) throws InterruptedException {
        for (int i = 0; i < 600 && devices.heard().length < seconds * Pcm.RATE; i++) TimeUnit.MILLISECONDS.sleep(50);
        assertThat(devices.heard().length).isGreaterThanOrEqualTo(seconds * Pcm.RATE);
    }
}
