package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.PlainText;
import amends.sip.Transport;
import amends.telephony.LineState;
import amends.telephony.LineState.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.MinExpiresHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's binding at the registrar (RFC 3261 §10.2), renewed at half its life. Whatever goes wrong is told and
 * tried again through {@code again}, which first finds out whether the way to the server has changed.
 */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    /** Shorter than the transaction's own 32 s: an agent wants to know sooner that the line is dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** Where there is another server to go to, it is gone to within five seconds. */
    private static final Duration BRIEF = Duration.ofSeconds(3);

    private static final int MOST_LEFT = 4;

    /** Other servers of the account's domain. */
    interface Elsewhere {
        boolean isPossible();

        /** This server does not answer. @return whether another is to be tried at once */
        boolean tries();
    }

    private final Session session;
    private final Backoff backoff;
    private final Consumer<LineState> tell;
    private final Runnable again;
    private final Elsewhere elsewhere;
    private final CallIdHeader call;
    private Duration expiry;
    private long sequence;
    private Exchange exchange;
    private Cancellable patience = () -> {};
    private Cancellable timer = () -> {};
    private boolean bound;
    /** Contacts that the registrar may hold, the one it was told last at the end. */
    private final List<ContactHeader> said = new ArrayList<>();

    Registration(Session session, Backoff backoff, Consumer<LineState> tell, Runnable again, Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.session = session;
        this.backoff = backoff;
        this.tell = tell;
        this.again = again;
        this.expiry = session.account().expiry();
        call = session.messages().newCallId();
    }

    /** As {@link #attempt}, unless it is under way. */
    void attemptUnlessAsked() {
        if (exchange == null) attempt();
    }

    void attempt() {
        timer.cancel();
        begin(expiry, new Exchange.Listener() {
            @Override
            public void answered(Response response, Dialog dialog, boolean proven) {
                if (response.getStatusCode() >= 200) settled(response, proven);
            }

            @Override
            public void silent() {
                unreachable(session.endpoint().trouble().orElse("the server does not answer"));
            }
        });
    }

    /** Takes the binding back. @param done run once the registrar knows, or does not answer */
    void end(Runnable done) {
        timer.cancel();
        if (!bound) {
            stop();
            done.run();
            return;
        }
        begin(Duration.ZERO, new Exchange.Listener() {
            @Override
            public void answered(Response response, Dialog dialog, boolean proven) {
                if (response.getStatusCode() >= 200) silent();
            }

            @Override
            public void silent() {
                stop();
                done.run();
            }
        });
    }

    private void begin(Duration life, Exchange.Listener listener) {
        stop();
        Exchange begun = session.exchange(listener);
        exchange = begun;
        patience = session.loop().after(elsewhere.isPossible() ? BRIEF : PATIENCE, () -> {
            begun.abandon();
            listener.silent();
        });
        try {
            begun.send(register(life));
        } catch (ParseException | SipException | InvalidArgumentException e) {
            LOG.warn("REGISTER cannot be written: {}", e.getMessage());
            listener.silent();
        }
    }

    private void stop() {
        patience.cancel();
        if (exchange == null) return;
        sequence = Math.max(sequence, exchange.request() == null ? 0 : exchange.sequence());
        exchange.abandon();
        exchange = null;
    }

    private Request register(Duration life) throws ParseException, SipException, InvalidArgumentException {
        Account account = session.account();
        var messages = session.messages();
        SipURI registrar = messages.uri(null, account.domain(), -1);
        if (account.transport() != Transport.UDP)
            registrar.setTransportParam(account.transport().token());
        var us = messages.address(account.displayName(), messages.uri(account.user(), account.domain(), -1));
        Request request = messages.request(Request.REGISTER, registrar, us, us, call, ++sequence, account.transport());
        ContactHeader here = session.contact();
        request.addHeader(here);
        for (ContactHeader left : leave(here)) request.addHeader(left);
        request.addHeader(messages.headers().createExpiresHeader((int) life.toSeconds()));
        return request;
    }

    /**
     * Where we said before that we are: taken back in the same breath (RFC 3261 §10.2.2), because a registrar that
     * keeps one binding for each account would refuse the new one otherwise.
     */
    private List<ContactHeader> leave(ContactHeader here) throws InvalidArgumentException {
        said.removeIf(c -> c.getAddress().getURI().equals(here.getAddress().getURI()));
        while (said.size() > MOST_LEFT) said.removeFirst();
        var left = new ArrayList<ContactHeader>();
        for (ContactHeader there : said) {
            var gone = (ContactHeader) there.clone();
            gone.setExpires(0);
            left.add(gone);
        }
        said.add(here);
        return left;
    }

    private void settled(Response response, boolean proven) {
        int status = response.getStatusCode();
        stop();
        if (status < 300) registered(response);
        else if (status == Response.INTERVAL_TOO_BRIEF && longer(response)) attempt();
        else if (status == 401 || status == 407 || (status == 403 && proven && !bound))
            failed(Problem.WRONG_PASSWORD, "the server does not accept the password", backoff.slow());
        else if (status >= 500 && status < 600) unreachable("the server says " + said(response));
        else failed(Problem.REFUSED, "the server says " + said(response), backoff.slow());
    }

    private void registered(Response response) {
        bound = true;
        while (said.size() > 1) said.removeFirst();
        backoff.reset();
        if (session.account().transport() == Transport.UDP && seenElsewhere(response)) {
            attempt();
            return;
        }
        Duration granted = granted(response);
        tell.accept(new LineState.Registered(session.time().now().plus(granted)));
        timer = session.loop().after(granted.dividedBy(2), this::attempt);
    }

    /** Where the server saw us (RFC 3581) is where it can reach us; it is told once for each such place. */
    private boolean seenElsewhere(Response response) {
        var via = (ViaHeader) response.getHeader(ViaHeader.NAME);
        if (via == null || via.getReceived() == null || via.getRPort() < 1) return false;
        try {
            return session.messages()
                    .seenAt(new InetSocketAddress(InetAddress.ofLiteral(via.getReceived()), via.getRPort()));
        } catch (IllegalArgumentException e) {
            LOG.info("the server saw us at no address: {}", PlainText.line(via.getReceived(), 60));
            return false;
        }
    }

    private Duration granted(Response response) {
        int seconds = -1;
        for (Iterator<?> all = response.getHeaders(ContactHeader.NAME); all.hasNext(); ) {
            if (all.next() instanceof ContactHeader contact && ours(contact) && contact.getExpires() != 0)
                seconds = contact.getExpires();
        }
        ExpiresHeader general = response.getExpires();
        if (seconds < 0 && general != null) seconds = general.getExpires();
        return seconds < 1 ? expiry : Duration.ofSeconds(Math.min(seconds, 86_400));
    }

    private boolean ours(ContactHeader contact) {
        return contact.getAddress().getURI() instanceof SipURI uri
                && uri.getPort() == session.messages().reached().getPort()
                && session.account().user().equals(uri.getUser());
    }

    private boolean longer(Response response) {
        var least = (MinExpiresHeader) response.getHeader(MinExpiresHeader.NAME);
        if (least == null || least.getExpires() <= expiry.toSeconds() || least.getExpires() > 86_400) return false;
        expiry = Duration.ofSeconds(least.getExpires());
        return true;
    }

    private void unreachable(String reason) {
        failed(Problem.UNREACHABLE, reason, elsewhere.tries() ? Duration.ZERO : backoff.next());
    }

    private void failed(Problem problem, String reason, Duration wait) {
        stop();
        LOG.info("{} is not registered: {}", session.account(), reason);
        tell.accept(new LineState.Failing(problem, reason, session.time().now().plus(wait)));
        timer.cancel();
        timer = session.loop().after(wait, again);
    }

    private static String said(Response response) {
        return response.getStatusCode() + " " + PlainText.line(response.getReasonPhrase(), 60);
    }
}
