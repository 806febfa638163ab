package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.PlainText;
import amends.sip.SipMessages;
import amends.telephony.ConnectionSignal;
import amends.telephony.Transfer;
import amends.telephony.Transfer.Signal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A REFER of ours and what is told of it (RFC 3515): {@link Transfer} decides what follows. The call, and the one with
 * the consulted party, are hung up only when it is known to have succeeded. Owned by the call loop.
 */
final class Referral implements Exchange.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Referral.class);
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([1-6]\\d\\d)(?: .*)?");
    /** Longer than anything rings: after it the exchange has forgotten to tell. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final Session session;
    private final SipCall call;
    private final Optional<SipCall> consulted;
    private Transfer transfer;
    private Cancellable patience = () -> {};

    Referral(Session session, SipCall call, Transfer transfer, Optional<SipCall> consulted) {
        this.session = session;
        this.call = call;
        this.transfer = transfer;
        this.consulted = consulted;
    }

    /** @param referTo the whole URI of who is to be called, Replaces included. @throws SipException when it cannot be sent */
    void send(String referTo) throws SipException {
        try {
            Request refer = call.dialog().request(Request.REFER);
            var headers = session.messages().headers();
            refer.setHeader(session.contact());
            refer.setHeader(headers.createHeader("Refer-To", "<" + referTo + ">"));
            var us = session.messages()
                    .uri(session.account().user(), session.account().domain(), -1);
            refer.setHeader(headers.createHeader("Referred-By", "<" + us + ">"));
            show();
            patience = session.loop().after(PATIENCE, () -> happened(Signal.SILENT, 0));
            call.dialog().send(refer, this);
        } catch (ParseException e) {
            throw new SipException("the REFER cannot be written", e);
        }
    }

    boolean isOver() {
        return transfer.stage().isOver();
    }

    /** Whether the exchange has agreed, so that a goodbye of the far end may mean that it is done. */
    boolean isTaken() {
        return transfer.stage() == Transfer.Stage.TAKEN || transfer.stage() == Transfer.Stage.RINGING;
    }

    @Override
    public void answered(Response response, Dialog on, boolean proven) {
        int status = response.getStatusCode();
        if (status >= 300) happened(Signal.REFUSED, status);
        else if (status >= 200) happened(Signal.AGREED, 0);
    }

    @Override
    public void silent() {
        happened(Signal.SILENT, 0);
    }

    /** A NOTIFY about it came. Its last line of status counts; one that ends the telling without any is a failure. */
    void told(Request notify) {
        String fragment = new String(SipMessages.body(notify), StandardCharsets.UTF_8);
        Matcher line = STATUS.matcher(fragment.lines().findFirst().orElse(""));
        if (line.matches()) told(Integer.parseInt(line.group(1)));
        else LOG.info("{}: told of the transfer what makes no sense: {}", call, PlainText.line(fragment, 80));
        var state = (SubscriptionStateHeader) notify.getHeader(SubscriptionStateHeader.NAME);
        boolean last = state != null && SubscriptionStateHeader.TERMINATED.equalsIgnoreCase(state.getState());
        if (last) happened(Signal.SILENT, 0);
    }

    private void told(int status) {
        if (status >= 300) happened(Signal.REFUSED, status);
        else if (status >= 200) happened(Signal.SUCCEEDED, status);
        else if (status > Response.TRYING) happened(Signal.RANG, status);
        else happened(Signal.AGREED, 0);
    }

    /** The far end of the referred call hung up. */
    void farCleared() {
        happened(Signal.FAR_CLEARED, 0);
    }

    private void happened(Signal signal, int status) {
        Transfer before = transfer;
        transfer = before.next(signal, status);
        if (transfer == before) return;
        LOG.info("{}: the transfer is {} {}", call, transfer.stage(), status == 0 ? "" : status);
        if (isOver()) patience.cancel();
        show();
        if (transfer.stage() != Transfer.Stage.DONE || signal == Signal.FAR_CLEARED) return;
        call.signal(new ConnectionSignal.PassedOn(true));
        consulted.ifPresent(c -> c.signal(new ConnectionSignal.PassedOn(true)));
    }

    private void show() {
        call.mark(marks -> marks.passing(Optional.of(transfer)));
    }
}
