package amends.sip;

import amends.kernel.Timekeeper;
import gov.nist.javax.sip.RequestEventExt;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.TransactionUnavailableException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SIP stack on one address, UDP and TCP on the same port. As many as wanted live in one JVM. What comes in is
 * told to the {@link SipHandler} on its executor; what goes out is handed to a thread of this endpoint's own,
 * because connecting and writing to a slow peer blocks. Methods may be called from any thread and do not block,
 * {@link #open} and {@link #close} excepted.
 */
public final class SipEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SipEndpoint.class);
    private final SipStackImpl stack;
    private final SipProvider provider;
    private final SipMessages messages;
    private final Executor loop;
    private final ExecutorService sender;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile SipHandler handler;

    private SipEndpoint(SipStackImpl stack, SipProvider provider, SipMessages messages, Executor loop) {
        this.stack = stack;
        this.provider = provider;
        this.messages = messages;
        this.loop = loop;
        this.sender = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon(true)
                .name("sip-send-" + messages.port())
                .factory());
    }

    /**
     * Binds the ports; nothing is told before {@link #start}.
     *
     * @param address a local address as peers see it; the wildcard would show in Contact and Via
     * @param port 0 for any that is free
     * @param proxy where requests outside dialogs go whatever their URI says; empty to follow the URI
     * @param loop the executor on which the handler is told
     * @throws IOException when a port is taken
     */
    public static SipEndpoint open(
            InetAddress address, int port, Optional<InetSocketAddress> proxy, Transport proxyTransport, Executor loop)
            throws IOException {
        return open(address, port, proxy, proxyTransport, Optional.empty(), loop);
    }

    /** As above, for a proxy that is reached over TLS and nothing else. */
    public static SipEndpoint openTls(InetAddress address, InetSocketAddress proxy, TlsTrust trust, Executor loop)
            throws IOException {
        return open(address, 0, Optional.of(proxy), Transport.TLS, Optional.of(trust), loop);
    }

    private static SipEndpoint open(
            InetAddress address,
            int port,
            Optional<InetSocketAddress> proxy,
            Transport proxyTransport,
            Optional<TlsTrust> trust,
            Executor loop)
            throws IOException {
        IOException last = null;
        for (int attempt = 0; attempt < (port == 0 ? 20 : 1); attempt++) {
            int chosen = port == 0 ? FreePort.on(address) : port;
            try {
                return bind(address, chosen, proxy, proxyTransport, trust, loop);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private static SipEndpoint bind(
            InetAddress address,
            int port,
            Optional<InetSocketAddress> proxy,
            Transport proxyTransport,
            Optional<TlsTrust> trust,
            Executor loop)
            throws IOException {
        String host = address.getHostAddress();
        SipStackImpl stack;
        try {
            stack = new SipStackImpl(StackProperties.of("amends-" + host + "-" + port, proxy, proxyTransport));
        } catch (PeerUnavailableException e) {
            throw new IOException("the SIP stack does not start", e);
        }
        WireLimits limits = proxy.isPresent() ? WireLimits.DESK : WireLimits.EXCHANGE;
        var lost = new AtomicReference<Runnable>(() -> {});
        var gate = new WireGate(limits, proxy.map(InetSocketAddress::getAddress), Timekeeper.system());
        ((WireNetwork) stack.getNetworkLayer())
                .guard(gate, trust, proxy.isPresent(), () -> lost.get().run());
        try {
            SipProvider provider = trust.isPresent() ? secure(stack, host, port) : plain(stack, host, port);
            var endpoint = new SipEndpoint(stack, provider, new SipMessages(host, port, provider), loop);
            lost.set(() -> endpoint.tell(SipHandler::onConnectionLost));
            return endpoint;
        } catch (SipException | InvalidArgumentException e) {
            StackEnd.stop(stack);
            throw new IOException("SIP cannot listen on " + host + " port " + port + ": " + e.getMessage(), e);
        }
    }

    private static SipProvider plain(SipStackImpl stack, String host, int port)
            throws SipException, InvalidArgumentException {
        ListeningPoint udp = stack.createListeningPoint(host, port, ListeningPoint.UDP);
        ListeningPoint tcp = stack.createListeningPoint(host, port, ListeningPoint.TCP);
        SipProvider provider = stack.createSipProvider(udp);
        provider.addListeningPoint(tcp);
        return provider;
    }

    /** No way without TLS: what names another transport is not sent at all. */
    private static SipProvider secure(SipStackImpl stack, String host, int port)
            throws SipException, InvalidArgumentException {
        return stack.createSipProvider(stack.createListeningPoint(host, port, ListeningPoint.TLS));
    }

    /** Why the way to the server does not come about, in one line; empty when nothing is known. */
    public Optional<String> trouble() {
        return network().trouble();
    }

    /** Begins to tell the handler. Once. */
    public void start(SipHandler handler) {
        this.handler = handler;
        try {
            provider.addSipListener(new StackListener(this));
        } catch (java.util.TooManyListenersException e) {
            throw new IllegalStateException("started twice", e);
        }
    }

    /**
     * This machine is reached at another address now: from here on messages say so, and connections from the old one
     * are given up. Only for an endpoint with a proxy, which is bound at every address.
     */
    public void moved(InetAddress now) {
        messages.moved(now);
        for (ListeningPoint point : provider.getListeningPoints()) {
            try {
                point.setSentBy(messages.hostPort());
            } catch (java.text.ParseException e) {
                throw new IllegalStateException("our own address cannot be written", e);
            }
        }
        sending("leaving", null, network()::leave);
    }

    /** Keeps the way from the server open through what stands between. Does not block. */
    public void keepAlive(InetSocketAddress server) {
        sending("a keep-alive", null, () -> {
            try {
                network().keepAlive(server);
            } catch (IOException e) {
                throw new SipException(e.getMessage(), e);
            }
        });
    }

    private WireNetwork network() {
        return (WireNetwork) stack.getNetworkLayer();
    }

    public InetAddress address() {
        return messages.address();
    }

    public int port() {
        return messages.port();
    }

    /** Makes requests and responses of this endpoint. */
    public SipMessages messages() {
        return messages;
    }

    /** Where a request came from on the wire, whatever its headers say. */
    public static InetSocketAddress source(javax.sip.RequestEvent event) {
        var request = (SIPRequest) event.getRequest();
        InetAddress peer = request.getPeerPacketSourceAddress();
        if (peer != null) return new InetSocketAddress(peer, request.getPeerPacketSourcePort());
        var ext = (RequestEventExt) event;
        return new InetSocketAddress(InetAddress.ofLiteral(ext.getRemoteIpAddress()), ext.getRemotePort());
    }

    /** Where a response came from on the wire. */
    public static InetAddress source(Response response) {
        var message = (SIPMessage) response;
        InetAddress peer = message.getPeerPacketSourceAddress();
        return peer != null ? peer : message.getRemoteAddress();
    }

    /**
     * Makes the transaction of a request that begins something; send it by {@link #send(ClientTransaction)}.
     *
     * @throws SipException when there is nowhere to send it to
     */
    public ClientTransaction transaction(Request request) throws SipException {
        return provider.getNewClientTransaction(request);
    }

    /** Sends a request outside dialogs, or one that begins a dialog. Failing is told as a timeout. */
    public void send(ClientTransaction transaction) {
        sending(transaction.getRequest().getMethod(), transaction, transaction::sendRequest);
    }

    /** Sends a request made by {@code dialog.createRequest}. Failing is told as a timeout. */
    public void send(Dialog dialog, ClientTransaction transaction) {
        sending(transaction.getRequest().getMethod(), transaction, () -> dialog.sendRequest(transaction));
    }

    /** As {@link #send(Dialog, ClientTransaction)}, making the transaction too. */
    public ClientTransaction send(Dialog dialog, Request request) throws TransactionUnavailableException {
        ClientTransaction transaction = provider.getNewClientTransaction(request);
        send(dialog, transaction);
        return transaction;
    }

    /** Sends the ACK of a 200 to INVITE. */
    public void ack(Dialog dialog, Request ack) {
        sending(Request.ACK, null, () -> dialog.sendAck(ack));
    }

    /** Sends a response. Failing is logged: the peer asks again, or is gone. */
    public void respond(ServerTransaction transaction, Response response) {
        sending(response.getStatusCode() + "", null, () -> transaction.sendResponse(response));
    }

    /** Answers a request that no transaction can be made of. */
    void refuse(Request request) {
        sending("400", null, () -> provider.sendResponse(messages.response(Response.BAD_REQUEST, request)));
    }

    /** As {@link #respond(ServerTransaction, Response)}. @param sent run on the loop once it is on its way */
    public void respond(ServerTransaction transaction, Response response, Runnable sent) {
        sending(response.getStatusCode() + "", null, () -> {
            transaction.sendResponse(response);
            loop.execute(sent);
        });
    }

    private interface Sending {
        void run() throws SipException, InvalidArgumentException;
    }

    private void sending(String what, ClientTransaction transaction, Sending sending) {
        try {
            sender.execute(() -> sendNow(what, transaction, sending));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed, {} not sent", what);
        }
    }

    private void sendNow(String what, ClientTransaction transaction, Sending sending) {
        try {
            sending.run();
        } catch (SipException | InvalidArgumentException | RuntimeException e) {
            LOG.info("{} could not be sent: {}", what, e.getMessage());
            LOG.debug("its cause", e);
            if (transaction != null) tell(h -> h.onTimeout(transaction));
        }
    }

    void tell(java.util.function.Consumer<SipHandler> news) {
        SipHandler told = handler;
        if (told != null) loop.execute(() -> news.accept(told));
    }

    SipProvider provider() {
        return provider;
    }

    /** Sends what was handed in before (at most two seconds), then frees the ports. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(2, TimeUnit.SECONDS)) sender.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handler = null;
        if (!closed.getAndSet(true)) StackEnd.stop(stack);
    }
}
