package amends.sip;

import amends.kernel.PlainText;
import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for every SIP message, at DEBUG: its first line and Call-ID, never its headers (credentials) or body. */
public final class MessageLog implements ServerLogger {
    private static final Logger LOG = LoggerFactory.getLogger("amends.sip.wire");

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        if (!LOG.isDebugEnabled()) return;
        String call = message.getCallId() == null ? "?" : message.getCallId().getCallId();
        String first = PlainText.line(message.getFirstLine(), 120);
        LOG.debug("{} {} -> {} {} [{}]", sender ? "sent" : "received", from, to, first, PlainText.line(call, 80));
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        logMessage(message, from, to, sender, time);
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        logMessage(message, from, to, sender, 0);
    }

    @Override
    public void logException(Exception cause) {
        LOG.debug("the wire log failed", cause);
    }

    @Override
    public void closeLogFile() {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public void setSipStack(SipStack stack) {}
}
