package amends.simulation;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.sip.SessionDescription;
import amends.sip.SipEndpoint;
import amends.sip.SipHandler;
import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exchange that does one thing: it lets one telephone register, and rings it. For measuring a desk alone, without
 * the time that a real exchange takes. Nobody is ever talked to. Any thread.
 */
public final class RingingExchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RingingExchange.class);
    private static final String USER = "exchange";
    private static final int DISCARD_PORT = 9;

    private final PlatformLoop loop = new PlatformLoop("ringing-exchange");
    private final Timekeeper time;
    private final SipEndpoint endpoint;
    private final CompletableFuture<SipURI> telephone = new CompletableFuture<>();
    private final Map<String, Ringing> ringing = new ConcurrentHashMap<>();

    /** On the loopback, on any free port. */
    public RingingExchange(Timekeeper time) throws IOException {
        this.time = time;
        endpoint = SipEndpoint.open(InetAddress.getLoopbackAddress(), 0, Optional.empty(), Transport.UDP, loop);
        endpoint.start(new Hearing());
    }

    public int port() {
        return endpoint.port();
    }

    /** One call that rings at the telephone. */
    public final class Ringing {
        private final ClientTransaction invite;
        private final CompletableFuture<Void> rings = new CompletableFuture<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final String callId;
        private final long sentAt;

        private Ringing(ClientTransaction invite, String callId) {
            this.invite = invite;
            this.callId = callId;
            sentAt = time.nanos();
        }

        /** The telephone has the same. */
        public String callId() {
            return callId;
        }

        /** The monotonic moment just before the INVITE went out. */
        public long sentAt() {
            return sentAt;
        }

        /** Waits until the telephone says that it rings. */
        public void awaitRinging() throws Exception {
            rings.get(5, TimeUnit.SECONDS);
        }

        private void hears(int status, String reason) {
            if (status >= 300)
                rings.completeExceptionally(new IOException("the telephone refuses: " + status + " " + reason));
            if (status >= 200) ended.complete(null);
            else if (status > Response.TRYING) rings.complete(null);
        }

        /** The caller hangs up; waits until the telephone has ended the call. */
        public void hangUp() throws Exception {
            awaitRinging();
            endpoint.send(endpoint.transaction(invite.createCancel()));
            ended.get(5, TimeUnit.SECONDS);
            ringing.remove(callId);
        }
    }

    /**
     * Calls the telephone; waits for its registration only.
     *
     * @param number E.164, as the caller is shown
     * @param name as the network shows it; empty where it shows none
     */
    public Ringing ring(String number, String name) throws Exception {
        SipURI target = telephone.get(15, TimeUnit.SECONDS);
        SipMessages m = endpoint.messages();
        CallIdHeader id = m.newCallId();
        SipURI own = m.uri(number, endpoint.address().getHostAddress(), endpoint.port());
        Request request =
                m.request(Request.INVITE, target, m.address(name, own), m.address("", target), id, 1, Transport.UDP);
        request.setHeader(m.contact(USER, Transport.UDP));
        m.describe(request, offer());
        var call = new Ringing(endpoint.transaction(request), id.getCallId());
        ringing.put(call.callId, call);
        endpoint.send(call.invite);
        return call;
    }

    private SessionDescription offer() {
        var nowhere = new InetSocketAddress(endpoint.address(), DISCARD_PORT);
        return SessionDescription.of(
                new MediaTerms(nowhere, java.util.List.of(Codec.PCMA), MediaDirection.SENDRECV), 1, 1);
    }

    private final class Hearing implements SipHandler {
        @Override
        public void onRequest(RequestEvent event, ServerTransaction transaction) {
            if (transaction == null) return;
            Request request = event.getRequest();
            Response ok = endpoint.messages().response(Response.OK, request);
            if (request.getMethod().equals(Request.REGISTER)) register(request, ok);
            endpoint.respond(transaction, ok);
        }

        private void register(Request request, Response ok) {
            var contact = (ContactHeader) request.getHeader(ContactHeader.NAME);
            if (contact == null) return;
            ok.setHeader(contact);
            var expires = (ExpiresHeader) request.getHeader(ExpiresHeader.NAME);
            if (expires != null) ok.setHeader(expires);
            if (contact.getAddress().getURI() instanceof SipURI uri) telephone.complete(uri);
        }

        @Override
        public void onResponse(ResponseEvent event) {
            Response response = event.getResponse();
            Ringing call = ringing.get(callId(response));
            boolean toInvite = ((CSeqHeader) response.getHeader(CSeqHeader.NAME))
                    .getMethod()
                    .equals(Request.INVITE);
            if (call == null || !toInvite) return;
            call.hears(response.getStatusCode(), response.getReasonPhrase());
        }

        @Override
        public void onTimeout(ClientTransaction transaction) {
            Optional.ofNullable(ringing.get(callId(transaction.getRequest()))).ifPresent(call -> {
                LOG.warn("{}: nobody answers", call.callId);
                call.rings.completeExceptionally(new IOException("the telephone does not answer"));
                call.ended.completeExceptionally(new IOException("the telephone does not answer"));
            });
        }

        private static String callId(Message message) {
            return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
        }
    }

    @Override
    public void close() {
        endpoint.close();
        loop.close();
    }
}
