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
    private final AtomicReference<String> remark = new AtomicReference<>("");

    Trouble(String device) {
        this.device = device;
    }

    void is(String reason) {
        tell(line, "The " + device + " does not work: " + reason);
    }

    private static void tell(AtomicReference<String> where, String what) {
        String now = PlainText.line(what, LONGEST);
        if (!where.getAndSet(now).equals(now)) LOG.warn("{}", now);
    }

    void none() {
        if (!line.getAndSet("").isEmpty()) LOG.info("the {} works again", device);
    }

    /** It works. @param what is not as it was wished, empty when all is */
    void works(String what) {
        none();
        if (!what.isEmpty()) tell(remark, "The " + device + " is another one: " + what);
        else if (!remark.getAndSet("").isEmpty()) LOG.info("the {} is the chosen one again", device);
    }

    /** What is not as it was wished, though it works; empty when all is. */
    String remark() {
        return remark.get();
    }

    /** Empty when all is well. */
    String line() {
        return line.get();
    }
}
