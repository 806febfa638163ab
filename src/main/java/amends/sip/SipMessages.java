package amends.sip;

import amends.kernel.PlainText;
import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Makes the messages of one endpoint, with the headers that all of ours carry. Any thread. */
public final class SipMessages {
    private static final int MISCELLANEOUS = 399;
    public static final String USER_AGENT = "Amends/0.1";
    private static final String ALLOWED = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, REFER, NOTIFY, INFO, MESSAGE";
    /** Extensions that a telephone of ours understands when a request requires them. */
    public static final List<String> UNDERSTOOD = List.of("timer", "replaces", "100rel", "norefersub");

    private static final int MAX_FORWARDS = 70;
    /** How long what is told of a REFER may take. */
    private static final int REFER_SECONDS = 180;

    /** Characters of a display name that are kept: what a list shows, and far from what fills a datagram. */
    private static final int MOST_NAME = 80;

    private final SecureRandom random = new SecureRandom();
    private final AddressFactory addresses = new AddressFactoryImpl();
    private final HeaderFactory headers = new HeaderFactoryImpl();
    private final MessageFactory messages = new MessageFactoryImpl();
    private volatile String host;
    private volatile Optional<InetSocketAddress> seen = Optional.empty();
    private final int port;
    private final SipProvider provider;

    SipMessages(String host, int port, SipProvider provider) {
        this.host = host;
        this.port = port;
        this.provider = provider;
    }

    InetAddress address() {
        return InetAddress.ofLiteral(host);
    }

    int port() {
        return port;
    }

    void moved(InetAddress now) {
        host = now.getHostAddress();
        seen = Optional.empty();
    }

    String hostPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** The far side of a translator of addresses sees us there: Contact says so from now on. @return whether it is new */
    public boolean seenAt(InetSocketAddress there) {
        boolean fresh = !reached().equals(there);
        if (fresh) seen = Optional.of(there);
        return fresh;
    }

    /** Where Contact says that we are. */
    public InetSocketAddress reached() {
        return seen.orElseGet(() -> new InetSocketAddress(InetAddress.ofLiteral(host), port));
    }

    public HeaderFactory headers() {
        return headers;
    }

    /** @throws ParseException when the user or host holds what a URI cannot */
    public SipURI uri(String user, String host, int port) throws ParseException {
        SipURI uri =
                addresses.createSipURI(user, host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
        if (port > 0) uri.setPort(port);
        return uri;
    }

    /** @param displayName any text, hostile text too; made one line, escaped and cut here; empty for none */
    public Address address(String displayName, SipURI uri) throws ParseException {
        Address address = addresses.createAddress(uri);
        String line = PlainText.line(displayName, MOST_NAME);
        // The stack puts the quotes but does not escape what stands between them (RFC 3261 §25.1, quoted-string).
        if (!line.isEmpty()) address.setDisplayName(line.replace("\\", "\\\\").replace("\"", "\\\""));
        return address;
    }

    /** The display name as its owner meant it: one line, unescaped, possibly empty, never null. */
    public static String displayName(Address address) {
        String written = address.getDisplayName();
        if (written == null) return "";
        String bare = written.strip();
        if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\""))
            bare = bare.substring(1, bare.length() - 1);
        return PlainText.line(bare.replaceAll("\\\\(.)", "$1"), MOST_NAME);
    }

    /** Fresh random text for tags, client nonces and the like: 64 bits in hexadecimal. */
    public String token() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public CallIdHeader newCallId() {
        return provider.getNewCallId();
    }

    /** A request outside dialogs, From tagged freshly. */
    public Request request(
            String method, SipURI target, Address from, Address to, CallIdHeader call, long sequence, Transport over)
            throws SipException {
        try {
            var via = new ArrayList<ViaHeader>();
            ViaHeader ours = headers.createViaHeader(host, port, over.token(), null);
            ours.setRPort();
            via.add(ours);
            Request request = messages.createRequest(
                    target,
                    method,
                    call,
                    headers.createCSeqHeader(sequence, method),
                    headers.createFromHeader(from, token()),
                    headers.createToHeader(to, null),
                    via,
                    headers.createMaxForwardsHeader(MAX_FORWARDS));
            dress(request);
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("the " + method + " cannot be written", e);
        }
    }

    /** A response whose To tag, where the request had none, is the given one: all of a dialog's share it. */
    public Response response(int status, Request request, String tag) {
        Response response = response(status, request);
        if (status == Response.TRYING) return response;
        try {
            if (((ToHeader) request.getHeader(ToHeader.NAME)).getTag() == null)
                ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag);
            return response;
        } catch (ParseException e) {
            throw new IllegalStateException("a tag of our own making", e);
        }
    }

    /** A response; from 101 on it has a To tag, and one that begins a dialog needs {@link #contact}. */
    public Response response(int status, Request request) {
        try {
            Response response = messages.createResponse(status, request);
            var to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (status > Response.TRYING && to.getTag() == null) to.setTag(token());
            dress(response);
            return response;
        } catch (ParseException e) {
            throw new IllegalStateException("status " + status + " cannot be written", e);
        }
    }

    /** This endpoint's address for the far end to send to. */
    public ContactHeader contact(String user, Transport over) {
        try {
            SipURI uri =
                    uri(user, reached().getAddress().getHostAddress(), reached().getPort());
            if (over != Transport.UDP) uri.setTransportParam(over.token());
            return headers.createContactHeader(addresses.createAddress(uri));
        } catch (ParseException e) {
            throw new IllegalStateException("our own address cannot be written", e);
        }
    }

    /** Makes a NOTIFY tell how far a referred call is (RFC 3515 §2.4.4). @param status from 200 on the last */
    public void tellOfRefer(Request notify, int status) {
        try {
            boolean last = status >= 200;
            notify.setHeader(headers.createEventHeader("refer"));
            var state = headers.createSubscriptionStateHeader(
                    last ? SubscriptionStateHeader.TERMINATED : SubscriptionStateHeader.ACTIVE);
            if (last) state.setReasonCode(SubscriptionStateHeader.NO_RESOURCE);
            else state.setExpires(REFER_SECONDS);
            notify.setHeader(state);
            byte[] line = ("SIP/2.0 " + status + " " + SIPResponse.getReasonPhrase(status) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            notify.setContent(line, headers.createContentTypeHeader("message", "sipfrag"));
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException("status " + status + " cannot be told", e);
        }
    }

    /** Says that text is read and nothing else. */
    public void acceptText(Response response) {
        try {
            response.setHeader(headers.createAcceptHeader("text", "plain"));
        } catch (ParseException e) {
            throw new IllegalStateException("our own types cannot be written", e);
        }
    }

    /** Says which extensions we understand: on what begins or refreshes a call. */
    public void support(Message message) {
        try {
            message.setHeader(headers.createSupportedHeader(String.join(", ", UNDERSTOOD)));
        } catch (ParseException e) {
            throw new IllegalStateException("our own extensions cannot be written", e);
        }
    }

    /** Another address for the far end to call: of a user of that domain. */
    public ContactHeader contactAt(String user, String domain) throws ParseException {
        return headers.createContactHeader(addresses.createAddress(uri(user, domain, -1)));
    }

    /** Puts a session description into the message. */
    public void describe(Message message, SessionDescription session) {
        try {
            message.setContent(session.bytes(), headers.createContentTypeHeader("application", "sdp"));
        } catch (ParseException e) {
            throw new IllegalStateException("our own description cannot be written", e);
        }
    }

    /** Says in words why a response is as it is (RFC 3261 §20.43). @param reason plain ASCII, for people */
    public void warn(Response response, String reason) {
        try {
            response.addHeader(headers.createWarningHeader("amends", MISCELLANEOUS, reason));
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException("our own warning cannot be written", e);
        }
    }

    /** What was sent with the message as it came, empty when nothing was. */
    public static byte[] body(Message message) {
        byte[] raw = message.getRawContent();
        return raw == null ? new byte[0] : raw;
    }

    /** User-Agent or Server, and Allow, on a message of ours. */
    public void dress(Message message) {
        try {
            message.setHeader(
                    message instanceof Request
                            ? headers.createUserAgentHeader(List.of(USER_AGENT))
                            : headers.createServerHeader(List.of(USER_AGENT)));
            message.removeHeader("Allow");
            message.addHeader(headers.createAllowHeader(ALLOWED));
        } catch (ParseException e) {
            throw new IllegalStateException("our own headers cannot be written", e);
        }
    }
}
