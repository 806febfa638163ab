package amends.media.device;

import amends.kernel.PlainText;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with one device now. Any thread. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final int LONGEST = 160;

    private final String device;
    private final AtomicReference<String> line = new AtomicReference<>("");

    Trouble(String device) {
        this.device = device;
    }

    void is(String reason) {
        String now = PlainText.line("The " + device + " does not work: " + reason, LONGEST);
        if (!line.getAndSet(now).equals(now)) LOG.warn("{}", now);
    }

    void none() {
        if (!line.getAndSet("").isEmpty()) LOG.info("the {} works again", device);
    }

    /** Empty when all is well. */
    String line() {
        return line.get();
    }
}
