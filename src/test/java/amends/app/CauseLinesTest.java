package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a peer says in an error stays on its line of the log. */
class CauseLinesTest {
    @Test
    void no_line_of_the_log_is_a_peers() {
        var failure = new IOException("a\r\n2026-01-01 INFO all is well\u001b[2K\u202Eb", new Exception("x\ny"));
        var event = new LoggingEvent("", new LoggerContext().getLogger("amends"), Level.WARN, "m", failure, null);

        String text = new CauseLines().convert(event);

        assertThat(text.lines().filter(line -> !line.startsWith("\t")))
                .containsExactly("java.io.IOException: a 2026-01-01 INFO all is well [2Kb", "java.lang.Exception: x y");
    }
}
