package amends.app;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.pbx.EmbeddedPbx;
import amends.sip.Transport;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.LineState;
import amends.telephony.Outcome;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** A telephone of the house without a desk around it: its calls only, with media that nobody hears. */
final class TestPhone implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final PlatformLoop loop;
    private final String name;
    final SilentMedia media = new SilentMedia();
    final SipPhone phone;
    final Map<CallId, ClearCause> ends = new ConcurrentHashMap<>();

    TestPhone(EmbeddedPbx pbx, String extension) throws Exception {
        this(Account.at("127.0.0.1", pbx.sipPort(), Transport.UDP, extension, "pw-" + extension));
    }

    TestPhone(Account account) throws Exception {
        name = account.user();
        loop = new PlatformLoop("phone-" + name);
        phone = new SipPhone(account, media, loop, Timekeeper.system());
        phone.onCallEvent(event -> {
            if (event instanceof CallEvent.ConnectionCleared(Call call, ClearCause cause)) ends.put(call.id(), cause);
        });
        loop.execute(phone::open);
        Await.until(name + " registered", SOON, () -> on(SipPhone::state) instanceof LineState.Registered);
    }

    <T> T on(Function<SipPhone, T> request) {
        return CompletableFuture.supplyAsync(() -> request.apply(phone), loop)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    void does(Function<CallControl, Outcome> request) {
        Outcome outcome = on(request::apply);
        if (!(outcome instanceof Outcome.Accepted)) throw new AssertionError(name + ": " + outcome);
    }

    List<Call> calls() {
        return on(SipPhone::calls);
    }

    CallId await(String what, Predicate<Call> wanted) throws Exception {
        Await.until(name + ": " + what, SOON, () -> find(wanted).isPresent());
        return find(wanted).orElseThrow().id();
    }

    private Optional<Call> find(Predicate<Call> wanted) {
        return calls().stream().filter(wanted).findFirst();
    }

    CallId dials(String number) throws Exception {
        does(p -> p.dial(number));
        return await("the dialled call", c -> c.remote().user().equals(number));
    }

    /** Answers what rings. */
    CallId answers() throws Exception {
        CallId ringing = await("a ringing call", c -> c.state() == ConnectionState.ALERTING);
        does(p -> p.answer(ringing));
        return talks(ringing);
    }

    CallId talks(CallId call) throws Exception {
        return await("a call talked on", c -> c.id().equals(call) && c.state() == ConnectionState.CONNECTED);
    }

    ClearCause ended(CallId call) throws Exception {
        Await.until(name + ": the end of a call", SOON, () -> ends.containsKey(call));
        return ends.get(call);
    }

    @Override
    public void close() {
        loop.execute(phone::close);
        CompletableFuture.supplyAsync(phone::ended, loop)
                .thenCompose(ended -> ended)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        loop.close();
    }
}
