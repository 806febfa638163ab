package amends.media.device;

import java.io.IOException;

/** Something that takes sound at its own pace. Used by one device thread. */
interface PlaybackLine extends AutoCloseable {
    /**
     * Waits until the frame is taken.
     *
     * @throws IOException when the device is gone or takes nothing
     */
    void write(short[] frame) throws IOException;

    /** Nothing is to be written for now. */
    default void idle() throws IOException {}

    /** What is not as it was wished, though it works; empty when all is. */
    default String remark() {
        return "";
    }

    /** Whether it would be better opened anew; asked now and then. */
    default boolean outdated() {
        return false;
    }

    @Override
    void close();

    interface Opener {
        PlaybackLine open() throws IOException;
    }
}
