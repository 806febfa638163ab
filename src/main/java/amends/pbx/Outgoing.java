package amends.pbx;

import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.Codec;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the exchange begins: the INVITEs of legs, and messages that it passes on. Belongs to its loop. */
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final PbxConfig config;
    private final Registrar registrar;

    Outgoing(SipEndpoint endpoint, PbxConfig config, Registrar registrar) {
        this.endpoint = endpoint;
        this.messages = endpoint.messages();
        this.config = config;
        this.registrar = registrar;
    }

    /** Where somebody is. */
    private record Way(SipURI target, Transport over) {}

    Optional<SipLeg> toExtension(
            Extension extension, Identity from, List<Codec> codecs, Supplier<Optional<LegMedia>> media) {
        return way(extension)
                .flatMap(way -> begin(way.target(), way.over(), extension.name(), from, false, codecs, media));
    }

    private Optional<Way> way(Extension extension) {
        return registrar.newest(extension.name()).flatMap(binding -> {
            try {
                var contact = (ContactHeader)
                        messages.headers().createHeader(ContactHeader.NAME, "<" + binding.contact() + ">");
                String user = SipText.userOf(contact.getAddress().getURI());
                var over = binding.transport().equalsIgnoreCase("tcp") ? Transport.TCP : Transport.UDP;
                return Optional.of(
                        new Way(uri(user.isEmpty() ? extension.name() : user, binding.source(), over), over));
            } catch (ParseException e) {
                LOG.warn("extension {} has an unusable contact", extension.name(), e);
                return Optional.empty();
            }
        });
    }

    /** A MESSAGE to the extension's telephone, not yet sent. Empty when it has none. It names no Contact (RFC 3428 §4). */
    Optional<Request> message(Extension to, Extension from) {
        return way(to).flatMap(way -> {
            try {
                var sender = new Identity(from.name(), from.displayName());
                Request message = request(Request.MESSAGE, way.target(), way.over(), to.name(), sender, false);
                message.removeHeader(ContactHeader.NAME);
                return Optional.of(message);
            } catch (SipException | ParseException e) {
                LOG.warn("a message to {} cannot be written: {}", to.name(), e.getMessage());
                return Optional.empty();
            }
        });
    }

    Optional<SipLeg> toOutside(
            String number, Identity from, boolean withheld, List<Codec> codecs, Supplier<Optional<LegMedia>> media) {
        return config.trunk().peer().flatMap(peer -> {
            try {
                return begin(uri(number, peer, Transport.UDP), Transport.UDP, number, from, withheld, codecs, media);
            } catch (ParseException e) {
                LOG.warn("an outside number cannot be written", e);
                return Optional.empty();
            }
        });
    }

    private SipURI uri(String user, InetSocketAddress where, Transport over) throws ParseException {
        SipURI uri = messages.uri(user, where.getAddress().getHostAddress(), where.getPort());
        if (over != Transport.UDP) uri.setTransportParam(over.token());
        return uri;
    }

    private Optional<SipLeg> begin(
            SipURI target,
            Transport over,
            String called,
            Identity from,
            boolean withheld,
            List<Codec> codecs,
            Supplier<Optional<LegMedia>> media) {
        Optional<LegMedia> port = media.get();
        if (port.isEmpty()) return Optional.empty();
        try {
            Request invite = request(Request.INVITE, target, over, called, from, withheld);
            messages.describe(invite, port.get().offer(codecs));
            ClientTransaction transaction = endpoint.transaction(invite);
            return Optional.of(SipLeg.outgoing(endpoint, transaction, port.get()));
        } catch (SipException | ParseException e) {
            LOG.warn("{} cannot be called: {}", called, e.getMessage());
            port.get().port().close();
            return Optional.empty();
        }
    }

    /** The caller's number and name stand in From, and in P-Asserted-Identity because we answer for them; a withheld one only there (RFC 3325 §9.3). */
    private Request request(
            String method, SipURI target, Transport over, String called, Identity from, boolean withheld)
            throws SipException, ParseException {
        String host = endpoint.address().getHostAddress();
        String user = SipText.writableUser(from);
        String name = SipText.writableName(from);
        var shown = withheld
                ? messages.address("Anonymous", messages.uri("anonymous", "anonymous.invalid", 0))
                : messages.address(name, messages.uri(user, host, 0));
        Request request = messages.request(
                method,
                target,
                shown,
                messages.address("", messages.uri(called, host, 0)),
                messages.newCallId(),
                1,
                over);
        request.setHeader(messages.contact(withheld ? "anonymous" : user, over));
        if (withheld) request.addHeader(messages.headers().createHeader("Privacy", "id"));
        if (!from.number().isEmpty())
            request.addHeader(messages.headers()
                    .createHeader(
                            "P-Asserted-Identity",
                            messages.address(name, messages.uri(user, host, 0)).toString()));
        return request;
    }
}
