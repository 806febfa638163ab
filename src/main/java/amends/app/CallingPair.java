package amends.app;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.media.device.SilentDevices;
import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.LineState;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two telephones, of which one calls the other again and again. One thread calls at a time. */
final class CallingPair implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    /** A telephone refuses more than twenty calls a second: that is a flood. */
    private static final long APART_NANOS = 100_000_000L;

    private final Closing closing = new Closing();
    private final Phone caller;
    private final Phone callee;
    private final Timekeeper time;

    private CallingPair(int port, String caller, String callee, Timekeeper time) {
        this.time = time;
        this.caller = closing.with(new Phone(port, caller, time));
        this.callee = closing.with(new Phone(port, callee, time));
    }

    /** Both are registered. */
    static CallingPair at(int port, String caller, String callee, Timekeeper time) throws Exception {
        var pair = new CallingPair(port, caller, callee, time);
        pair.caller.registered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        pair.callee.registered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return pair;
    }

    /** One call, from dialling until both sides have forgotten it. */
    void call() throws InterruptedException {
        long next = time.nanos() + APART_NANOS;
        caller.loop.execute(() -> caller.sip.dial(callee.name));
        var rings = callee.next(CallEvent.Delivered.class);
        callee.loop.execute(() -> callee.sip.answer(rings.call().id()));
        callee.next(CallEvent.Established.class);
        var talks = caller.next(CallEvent.Established.class);
        caller.loop.execute(() -> caller.sip.clear(talks.call().id()));
        caller.next(CallEvent.ConnectionCleared.class);
        callee.next(CallEvent.ConnectionCleared.class);
        LockSupport.parkNanos(next - time.nanos());
    }

    @Override
    public void close() {
        closing.close();
    }

    private static final class Phone implements AutoCloseable {
        final String name;
        final PlatformLoop loop;
        final RtpMediaPlane media;
        final SipPhone sip;
        final CompletableFuture<Void> registered = new CompletableFuture<>();
        private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();

        Phone(int port, String name, Timekeeper time) {
            this.name = name;
            loop = new PlatformLoop("phone-" + name);
            media = new RtpMediaPlane(
                    InetAddress::getLoopbackAddress, PortRange.ANY, new SilentDevices(), call -> CallTap.NONE, time);
            String server = InetAddress.getLoopbackAddress().getHostAddress();
            sip = new SipPhone(Account.at(server, port, Transport.UDP, name, "pw-" + name), media, loop, time);
            loop.execute(() -> {
                sip.onCallEvent(events::add);
                sip.onChange(line -> {
                    if (line instanceof LineState.Registered) registered.complete(null);
                });
                sip.open();
            });
        }

        <E extends CallEvent> E next(Class<E> kind) throws InterruptedException {
            for (CallEvent event; (event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) != null; )
                if (kind.isInstance(event)) return kind.cast(event);
            throw new Trouble(Exit.FAILED, name + " waits in vain for " + kind.getSimpleName());
        }

        @Override
        public void close() throws Exception {
            var ended = new CompletableFuture<Void>();
            loop.execute(() -> {
                sip.close();
                sip.ended().thenRun(() -> ended.complete(null));
            });
            ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            media.close();
            loop.close();
        }
    }
}
