package amends.media.hidraw;

import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
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

    /** Two ways in, for a channel lets nobody write while somebody waits for what it reads. */
    private final FileChannel reports;

    private final Optional<FileChannel> told;
    private final ReportDescriptor descriptor;
    private final AtomicReference<Lights> wanted = new AtomicReference<>();
    private Thread writer;
    private volatile boolean over;

    private HidrawHeadset(FileChannel reports, Optional<FileChannel> told, ReportDescriptor descriptor) {
        this.reports = reports;
        this.told = told;
        this.descriptor = descriptor;
    }

    /** Without the right to write the buttons work and the lights stay dark. @throws IOException without that to read */
    static HidrawHeadset open(Path path, ReportDescriptor descriptor) throws IOException {
        var reports = FileChannel.open(path, StandardOpenOption.READ);
        return new HidrawHeadset(reports, toTell(path), descriptor);
    }

    private static Optional<FileChannel> toTell(Path path) {
        try {
            return Optional.of(FileChannel.open(path, StandardOpenOption.WRITE));
        } catch (IOException e) {
            LOG.warn("{} can be read and not written: its lights stay dark", path);
            return Optional.empty();
        }
    }

    /** @param pressed told on the device's thread @param gone told once, when the device has vanished or was closed */
    void start(Consumer<Press> pressed, Runnable gone) {
        told.ifPresent(device ->
                writer = Thread.ofPlatform().name("headset lights").daemon(true).start(() -> write(device)));
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
        var reading = new TelephonyReports(descriptor);
        var in = ByteBuffer.allocate(LONGEST);
        while (!over) {
            in.clear();
            int length = reports.read(in);
            if (length < 0) return;
            for (Press press : reading.took(in.array(), length)) pressed.accept(press);
        }
    }

    /** Any thread; returns at once. */
    void show(Lights lights) {
        wanted.set(lights);
        if (writer != null) LockSupport.unpark(writer);
    }

    private void write(FileChannel device) {
        var writing = new TelephonyReports(descriptor);
        while (!over) {
            Lights lights = wanted.getAndSet(null);
            if (lights == null) LockSupport.park();
            else if (!told(device, writing.told(lights))) return;
        }
    }

    private static boolean told(FileChannel device, List<byte[]> reports) {
        try {
            for (byte[] report : reports) device.write(ByteBuffer.wrap(report));
            return true;
        } catch (IOException e) {
            LOG.debug("the lights of a headset cannot be set: {}", e.toString());
            return false;
        }
    }

    /** Idempotent; wakes whoever waits for the device. */
    void close() {
        over = true;
        if (writer != null) LockSupport.unpark(writer);
        told.ifPresent(HidrawHeadset::shut);
        shut(reports);
    }

    private static void shut(FileChannel device) {
        try {
            device.close();
        } catch (IOException e) {
            LOG.debug("closing a headset failed", e);
        }
    }
}
