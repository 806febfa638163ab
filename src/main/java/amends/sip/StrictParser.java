package amends.sip;

import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.MessageChannel;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Request;

/**
 * The stack's parser, whose requests all ask for the answer to come back to where they came from (RFC 3581), whether
 * they say so or not, and over the transport they came by: behind a translator of addresses no other place is reached, and an answer sent to a place that a
 * message names can be aimed at others. What is not SIP was turned away by {@link WireCheck} before.
 */
final class StrictParser extends StringMsgParser {
    @Override
    public SIPMessage parseSIPMessage(byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
            throws ParseException {
        SIPMessage parsed = super.parseSIPMessage(message, readBody, strict, listener);
        if (parsed instanceof SIPRequest request && request.getTopmostVia() != null) prepare(request, listener);
        return parsed;
    }

    private static void prepare(SIPRequest request, ParseExceptionListener listener) throws ParseException {
        answeredThere(request.getTopmostVia(), listener);
        String peer = listener instanceof MessageChannel channel ? channel.getPeerAddress() : "";
        if (request.getCallId() != null && request.getCSeq() != null) BranchMark.put(request, peer);
        if (request.getMaxForwards() == null) request.setHeader(untold());
        boolean old = request.getMethod().equals(Request.INVITE) && request.getContactHeader() == null;
        if (old && request.getFrom() != null) request.setHeader(contact(request));
    }

    private static void answeredThere(Via via, ParseExceptionListener channel) throws ParseException {
        if (!via.hasParameter(Via.RPORT)) via.setRPort();
        if (channel instanceof MessageChannel came) via.setTransport(came.getTransport());
    }

    /** Before there was Contact, a call went back to whom it was from; the stack takes no call without one. */
    private static Contact contact(SIPRequest request) {
        var contact = new Contact();
        contact.setAddress(request.getFrom().getAddress());
        return contact;
    }

    /** Nobody passes a request on from here; the stack only wants to see the header. */
    private static MaxForwards untold() throws ParseException {
        try {
            return new MaxForwards(70);
        } catch (InvalidArgumentException e) {
            throw new ParseException(e.getMessage(), 0);
        }
    }
}
