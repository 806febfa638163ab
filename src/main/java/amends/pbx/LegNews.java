package amends.pbx;

import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import java.text.ParseException;
import java.util.Iterator;
import java.util.List;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.header.AllowHeader;
import javax.sip.header.ContactHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a party is told within its call, which changes nothing of how it is talked. */
final class LegNews {
    private static final Logger LOG = LoggerFactory.getLogger(LegNews.class);

    private LegNews() {}

    /** How far the call is that it wanted (RFC 3515 §2.4.4). */
    static void ofRefer(SipEndpoint endpoint, Dialog dialog, ContactHeader contact, int status) {
        try {
            Request notify = dialog.createRequest(Request.NOTIFY);
            endpoint.messages().dress(notify);
            notify.setHeader(contact);
            endpoint.messages().tellOfRefer(notify, status);
            endpoint.send(dialog, notify);
        } catch (SipException e) {
            LOG.info("{}: cannot be told how its transfer goes: {}", dialog.getCallId(), e.getMessage());
        }
    }

    /**
     * With whom it talks from now on (RFC 4916): an UPDATE without a description, to who takes one, and the other's
     * number in P-Asserted-Identity, because we answer for it. Who is not known is told as withheld.
     *
     * @param said what the party said last of what it takes
     */
    static void ofOther(SipEndpoint endpoint, Dialog dialog, ContactHeader contact, Identity other, Message said) {
        if (!takesUpdate(said)) return;
        try {
            SipMessages messages = endpoint.messages();
            Request update = dialog.createRequest(Request.UPDATE);
            messages.dress(update);
            update.setHeader(contact);
            var at =
                    messages.uri(SipText.writableUser(other), endpoint.address().getHostAddress(), 0);
            update.addHeader(messages.headers()
                    .createHeader(
                            "P-Asserted-Identity",
                            messages.address(SipText.writableName(other), at).toString()));
            endpoint.send(dialog, update);
        } catch (SipException | ParseException e) {
            LOG.info("{}: cannot be told with whom it talks: {}", dialog.getCallId(), e.getMessage());
        }
    }

    private static boolean takesUpdate(Message said) {
        for (Iterator<?> all = said.getHeaders(AllowHeader.NAME); all.hasNext(); )
            if (List.of(((AllowHeader) all.next()).getMethod().split("[,\\s]+")).contains(Request.UPDATE)) return true;
        return false;
    }
}
