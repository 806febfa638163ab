package amends.media;

/**
 * Whose thread a desk's media flows on, and how it waits from one turn to the next. A desk has a thread for that; a test
 * takes the turns itself on a clock of its own, and an hour of a call passes in seconds.
 */
public interface Pace {
    /** Gives turns from now on, one after the other on one thread. */
    Rhythm begin(Turns media);

    /** Turns that are being given. */
    interface Rhythm extends AutoCloseable {
        /** Gives no more; the media has ended when this returns, or two seconds have passed. */
        @Override
        void close();
    }

    /** A desk's media. All of it is for the one thread but {@link #wake}; nothing of it throws. */
    interface Turns {
        /** Nanoseconds until something is due, 0 or less when it is now; {@link Long#MAX_VALUE} while nothing flows. */
        long left();

        /**
         * Takes what arrived and what was asked for; then does what is due.
         *
         * @param millis how long to wait for something to arrive before; 0 for not at all
         */
        void turn(long millis);

        /** Ends a wait. Any thread. */
        void wake();

        /** No turn follows. */
        void end();
    }
}
