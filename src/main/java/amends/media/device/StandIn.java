package amends.media.device;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Says of a line that it stands in for another device, which was chosen and is not there: so that a headset that is
 * pulled out costs the call nothing, and one that comes back is used again. The system is asked on a thread of its
 * own, for it may take its time over that and sound must not wait.
 */
final class StandIn {
    /** Nobody stands in for anybody. */
    static final StandIn NONE = new StandIn("", () -> false);

    private final String wished;
    private final BooleanSupplier there;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean back;

    /** @param wished the chosen device's name @param there whether that is there again; asks the system, may block */
    StandIn(String wished, BooleanSupplier there) {
        this.wished = wished;
        this.there = there;
    }

    String remark() {
        return wished.isEmpty() ? "" : "there is no device named like \"" + wished + "\"; the system's choice is used";
    }

    /** Returns at once: what the look before found; begins the next. */
    boolean outdated() {
        if (!wished.isEmpty() && !back && looking.compareAndSet(false, true))
            Thread.ofPlatform().name("device look").daemon(true).start(this::look);
        return back;
    }

    private void look() {
        try {
            back = there.getAsBoolean();
        } finally {
            looking.set(false);
        }
    }
}
