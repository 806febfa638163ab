package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.rtp.RtpPacket;
import amends.rtp.Srtp;
import amends.rtp.SrtpSuite;
import amends.telephony.CallId;
import amends.telephony.CryptoKey;
import amends.telephony.EncryptionWish;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaLeg;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two legs that encrypt, and somebody who does not know the keys. */
class EncryptedLegTest {
    private static final CallId CALL = new CallId("secret@test");
    private final MemoryDevices devicesA = new MemoryDevices(Sounds.tone(400, 8000, Pcm.RATE));
    private final MemoryDevices devicesB = new MemoryDevices(Sounds.tone(700, 8000, Pcm.RATE));
    private RtpMediaPlane planeA;
    private RtpMediaPlane planeB;
    private MediaLeg a;
    private MediaLeg b;

    @BeforeEach
    void open() throws IOException {
        planeA = plane(devicesA);
        planeB = plane(devicesB);
        a = planeA.open(CALL);
        b = planeB.open(CALL);
        MediaTerms mine = agreed(a);
        MediaTerms theirs = agreed(b);
        a.connect(mine, theirs);
        b.connect(theirs, mine);
    }

    private static RtpMediaPlane plane(AudioDevices devices) {
        return new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                MediaWishes.PLAIN.with(EncryptionWish.REQUIRED),
                devices,
                call -> CallTap.NONE,
                Timekeeper.system());
    }

    /** As if the strong suite in counter mode had been agreed on. */
    private static MediaTerms agreed(MediaLeg leg) {
        MediaTerms local = leg.local();
        CryptoKey key = local.encryption().keys().stream()
                .filter(k -> k.suite().name().equals("AES_CM_128_HMAC_SHA1_80"))
                .findFirst()
                .orElseThrow();
        return local.with(new MediaEncryption(true, true, List.of(key)));
    }

    @AfterEach
    void close() {
        planeA.close();
        planeB.close();
    }

    @Test
    void each_hears_the_other_and_the_line_says_that_it_is_encrypted() {
        until(() -> Sounds.strength(last(devicesA.heard()), 700) > 6000);
        until(() -> Sounds.strength(last(devicesB.heard()), 400) > 6000);
        assertThat(planeA.line(CALL).orElseThrow().encrypted()).isTrue();
    }

    @Test
    void forged_and_replayed_and_clear_packets_are_counted_and_the_call_goes_on() throws IOException {
        until(() -> Sounds.strength(last(devicesA.heard()), 700) > 6000);
        try (var stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var wrongKey = Srtp.sending(SrtpSuite.AES_CM_128_HMAC_SHA1_80, new byte[30]);
            for (int i = 0; i < 200; i++) {
                byte[] clear = new RtpPacket(false, 8, i, i * 160L, 666, new byte[160]).bytes();
                byte[] forged = wrongKey.protect(clear, clear.length).orElseThrow();
                byte[] sent = i % 2 == 0 ? forged : clear;
                stranger.send(new DatagramPacket(sent, sent.length, a.local().address()));
                int counted = i + 1;
                if (counted % 50 == 0) until(() -> refused() >= counted);
            }
        }
        // A whole second later, so that nothing of it was heard before; then half a second without a gap.
        int from = devicesA.heard().length;
        until(() -> devicesA.heard().length > from + Pcm.RATE);
        until(() -> Sounds.strength(last(devicesA.heard()), 700) > 6000);
    }

    private long refused() {
        return planeA.of(CALL).map(MediaStatistics::refused).orElse(0L);
    }

    @Test
    void reports_go_both_ways_and_tell_of_the_line() {
        until(() -> planeA.line(CALL)
                .flatMap(MediaQuality.Line::quality)
                .filter(q -> q.roundTripMs().isPresent() && q.lossTherePercent().isPresent())
                .isPresent());
        LineQuality quality = planeA.line(CALL).orElseThrow().quality().orElseThrow();
        assertThat(quality.here()).isBetween(1.0, 4.5);
        assertThat(quality.roundTripMs().orElseThrow()).isBetween(0.0, 1000.0);
    }

    private static short[] last(short[] sound) {
        return Arrays.copyOfRange(sound, Math.max(0, sound.length - Pcm.RATE / 2), sound.length);
    }

    private static void until(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) throw new AssertionError("it did not come true in 30 s");
            LockSupport.parkNanos(5_000_000);
        }
    }
}
