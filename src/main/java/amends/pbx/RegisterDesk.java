package amends.pbx;

import amends.sip.DigestGuard;
import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers REGISTER (RFC 3261 §10.3). Who binds must prove to be whom the binding is for. */
final class RegisterDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterDesk.class);
    private final SipMessages messages;
    private final Registrar registrar;
    private final DigestGuard guard;
    private final DialPlan plan;
    private final Consumer<Extension> changed;

    /** @param changed told an extension whose bindings may be others than before */
    RegisterDesk(
            SipMessages messages, Registrar registrar, DigestGuard guard, DialPlan plan, Consumer<Extension> changed) {
        this.messages = messages;
        this.registrar = registrar;
        this.guard = guard;
        this.plan = plan;
        this.changed = changed;
    }

    Response answer(RequestEvent event) {
        Request request = event.getRequest();
        var verdict = guard.verify(request, user -> plan.extension(user).map(Extension::password));
        return switch (verdict) {
            case DigestGuard.Verdict.Challenge(boolean stale) -> {
                Response response = messages.response(Response.UNAUTHORIZED, request);
                response.setHeader(guard.challenge(messages.headers(), stale, false));
                yield response;
            }
            case DigestGuard.Verdict.Refused _ -> {
                LOG.info("a REGISTER with wrong credentials from {}", SipEndpoint.source(event));
                yield messages.response(Response.FORBIDDEN, request);
            }
            case DigestGuard.Verdict.Granted(String user) -> granted(event, user);
        };
    }

    private Response granted(RequestEvent event, String user) {
        Request request = event.getRequest();
        var to = (ToHeader) request.getHeader(ToHeader.NAME);
        Extension extension = plan.extension(user).orElseThrow();
        if (!SipText.userOf(to.getAddress().getURI()).equalsIgnoreCase(extension.name())) {
            LOG.info("extension {} wanted to bind another's address", extension.name());
            return messages.response(Response.FORBIDDEN, request);
        }
        Optional<List<Registrar.Wish>> wishes = wishes(request, extension);
        if (wishes.isEmpty()) return messages.response(Response.BAD_REQUEST, request);
        return bound(event, extension, wishes.get());
    }

    private Response bound(RequestEvent event, Extension extension, List<Registrar.Wish> wishes) {
        Request request = event.getRequest();
        var from = new Registrar.Request(
                SipText.transport(request).token(),
                SipEndpoint.source(event),
                ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId(),
                ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber());
        return switch (registrar.register(extension.name(), wishes, from)) {
            case Registrar.Outcome.Kept(List<Registrar.Binding> bindings) -> {
                changed.accept(extension);
                yield listing(request, bindings);
            }
            case Registrar.Outcome.TooBrief(int shortest) -> tooBrief(request, shortest);
            case Registrar.Outcome.OutOfOrder _ -> messages.response(Response.SERVER_INTERNAL_ERROR, request);
            case Registrar.Outcome.TooMany _ -> messages.response(Response.FORBIDDEN, request);
        };
    }

    private Response tooBrief(Request request, int shortest) {
        try {
            Response response = messages.response(Response.INTERVAL_TOO_BRIEF, request);
            response.setHeader(messages.headers().createMinExpiresHeader(shortest));
            return response;
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response listing(Request request, List<Registrar.Binding> bindings) {
        Response response = messages.response(Response.OK, request);
        for (var binding : bindings) {
            try {
                var contact = (ContactHeader) messages.headers()
                        .createHeader(
                                ContactHeader.NAME,
                                "<" + binding.contact() + ">;expires=" + registrar.secondsLeft(binding));
                response.addLast(contact);
            } catch (ParseException | javax.sip.SipException e) {
                LOG.debug("a contact cannot be listed", e);
            }
        }
        return response;
    }

    /** Empty when the contacts make no sense. No wish at all is a question for what there is. */
    private Optional<List<Registrar.Wish>> wishes(Request request, Extension extension) {
        ExpiresHeader expires = request.getExpires();
        int usual = expires == null ? Registrar.LONGEST : expires.getExpires();
        var wishes = new ArrayList<Registrar.Wish>();
        for (ListIterator<?> i = request.getHeaders(ContactHeader.NAME); i.hasNext(); ) {
            var contact = (ContactHeader) i.next();
            if (contact.isWildCard()) {
                if (usual != 0 || i.hasNext() || !wishes.isEmpty()) return Optional.empty();
                registrar.forget(extension.name());
                return Optional.of(List.of());
            }
            if (!(contact.getAddress().getURI() instanceof SipURI uri) || uri.isSecure()) return Optional.empty();
            int seconds = contact.getExpires() >= 0 ? contact.getExpires() : usual;
            wishes.add(new Registrar.Wish(uri.toString(), seconds));
        }
        return Optional.of(wishes);
    }
}
