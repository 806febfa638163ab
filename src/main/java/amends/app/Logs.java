package amends.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes: a file of the home that starts anew each day and is kept for two weeks; on request also the
 * terminal. Whatever a caller smuggled into a name stays on its line, turns none around and moves no cursor.
 */
final class Logs {
    private static final String LINE =
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{24} %replace(%msg){'[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]', '␤'}%n%cause";

    private Logs() {}

    static void to(Path folder, boolean alsoTerminal) {
        // What a library says by the JDK's own logging would stand on the terminal between our lines.
        java.util.logging.LogManager.getLogManager().reset();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putObject(
                CoreConstants.PATTERN_RULE_REGISTRY, new HashMap<>(Map.of("cause", CauseLines.class.getName())));
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("amends").setLevel(Level.INFO);
        root.addAppender(started(file(context, folder), context));
        if (alsoTerminal) {
            var terminal = new ConsoleAppender<ILoggingEvent>();
            terminal.setTarget("System.err");
            root.addAppender(started(terminal, context));
        }
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path folder) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(folder.resolve("amends.log").toString());
        var daily = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        daily.setContext(context);
        daily.setParent(file);
        daily.setFileNamePattern(folder.resolve("amends-%d.%i.log.gz").toString());
        daily.setMaxFileSize(FileSize.valueOf("20MB"));
        daily.setMaxHistory(14);
        daily.setTotalSizeCap(FileSize.valueOf("500MB"));
        daily.start();
        file.setRollingPolicy(daily);
        return file;
    }

    private static OutputStreamAppender<ILoggingEvent> started(
            OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
