package amends.media;

/** Hears both sides of one call, apart. Called by the media thread every 20 ms: copies and returns, never blocks. */
public interface CallTap {
    /**
     * One tick of the call, both sides of the same 20 ms.
     *
     * @param farEnd what was received, concealment included; only valid during the call
     * @param nearEnd what was sent; only valid during the call
     */
    void frame(short[] farEnd, short[] nearEnd);

    /**
     * The same, told who spoke here.
     *
     * @param announced whether what was sent is no voice of the agent's: an announcement, keys as tones
     */
    default void frame(short[] farEnd, short[] nearEnd, boolean announced) {
        frame(farEnd, nearEnd);
    }

    /** The call's media ended. No frame follows. */
    void ended();

    /** Opens a tap for a call whose media starts; {@link #NONE} where nothing listens. Must not block. */
    interface Factory {
        CallTap tap(amends.telephony.CallId call);
    }

    CallTap NONE = new CallTap() {
        @Override
        public void frame(short[] farEnd, short[] nearEnd) {}

        @Override
        public void ended() {}
    };
}
