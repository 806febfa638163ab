package amends.kernel;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives on the heap, to the byte. A collector that counts whole pages as used (ZGC: 2 MB each) is too coarse to
 * tell a leak from a page more, so that the virtual machine's own count of its objects is asked for.
 */
public final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /** After a full collection; stops the program for it. Where objects cannot be counted: what the heap has in use. */
    public static long bytes() {
        Matcher total = TOTAL.matcher(histogram());
        if (total.find()) return Long.parseLong(total.group(1));
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            return "";
        }
    }
}
