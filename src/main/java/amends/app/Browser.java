package amends.app;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser of whoever sits here. */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    /** Blocks for a moment. A page that cannot be opened is told to the log, without its address: it names who calls. */
    static void open(URI page) {
        try {
            boolean own = !GraphicsEnvironment.isHeadless()
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
            if (own) Desktop.getDesktop().browse(page);
            else
                new ProcessBuilder("xdg-open", page.toASCIIString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "the page of {} could not be opened: {}",
                    page.getHost(),
                    e.getClass().getSimpleName());
        }
    }
}
