package amends.media;

import java.util.concurrent.locks.LockSupport;

/** A thread of its own and of the highest priority, that waits for packets and, the last bit exactly, for deadlines. */
final class ParkingPace implements Pace {
    /** Waiting for packets counts in milliseconds and wakes late: the last bit is parked. */
    private static final long PARKED_NANOS = 2_000_000L;

    @Override
    public Rhythm begin(Turns media) {
        return new Parking(media);
    }

    private static final class Parking implements Rhythm {
        private final Turns media;
        private final Thread thread;
        private volatile boolean closed;

        Parking(Turns media) {
            this.media = media;
            thread = Thread.ofPlatform()
                    .name("media")
                    .daemon(true)
                    .priority(Thread.MAX_PRIORITY)
                    .start(this::run);
        }

        private void run() {
            while (!closed) turn();
            media.end();
        }

        private void turn() {
            long left = media.left();
            if (left == Long.MAX_VALUE) {
                media.turn(Long.MAX_VALUE);
            } else if (left > PARKED_NANOS) {
                media.turn((left - PARKED_NANOS / 2) / 1_000_000);
            } else {
                if (left > 0) LockSupport.parkNanos(left);
                media.turn(0);
            }
        }

        @Override
        public void close() {
            closed = true;
            media.wake();
            try {
                thread.join(2000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
