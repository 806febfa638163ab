package amends.sip;

import gov.nist.javax.sip.stack.DefaultRouter;
import java.util.List;
import java.util.ListIterator;
import java.util.regex.Pattern;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;

/**
 * Finds where a request goes without ever asking the DNS, which hostile text could use to stall the sender: requests
 * outside dialogs go to the outbound proxy where there is one; requests inside go to the route or contact that the
 * dialog learned when that is an IP literal, else to the outbound proxy too. Over TLS everything goes to the proxy, for a
 * dialog might have learned a way without. Made by the stack, by name.
 */
public final class LiteralRouter implements Router {
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");
    private final Hop proxy;
    private final DefaultRouter direct;

    /** @param proxy {@code literal:port/transport}, or null for an endpoint that sends wherever a URI says */
    public LiteralRouter(SipStack stack, String proxy) {
        this.proxy = proxy == null ? null : new DefaultRouter(stack, proxy).getOutboundProxy();
        direct = new DefaultRouter(stack, null);
    }

    @Override
    public Hop getOutboundProxy() {
        return proxy;
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        boolean inDialog = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null;
        if (proxy != null && (!inDialog || proxy.getTransport().equalsIgnoreCase("tls"))) return proxy;
        Hop hop = request.getRequestURI().isSipURI() ? direct.getNextHop(request) : null;
        if (hop != null && LITERAL.matcher(hop.getHost()).matches()) return hop;
        if (proxy != null) return proxy;
        throw new SipException("no IP address to send the " + request.getMethod() + " to");
    }

    /** @deprecated as in the interface: the stack asks {@link #getNextHop}. */
    @Deprecated
    @Override
    public ListIterator<Hop> getNextHops(Request request) {
        return List.<Hop>of().listIterator();
    }
}
