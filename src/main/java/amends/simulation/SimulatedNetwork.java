package amends.simulation;

import amends.kernel.Loop;
import amends.kernel.PhoneNumber;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.sip.SipEndpoint;
import amends.sip.SipHandler;
import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.ClearCause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public network: customers call from here, and here the PBX's trunk finds them. One SIP port, one RTP port a
 * call, all freed by {@link #close}. Any thread.
 */
public final class SimulatedNetwork implements AutoCloseable {
    static final String USER = "network";
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedNetwork.class);
    /** Calls at a time; a loop between PBX and network must not eat the machine. */
    private static final int MOST_CALLS = 200;

    /** Someone who answers when called. */
    record Reachable(Persona persona, CallPlan plan, Duration ringing, Supplier<CallSteps> steps) {}

    private final PlatformLoop loop = new PlatformLoop("simulation");
    private final Map<String, SimulatedCall> calls = new ConcurrentHashMap<>();
    private final List<Reachable> reachable = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();
    private final SipEndpoint endpoint;
    private final VoicePacer pacer;
    private final G711 coding;
    private volatile boolean closing;

    /**
     * Opens the network.
     *
     * @param address where it listens, as the PBX sees it
     * @param port 0 for any that is free
     * @param coding what customers prefer to speak in
     * @throws IOException when the port is taken
     */
    public SimulatedNetwork(InetAddress address, int port, G711 coding, Timekeeper clock) throws IOException {
        this.coding = coding;
        try {
            endpoint = SipEndpoint.open(address, port, Optional.empty(), Transport.UDP, loop);
        } catch (IOException e) {
            loop.close();
            throw e;
        }
        pacer = new VoicePacer(clock);
        endpoint.start(new Dispatch());
    }

    /** On the loopback, any free port, A-law. */
    public SimulatedNetwork(Timekeeper clock) throws IOException {
        this(InetAddress.getLoopbackAddress(), 0, G711.A_LAW, clock);
    }

    /** What the PBX's trunk is to be pointed at. */
    public InetSocketAddress address() {
        return new InetSocketAddress(endpoint.address(), endpoint.port());
    }

    /**
     * Lets a customer answer when the PBX calls their number.
     *
     * @param ringing how long it rings first
     * @param steps made anew for each call
     */
    public void answer(Persona persona, CallPlan plan, Duration ringing, Supplier<CallSteps> steps) {
        reachable.removeIf(r -> r.persona().number().equals(persona.number()));
        reachable.add(new Reachable(persona, plan, ringing, steps));
    }

    SimulatedCall call(InetSocketAddress pbx, String destination, Persona persona, CallPlan plan, CallSteps steps)
            throws IOException {
        if (closing || calls.size() >= MOST_CALLS) throw new IOException("the simulated network is closed or full");
        var call = new CustomersCall(
                this,
                pbx,
                destination,
                persona,
                plan,
                steps,
                endpoint.messages().newCallId());
        calls.put(call.callId, call);
        loop.execute(call::begin);
        return call;
    }

    Loop loop() {
        return loop;
    }

    VoicePacer pacer() {
        return pacer;
    }

    SipEndpoint endpoint() {
        return endpoint;
    }

    SipMessages messages() {
        return endpoint.messages();
    }

    G711 coding() {
        return coding;
    }

    void forget(SimulatedCall call) {
        pacer.remove(call.voice);
        calls.remove(call.callId, call);
        if (closing && calls.isEmpty()) quiet.complete(null);
    }

    /** Calls that are going on. */
    public int ongoing() {
        return calls.size();
    }

    /** Hangs up what is going on and frees the ports. */
    @Override
    public void close() {
        loop.execute(() -> {
            closing = true;
            List.copyOf(calls.values()).forEach(SimulatedCall::hangUpNow);
            if (calls.isEmpty()) quiet.complete(null);
        });
        try {
            quiet.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("some simulated calls did not end: {}", calls.keySet());
        }
        endpoint.close();
        loop.execute(() -> List.copyOf(calls.values()).forEach(call -> call.finish(ClearCause.LOCAL_HANGUP)));
        loop.close();
        pacer.close();
    }

    private static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    private Optional<SimulatedCall> callOf(Message message) {
        return Optional.ofNullable(calls.get(callId(message)));
    }

    private final class Dispatch implements SipHandler {
        @Override
        public void onRequest(RequestEvent event, ServerTransaction transaction) {
            Request request = event.getRequest();
            var call = callOf(request);
            if (call.isPresent()) call.get().onRequest(event, transaction);
            else if (transaction == null) LOG.debug("an ACK for no call");
            else if (isNewCall(request)) ring(request, transaction);
            else stranger(request, transaction);
        }

        private void stranger(Request request, ServerTransaction transaction) {
            boolean probe = request.getMethod().equals(Request.OPTIONS);
            int status = probe ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
            endpoint.respond(transaction, endpoint.messages().response(status, request));
        }

        private static boolean isNewCall(Request request) {
            return request.getMethod().equals(Request.INVITE)
                    && ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() == null;
        }

        private void ring(Request request, ServerTransaction transaction) {
            var called = find(request);
            if (called.isEmpty() || closing || calls.size() >= MOST_CALLS) {
                int status = called.isEmpty() ? Response.NOT_FOUND : Response.SERVICE_UNAVAILABLE;
                endpoint.respond(transaction, endpoint.messages().response(status, request));
                return;
            }
            try {
                var call = new CallToCustomer(SimulatedNetwork.this, called.get(), transaction, request);
                calls.put(call.callId, call);
                call.begin();
            } catch (IOException e) {
                LOG.warn("{}: no port for a simulated voice: {}", callId(request), e.getMessage());
                endpoint.respond(transaction, endpoint.messages().response(Response.SERVICE_UNAVAILABLE, request));
            }
        }

        private Optional<Reachable> find(Request request) {
            if (!(request.getRequestURI() instanceof SipURI uri) || uri.getUser() == null) return Optional.empty();
            var dialled = PhoneNumber.parse(uri.getUser(), "CN").map(PhoneNumber::e164);
            return reachable.stream()
                    .filter(r -> dialled.equals(Optional.of(r.persona().number())))
                    .findFirst();
        }

        @Override
        public void onResponse(ResponseEvent event) {
            callOf(event.getResponse()).ifPresent(call -> call.onResponse(event));
        }

        @Override
        public void onTimeout(ClientTransaction transaction) {
            callOf(transaction.getRequest()).ifPresent(call -> call.onTimeout(transaction));
        }

        @Override
        public void onAckMissing(Dialog dialog) {
            Optional.ofNullable(calls.get(dialog.getCallId().getCallId())).ifPresent(SimulatedCall::hangUpNow);
        }
    }
}
