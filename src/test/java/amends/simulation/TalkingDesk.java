package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.media.MediaQuality;
import amends.media.MediaWishes;
import amends.media.Pcm;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.LineState;
import amends.telephony.Outcome;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A desk's phone with its real voice, registered somewhere, whose agent says one sentence over and over. */
final class TalkingDesk implements AutoCloseable {
    private static final Timekeeper TIME = Timekeeper.system();
    private final PlatformLoop loop = new PlatformLoop("talking-loop");
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final TalkingDevices devices = new TalkingDevices();
    private final RtpMediaPlane media;
    private final SipPhone phone;

    TalkingDesk(Account account, List<VoiceCoding> codings, EncryptionWish wish) throws Exception {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        var wishes = new MediaWishes(codings, wish, VoiceCoders.OWN);
        media = new RtpMediaPlane(() -> here, PortRange.ANY, wishes, devices, call -> CallTap.NONE, TIME);
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

    private <T> T on(Function<SipPhone, T> request) {
        return CompletableFuture.supplyAsync(() -> request.apply(phone), loop)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    void accepted(Function<SipPhone, Outcome> request) {
        assertThat(on(request)).isEqualTo(Outcome.ACCEPTED);
    }

    List<Call> calls() {
        return on(SipPhone::calls);
    }

    MediaQuality.Line line(CallId call) {
        return media.line(call).orElseThrow();
    }

    /** The next event of that kind; others before it are passed over. */
    <E extends CallEvent> E event(Class<E> kind) throws InterruptedException {
        for (CallEvent next; (next = events.poll(30, TimeUnit.SECONDS)) != null; )
            if (kind.isInstance(next)) return kind.cast(next);
        throw new AssertionError("no " + kind.getSimpleName());
    }

    /** Lets the next call ring, and answers it. */
    CallId answers() throws InterruptedException {
        CallId call = event(CallEvent.Delivered.class).call().id();
        accepted(p -> p.answer(call));
        event(CallEvent.Established.class);
        return call;
    }

    CallId dials(String number) throws InterruptedException {
        accepted(p -> p.dial(number));
        return established();
    }

    CallId established() throws InterruptedException {
        return event(CallEvent.Established.class).call().id();
    }

    /** Why the next call that ends did. */
    ClearCause cleared() throws InterruptedException {
        return event(CallEvent.ConnectionCleared.class).cause();
    }

    /** From now on the sentence is heard: in one second of several, for a busy machine breaks one or the other. */
    void hears() throws InterruptedException {
        int from = devices.heard().length;
        double best = 0;
        for (int i = 0; i < 200 && best <= 0.9; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            short[] heard = devices.heard();
            int at = Math.max(from, heard.length - 2 * Pcm.RATE);
            if (heard.length - at >= Pcm.RATE)
                best = Math.max(best, TalkingDevices.wideLikeness(Arrays.copyOfRange(heard, at, at + Pcm.RATE)));
        }
        assertThat(best).as("what the desk hears").isGreaterThan(0.9);
    }

    /** A second comes in which the sentence is not heard: music, or nothing. */
    void hearsSomethingElse() throws InterruptedException {
        double like = 1;
        for (int i = 0; i < 100 && like > 0.5; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            short[] heard = devices.heard();
            like = TalkingDevices.wideLikeness(Arrays.copyOfRange(heard, heard.length - Pcm.RATE, heard.length));
        }
        assertThat(like).isLessThan(0.5);
    }

    @Override
    public void close() throws Exception {
        var ended = new CompletableFuture<Void>();
        loop.execute(() -> {
            phone.close();
            phone.ended().thenRun(() -> ended.complete(null));
        });
        ended.get(30, TimeUnit.SECONDS);
        media.close();
        loop.close();
    }
}
