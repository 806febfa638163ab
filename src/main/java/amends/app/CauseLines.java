package amends.app;

import amends.kernel.PlainText;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** The causes of an event, each on a line of its own however many its message has. Made by the log, by name. */
public final class CauseLines extends ThrowableHandlingConverter {
    private static final int MOST_MESSAGE = 400;
    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 5;

    @Override
    public String convert(ILoggingEvent event) {
        var text = new StringBuilder();
        IThrowableProxy cause = event.getThrowableProxy();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause())
            append(text, cause);
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy cause) {
        text.append(cause.getClassName())
                .append(": ")
                .append(PlainText.line(cause.getMessage(), MOST_MESSAGE))
                .append(System.lineSeparator());
        var frames = cause.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++)
            text.append('\t').append(frames[i]).append(System.lineSeparator());
    }
}
