package amends.media.device;

import java.util.function.BooleanSupplier;

/**
 * Says of a line that it stands in for another device, which was chosen and is not there: so that a headset that is
 * pulled out costs the call nothing, and one that comes back is used again.
 *
 * @param wished the chosen device's name
 * @param back whether that is there again; asks the system
 */
record StandIn(String wished, BooleanSupplier back) {
    /** Nobody stands in for anybody. */
    static final StandIn NONE = new StandIn("", () -> false);

    String remark() {
        return wished.isEmpty() ? "" : "there is no device named like \"" + wished + "\"; the system's choice is used";
    }

    boolean outdated() {
        return !wished.isEmpty() && back.getAsBoolean();
    }
}
