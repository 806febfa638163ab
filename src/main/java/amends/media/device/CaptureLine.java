package amends.media.device;

import java.io.IOException;

/** Something that gives sound at its own pace. Used by one device thread. */
interface CaptureLine extends AutoCloseable {
    /**
     * Waits until the frame is full.
     *
     * @throws IOException when the device is gone or gives nothing
     */
    void read(short[] frame) throws IOException;

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
        CaptureLine open() throws IOException;
    }
}
