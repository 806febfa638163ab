package amends.simulation;

/** How a simulated centre treats what is handed in: a well-behaved one takes everything. */
@FunctionalInterface
public interface SmscConduct {
    enum Reaction {
        TAKE,
        /** The receipt overtakes the answer. */
        TAKE_RECEIPT_FIRST,
        /** Takes it, sends the receipt twice. */
        TAKE_RECEIPT_TWICE,
        /** Takes it, and the connection breaks before the answer. */
        TAKE_AND_BREAK,
        /** Too fast: comes again. */
        THROTTLE,
        /** Never. */
        REFUSE
    }

    SmscConduct TAKES_ALL = (message, earlier) -> Reaction.TAKE;

    /** @param earlier how many were handed in before, taken or not */
    Reaction to(SmscMessage message, int earlier);
}
