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

    @Override
    void close();

    interface Opener {
        CaptureLine open() throws IOException;
    }
}
