package amends.app;

/** Exit codes (the meaning of BSD's sysexits where it has one). */
final class Exit {
    static final int OK = 0;
    /** A step of the demo failed, or a recording is not whole. */
    static final int FAILED = 1;

    static final int USAGE = 2;
    static final int NO_INPUT = 66;
    static final int UNAVAILABLE = 69;
    static final int CANNOT_CREATE = 73;
    static final int BAD_CONFIGURATION = 78;

    private Exit() {}
}
