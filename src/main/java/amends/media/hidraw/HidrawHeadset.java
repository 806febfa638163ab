package amends.media.hidraw;

import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open device, with a thread that waits for its reports and one that tells it its lights: some headsets take their
 * time over that, and a button must not wait for it.
 */
final class HidrawHeadset {
    private static final Logger LOG = LoggerFactory.getLogger(HidrawHeadset.class);
    /** The longest report that Linux passes on. */
    private static final int LONGEST = 4096;

    private final FileChannel device;
    private final ReportDescriptor descriptor;
    private final AtomicReference<Lights> wanted = new AtomicReference<>();
    private Thread writer;
    private volatile boolean over;

    private HidrawHeadset(FileChannel device, ReportDescriptor descriptor) {
        this.device = device;
        this.descriptor = descriptor;
    }

    /** Without the right to write the buttons work and the lights stay dark. @throws IOException without that to read */
    static HidrawHeadset open(Path path, ReportDescriptor descriptor) throws IOException {
        try {
            return new HidrawHeadset(
                    FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), descriptor);
        } catch (java.nio.file.AccessDeniedException e) {
            var headset = new HidrawHeadset(FileChannel.open(path, StandardOpenOption.READ), descriptor);
            LOG.warn("{} may be read and not written: its lights stay dark", path);
            return headset;
        }
    }

    /** @param pressed told on the device's thread @param gone told once, when the device has vanished or was closed */
    void start(Consumer<Press> pressed, Runnable gone) {
        writer = Thread.ofPlatform().name("headset lights").daemon(true).start(this::write);
        Thread.ofPlatform().name("headset").daemon(true).start(() -> {
            try {
                read(pressed);
            } catch (IOException e) {
                LOG.debug("a headset cannot be read any more: {}", e.toString());
            } finally {
                close();
                gone.run();
            }
        });
    }

    private void read(Consumer<Press> pressed) throws IOException {
        var reports = new TelephonyReports(descriptor);
        var in = ByteBuffer.allocate(LONGEST);
        while (!over) {
            in.clear();
            int length = device.read(in);
            if (length < 0) return;
            for (Press press : reports.took(in.array(), length)) pressed.accept(press);
        }
    }

    /** Any thread; returns at once. */
    void show(Lights lights) {
        wanted.set(lights);
        if (writer != null) LockSupport.unpark(writer);
    }

    private void write() {
        var reports = new TelephonyReports(descriptor);
        while (!over) {
            Lights lights = wanted.getAndSet(null);
            if (lights == null) LockSupport.park();
            else if (!told(reports, lights)) return;
        }
    }

    private boolean told(TelephonyReports reports, Lights lights) {
        try {
            for (byte[] report : reports.told(lights)) device.write(ByteBuffer.wrap(report));
            return true;
        } catch (IOException | java.nio.channels.NonWritableChannelException e) {
            LOG.debug("the lights of a headset cannot be set: {}", e.toString());
            return false;
        }
    }

    /** Idempotent; wakes whoever waits for the device. */
    void close() {
        over = true;
        if (writer != null) LockSupport.unpark(writer);
        try {
            device.close();
        } catch (IOException e) {
            LOG.debug("closing a headset failed", e);
        }
    }
}
