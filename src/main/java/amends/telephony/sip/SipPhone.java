package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.sip.ServerSearch;
import amends.sip.SipEndpoint;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Colleagues;
import amends.telephony.ConnectionSignal;
import amends.telephony.Line;
import amends.telephony.LineState;
import amends.telephony.LineState.Problem;
import amends.telephony.LineText;
import amends.telephony.MediaPlane;
import amends.telephony.MessagesWaiting;
import amends.telephony.Outcome;
import amends.telephony.SelfAnswer;
import amends.telephony.ShownAs;
import amends.telephony.Visits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's telephone: one account at one PBX, any number of calls at a time. Methods are called on the loop, and
 * what happens is told there. While the line is open it comes back by itself from whatever befalls the server or the
 * way to it.
 */
public final class SipPhone implements CallControl, Line {
    private static final Logger LOG = LoggerFactory.getLogger(SipPhone.class);
    /** How long the goodbyes may take before the ports are freed regardless. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Account account;
    private final Loop loop;
    private final Timekeeper time;
    private final RandomGenerator random = new SecureRandom();
    private final Subscribers<LineState> lineListeners = new Subscribers<>();
    private final Subscribers<MessagesWaiting> messageListeners = new Subscribers<>();
    private final Subscribers<LineText> textListeners = new Subscribers<>();
    private final LineWatch colleagues = new LineWatch();
    private final Calls calls;
    private final SipVisits visits;
    private final ServerSearch search;
    private final Routes routes;
    private final AvoidedServers avoided = new AvoidedServers();

    private final Backoff backoff = new Backoff(random);
    private LineState state = new LineState.Unregistered();
    private Connected connected;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private boolean open;
    private final Doubt doubt;

    /** One connection to the server: replaced when the way there changes. */
    private record Connected(Reach reach, Session session, Registration registration) {}

    public SipPhone(Account account, MediaPlane media, Loop loop, Timekeeper time) {
        this(account, media, loop, time, new ServerSearch(Optional.empty(), new SecureRandom()), Routes.ofSystem());
    }

    /** @param search finds the account's servers */
    SipPhone(Account account, MediaPlane media, Loop loop, Timekeeper time, ServerSearch search, Routes routes) {
        this.search = search;
        this.routes = routes;
        this.account = account;
        this.loop = loop;
        this.time = time;
        this.doubt = new Doubt(loop, time, random, this::askServer);
        this.calls = new Calls(media, time, doubt);
        this.visits = new SipVisits(calls, media, this::registered);
    }

    @Override
    public void open() {
        if (open) return;
        open = true;
        backoff.reset();
        ended = new CompletableFuture<>();
        state(new LineState.Registering());
        findWay();
    }

    /** Finds the server and our own address towards it, off the loop because both may take long. */
    private void findWay() {
        if (!open) return;
        Set<InetSocketAddress> unanswering = avoided.now();
        Thread.ofVirtual().name("sip-reach").start(() -> {
            try {
                Reach.Found way = Reach.find(account, search, routes, unanswering);
                loop.execute(() -> found(way));
            } catch (IOException e) {
                loop.execute(() -> lost("the server's address is not known: " + account.host()));
            }
        });
    }

    private void found(Reach.Found way) {
        if (!open) return;
        if (connected != null && (connected.reach().equals(way.reach()) || calls.any())) {
            connected.registration().attempt();
            return;
        }
        if (connected != null) hangUp(connected, new CompletableFuture<>());
        connected = null;
        Thread.ofVirtual().name("sip-open").start(() -> {
            try {
                SipEndpoint endpoint = way.reach().open(account, loop);
                loop.execute(() -> connect(way, endpoint));
            } catch (IOException e) {
                loop.execute(() -> lost(e.getMessage()));
            }
        });
    }

    private void connect(Reach.Found way, SipEndpoint endpoint) {
        if (!open || connected != null) {
            Thread.ofVirtual().start(endpoint::close);
            return;
        }
        InetAddress server = way.reach().server().getAddress();
        var session = new Session(endpoint, account, server, loop, time, random, new KnownRealms(), false);
        var registration = new Registration(session, backoff, this::state, this::findWay, avoided.than(way));
        connected = new Connected(way.reach(), session, registration);
        endpoint.start(new PhoneHandler(
                session, calls, colleagues, messageListeners::publish, textListeners::publish, this::connectionLost));
        registration.attempt();
        var watch = new WayWatch(loop, routes, way.reach(), session, () -> open && isConnected(session), this::moved);
        watch.begin();
    }

    private boolean isConnected(Session session) {
        return connected != null && connected.session() == session;
    }

    /** This machine is reached at another address now; server and calls are told at once. */
    private void moved(InetAddress now) {
        LOG.info("the way to the server begins at {} now", now);
        connected = new Connected(
                new Reach(connected.reach().server(), now), connected.session(), connected.registration());
        connected.session().endpoint().moved(now);
        connected.registration().attempt();
        calls.moved();
    }

    /** What the server would say to us it says on our connection; a new one comes with the registration. */
    private void connectionLost() {
        if (!open || connected == null || !(state instanceof LineState.Registered)) return;
        Connected lost = connected;
        loop.after(Duration.ofMillis(random.nextInt(500, 1_500)), () -> {
            if (open && connected == lost) lost.registration().attempt();
        });
    }

    /** Something else than the line itself says that the server may be gone: it is asked, and the calls with it. */
    public void doubt() {
        doubt.raise();
        calls.confirm();
    }

    /** One that is known to be away is asked anyway; one that refuses us is there all the same, and may say so. */
    private void askServer() {
        boolean away = state instanceof LineState.Failing failing && failing.problem() == Problem.UNREACHABLE;
        if (connected != null && !away) connected.registration().attemptUnlessAsked();
    }

    private void lost(String reason) {
        if (!open) return;
        Duration wait = backoff.next();
        state(new LineState.Failing(Problem.UNREACHABLE, reason, time.now().plus(wait)));
        loop.after(wait, this::findWay);
    }

    private void state(LineState now) {
        if (state.equals(now)) return;
        boolean back = state instanceof LineState.Failing && now instanceof LineState.Registered;
        state = now;
        if (back) calls.confirm();
        if (now instanceof LineState.Registered && connected != null) colleagues.connected(connected.session());
        lineListeners.publish(now);
    }

    @Override
    public void close() {
        if (!open) return;
        open = false;
        calls.clearAll();
        Connected leaving = connected;
        connected = null;
        state(new LineState.Unregistered());
        CompletableFuture<Void> goodbye = ended;
        if (leaving == null) {
            goodbye.complete(null);
            return;
        }
        leaving.registration().end(() -> hangUp(leaving, goodbye));
        loop.after(FAREWELL, () -> hangUp(leaving, goodbye));
    }

    /** Which of this machine's addresses reaches the server; empty while the way is not found. On the loop. */
    public Optional<InetAddress> localAddress() {
        return Optional.ofNullable(connected).map(way -> way.reach().local());
    }

    /** The server that the line goes to at present; empty while the way is not found. On the loop. */
    public Optional<InetAddress> serverAddress() {
        return Optional.ofNullable(connected).map(way -> way.reach().server().getAddress());
    }

    /** Completed once a closed line has said its goodbyes and freed its ports. */
    public CompletionStage<Void> ended() {
        return ended;
    }

    private static void hangUp(Connected leaving, CompletableFuture<Void> told) {
        Thread.ofVirtual().name("sip-close").start(() -> {
            leaving.session().endpoint().close();
            told.complete(null);
        });
    }

    @Override
    public LineState state() {
        return state;
    }

    @Override
    public Cancellable onChange(Consumer<LineState> listener) {
        return lineListeners.add(listener);
    }

    private Optional<Session> registered() {
        return Optional.ofNullable(connected)
                .filter(way -> state instanceof LineState.Registered)
                .map(Connected::session);
    }

    /** Calls into calls of other desks, and into ours. */
    public Visits visits() {
        return visits;
    }

    /** Who is asked about calls that must not wait for the agent; nobody at first, and they are refused. */
    public void answeredBy(SelfAnswer answer) {
        calls.answeredBy(answer);
    }

    /** What the other telephones of the house do. */
    public Colleagues colleagues() {
        return colleagues;
    }

    @Override
    public Cancellable onMessages(Consumer<MessagesWaiting> listener) {
        return messageListeners.add(listener);
    }

    @Override
    public Cancellable onText(Consumer<LineText> listener) {
        return textListeners.add(listener);
    }

    @Override
    public Outcome answer(CallId call) {
        return turning(call, new ConnectionSignal.Answered());
    }

    @Override
    public Outcome reject(CallId call) {
        return ask(call, new ConnectionSignal.Rejected());
    }

    @Override
    public Outcome hold(CallId call) {
        return ask(call, new ConnectionSignal.HoldWanted());
    }

    @Override
    public Outcome retrieve(CallId call) {
        return turning(call, new ConnectionSignal.RetrieveWanted());
    }

    @Override
    public Outcome clear(CallId call) {
        return ask(call, new ConnectionSignal.ClearWanted());
    }

    @Override
    public Outcome mute(CallId call, boolean muted) {
        return with(call, c -> c.mute(muted));
    }

    @Override
    public Outcome sendDigits(CallId call, String digits) {
        return with(call, c -> c.sendKeys(digits));
    }

    @Override
    public Outcome dial(String destination) {
        return dial(destination, ShownAs.OWN);
    }

    @Override
    public Outcome dial(String destination, ShownAs shown) {
        if (!account.numbers().allows(shown)) return new Outcome.Rejected("calls are not made under that number");
        if (registered().isEmpty()) return new Outcome.Unreachable("the line is not registered");
        return to(destination, user -> {
            calls.turnTo(Optional.empty());
            return calls.dial(connected.session(), user, DialWish.NONE.as(shown));
        });
    }

    @Override
    public Outcome redirect(CallId call, String destination) {
        return to(
                destination,
                user -> with(call, c -> {
                    c.goElsewhere(account.dialled(user));
                    return ask(call, new ConnectionSignal.SentAway());
                }));
    }

    @Override
    public Outcome transfer(CallId call, String destination) {
        return to(destination, user -> with(call, c -> Moves.transfer(connected.session(), c, user)));
    }

    @Override
    public Outcome connect(CallId call, CallId consulted) {
        return with(call, c -> with(consulted, other -> Moves.connect(connected.session(), c, other)));
    }

    @Override
    public Outcome decide(CallId call, boolean go) {
        return with(call, c -> c.decide(go));
    }

    @Override
    public Outcome confer(CallId one, CallId other) {
        return with(one, c -> with(other, o -> calls.conference().begin(c, o)));
    }

    @Override
    public Outcome part(CallId call) {
        return with(call, c -> calls.conference().part(c));
    }

    /** Asks for what makes this the call that the agent talks on. */
    private Outcome turning(CallId call, ConnectionSignal signal) {
        Outcome outcome = ask(call, signal);
        if (outcome instanceof Outcome.Accepted) calls.turnTo(calls.find(call));
        return outcome;
    }

    private Outcome to(String destination, Function<String, Outcome> deed) {
        if (connected == null) return new Outcome.Unreachable("the line is not registered");
        return Destination.user(destination)
                .map(deed)
                .orElseGet(() -> new Outcome.Rejected("neither an extension nor a number"));
    }

    private Outcome ask(CallId call, ConnectionSignal signal) {
        return with(call, c -> c.ask(signal));
    }

    private Outcome with(CallId call, Function<SipCall, Outcome> deed) {
        return calls.find(call).map(deed).orElseGet(() -> {
            LOG.info("there is no such call any more");
            return new Outcome.Rejected("there is no such call any more");
        });
    }

    @Override
    public List<Call> calls() {
        return calls.snapshots();
    }

    @Override
    public Cancellable onCallEvent(Consumer<CallEvent> listener) {
        return calls.onEvent(listener);
    }
}
