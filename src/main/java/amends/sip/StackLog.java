package amends.sip;

import amends.kernel.PlainText;
import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the SIP stack has to say about itself, one harmless line each. Its "errors" are mostly about what peers sent,
 * so they are warnings here at most; its debugging quotes whole messages and stays off unless asked for by TRACE.
 * Made by the stack, by name; one serves all stacks of the JVM.
 */
public final class StackLog implements StackLogger {
    private static final Logger LOG = LoggerFactory.getLogger("amends.sip.stack");
    private static final int MOST = 400;

    @Override
    public boolean isLoggingEnabled() {
        return true;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        if (level >= TRACE_DEBUG) return LOG.isTraceEnabled();
        return level >= TRACE_INFO ? LOG.isDebugEnabled() : LOG.isWarnEnabled();
    }

    @Override
    public void logDebug(String message) {
        if (LOG.isTraceEnabled()) LOG.trace(line(message));
    }

    @Override
    public void logDebug(String message, Exception cause) {
        if (LOG.isTraceEnabled()) LOG.trace(line(message), cause);
    }

    @Override
    public void logTrace(String message) {
        logDebug(message);
    }

    @Override
    public void logInfo(String message) {
        if (LOG.isDebugEnabled()) LOG.debug(line(message));
    }

    @Override
    public void logWarning(String message) {
        if (LOG.isDebugEnabled()) LOG.debug(line(message));
    }

    @Override
    public void logError(String message) {
        LOG.info(line(message));
    }

    @Override
    public void logError(String message, Exception cause) {
        LOG.info("{}: {}", line(message), line(String.valueOf(cause)));
        LOG.debug("its cause", cause);
    }

    @Override
    public void logFatalError(String message) {
        LOG.warn(line(message));
    }

    @Override
    public void logException(Throwable cause) {
        LOG.info(line(String.valueOf(cause)));
        LOG.debug("its cause", cause);
    }

    private static String line(String message) {
        return PlainText.line(message, MOST);
    }

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String buildTimeStamp) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
