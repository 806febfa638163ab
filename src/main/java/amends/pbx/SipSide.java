package amends.pbx;

import amends.sip.Admission;
import amends.sip.DigestAlgorithm;
import amends.sip.DigestGuard;
import amends.sip.MalformedSdp;
import amends.sip.SessionDescription;
import amends.sip.SipEndpoint;
import amends.sip.SipHandler;
import amends.sip.SipMessages;
import amends.telephony.Codec;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exchange's SIP port: who calls, and which leg a message is for. Belongs to the exchange's loop. */
final class SipSide implements SipHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SipSide.class);
    private static final Duration NONCE_LIFE = Duration.ofMinutes(5);

    /** What a telephone answers that knows nothing of the call (any more). */
    private static final Set<Integer> GONE =
            Set.of(Response.REQUEST_TIMEOUT, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);

    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final Exchange exchange;
    private final MediaRelay relay;
    private final DigestGuard guard;
    private final CallerCheck check;
    private final RegisterDesk desk;
    private final Outgoing outgoing;
    private final LampDesk lamps;
    private final TextRelay texts;
    /** Calls that came in and may still be cancelled, by {@link #key}. */
    private final Map<String, SipLeg> incoming = new HashMap<>();

    private long sessions;

    SipSide(SipEndpoint endpoint, PbxConfig config, Exchange exchange, Registrar registrar, MediaRelay relay) {
        this.endpoint = endpoint;
        this.messages = endpoint.messages();
        this.exchange = exchange;
        this.relay = relay;
        this.guard = new DigestGuard(config.systemName(), DigestAlgorithm.MD5, exchange.time(), NONCE_LIFE);
        this.check = new CallerCheck(config, exchange.plan(), guard);
        this.desk = new RegisterDesk(
                messages,
                registrar,
                guard,
                exchange.plan(),
                e -> exchange.devices().refresh(exchange.devices().deviceOf(e)));
        this.lamps = new LampDesk(endpoint, exchange, guard);
        this.outgoing = new Outgoing(endpoint, config, registrar);
        this.texts = new TextRelay(endpoint, exchange.plan(), registrar, check, guard, outgoing);
    }

    @Override
    public void onRequest(RequestEvent event, ServerTransaction transaction) {
        Request request = event.getRequest();
        SipLeg leg = legOf(event.getDialog());
        String method = request.getMethod();
        if (method.equals(Request.CANCEL)) cancelled(request, transaction);
        else if (leg != null) leg.onRequest(request, transaction);
        else if (transaction != null) begun(event, transaction, method);
    }

    private void begun(RequestEvent event, ServerTransaction transaction, String method) {
        Request request = event.getRequest();
        Optional<Response> refusal = Admission.refusal(request, messages, Set.of());
        if (refusal.isEmpty() && method.equals(Request.INVITE)) refusal = Admission.inviteRefusal(request, messages);
        if (refusal.isPresent()) {
            endpoint.respond(transaction, refusal.get());
            return;
        }
        switch (method) {
            case Request.INVITE -> invited(event, transaction);
            case Request.REGISTER -> endpoint.respond(transaction, desk.answer(event));
            case Request.MESSAGE -> texts.told(event, transaction);
            case Request.SUBSCRIBE -> lamps.subscribed(request, transaction);
            case Request.OPTIONS -> asked(event, transaction);
            case Request.BYE, Request.UPDATE, Request.NOTIFY, Request.PRACK ->
                respond(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request);
            default -> respond(transaction, Response.METHOD_NOT_ALLOWED, request);
        }
    }

    /** Of a call that is not known here it is said so: it is over, or was before a restart. */
    private void asked(RequestEvent event, ServerTransaction transaction) {
        boolean inside = ((ToHeader) event.getRequest().getHeader(ToHeader.NAME)).getTag() != null;
        boolean known = !inside || event.getDialog() != null;
        respond(transaction, known ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, event.getRequest());
    }

    private void invited(RequestEvent event, ServerTransaction transaction) {
        Request request = event.getRequest();
        InetSocketAddress source = SipEndpoint.source(event);
        switch (check.of(request, source)) {
            case CallerCheck.Verdict.Unproven(boolean stale) -> {
                Response challenge = messages.response(Response.PROXY_AUTHENTICATION_REQUIRED, request);
                challenge.setHeader(guard.challenge(messages.headers(), stale, true));
                endpoint.respond(transaction, challenge);
            }
            case CallerCheck.Verdict.Refused _ -> {
                LOG.info("{}: refused, {} is not who it says", callId(request), source);
                respond(transaction, Response.FORBIDDEN, request);
            }
            case CallerCheck.Verdict.Inside(Extension extension) ->
                leg(request, transaction)
                        .ifPresent(leg -> exchange.fromInside(extension, dialled(request), leg, ShownWish.of(request)));
            case CallerCheck.Verdict.Outside(Identity caller) ->
                leg(request, transaction).ifPresent(leg -> exchange.fromOutside(caller, dialled(request), leg));
        }
    }

    private static String dialled(Request request) {
        return new Identity(SipText.userOf(request.getRequestURI()), "").number();
    }

    private Optional<SipLeg> leg(Request request, ServerTransaction transaction) {
        byte[] body = SipMessages.body(request);
        Optional<SessionDescription> offer = Optional.empty();
        try {
            if (body.length > 0) offer = Optional.of(SessionDescription.parse(body));
        } catch (MalformedSdp e) {
            LOG.info("{}: {}", callId(request), e.getMessage());
            respond(transaction, Response.NOT_ACCEPTABLE_HERE, request);
            return Optional.empty();
        }
        if (offer.isPresent() && LegMedia.carried(offer.get(), relay.address()).isEmpty()) {
            LOG.info("{}: no codec in common, or audio that is not to be reached", callId(request));
            respond(transaction, Response.NOT_ACCEPTABLE_HERE, request);
            return Optional.empty();
        }
        Optional<LegMedia> media = media();
        if (media.isEmpty()) {
            respond(transaction, Response.SERVICE_UNAVAILABLE, request);
            return Optional.empty();
        }
        SipLeg leg = SipLeg.incoming(endpoint, transaction, offer, media.get());
        incoming.put(key(request), leg);
        return Optional.of(leg);
    }

    private Optional<LegMedia> media() {
        return relay.open().map(port -> new LegMedia(port, relay.address(), ++sessions));
    }

    private void cancelled(Request cancel, ServerTransaction transaction) {
        SipLeg leg = incoming.get(key(cancel));
        respond(transaction, leg == null ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST : Response.OK, cancel);
        if (leg != null) leg.onCancel();
    }

    private static String key(Request request) {
        return callId(request) + " " + ((FromHeader) request.getHeader(FromHeader.NAME)).getTag();
    }

    private static String callId(Request request) {
        return ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId();
    }

    private void respond(ServerTransaction transaction, int status, Request request) {
        endpoint.respond(transaction, messages.response(status, request));
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        if (TextRelay.answered(event.getClientTransaction(), response)) return;
        String method = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
        SipLeg leg = legOf(event.getClientTransaction(), event.getDialog());
        if (method.equals(Request.OPTIONS) && leg != null && response.getStatusCode() >= 200)
            leg.onProbed(!GONE.contains(response.getStatusCode()));
        if (!method.equals(Request.INVITE)) return;
        if (leg == null) LOG.debug("a {} for no call of ours", response.getStatusCode());
        else leg.onResponse(response);
    }

    @Override
    public void onTimeout(ClientTransaction transaction) {
        if (TextRelay.unanswered(transaction)) return;
        String method = transaction.getRequest().getMethod();
        SipLeg leg = legOf(transaction, transaction.getDialog());
        if (leg != null && method.equals(Request.INVITE)) leg.onTimeout();
        if (leg != null && method.equals(Request.OPTIONS)) leg.onProbed(false);
    }

    @Override
    public void onAckMissing(Dialog dialog) {
        SipLeg leg = legOf(dialog);
        if (leg != null) leg.onAckMissing();
    }

    @Override
    public void onDialogEnded(Dialog dialog) {
        SipLeg leg = legOf(dialog);
        if (leg != null) incoming.values().remove(leg);
    }

    /** Something is different at a telephone: those who watch it are told. */
    void deviceChanged(String device) {
        lamps.deviceChanged(device);
    }

    /** Looks after calls whose caller may be lost; called every 15 s. */
    void sweep() {
        incoming.values()
                .removeAll(List.copyOf(incoming.values()).stream()
                        .filter(SipLeg::sweep)
                        .toList());
    }

    /** Whether a leg that was hung up still owes its BYE. */
    boolean awaitsAck() {
        return incoming.values().stream().anyMatch(SipLeg::awaitsAck);
    }

    private static SipLeg legOf(ClientTransaction transaction, Dialog dialog) {
        if (transaction != null && transaction.getApplicationData() instanceof SipLeg leg) return leg;
        return legOf(dialog);
    }

    private static SipLeg legOf(Dialog dialog) {
        return dialog != null && dialog.getApplicationData() instanceof SipLeg leg ? leg : null;
    }

    /** A leg to the extension's telephone, not yet dialled. Empty when it has none, or no port is free. */
    Optional<SipLeg> toExtension(Extension extension, Identity from, List<Codec> codecs) {
        return outgoing.toExtension(extension, from, codecs, () -> media().map(LegMedia::offeringKeys));
    }

    /** A leg to the public network, not yet dialled. @param withheld whether only the network may know who calls */
    Optional<SipLeg> toOutside(String number, Identity from, boolean withheld, List<Codec> codecs) {
        return outgoing.toOutside(number, from, withheld, codecs, this::media);
    }
}
