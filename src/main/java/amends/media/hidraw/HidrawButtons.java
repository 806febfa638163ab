package amends.media.hidraw;

import amends.kernel.Cancellable;
import amends.kernel.PlainText;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.media.CallButtons;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Headsets among Linux's raw HID devices. They are looked for every three seconds, so one may be plugged in at any
 * time; what cannot be read or opened costs one line in the log until it is unplugged.
 */
public final class HidrawButtons implements CallButtons {
    private static final Logger LOG = LoggerFactory.getLogger(HidrawButtons.class);
    private static final long LOOK_NANOS = 3_000_000_000L;

    private final Path devices;
    private final Path classes;
    private final Subscribers<Press> presses = new Subscribers<>();
    private final Map<String, HidrawHeadset> open = new ConcurrentHashMap<>();
    private final Patience patience;
    private final Thread thread;
    private volatile Lights lights = Lights.OUT;
    private volatile boolean closed;

    public HidrawButtons(Timekeeper time) {
        this(Path.of("/dev"), Path.of("/sys/class/hidraw"), time);
    }

    HidrawButtons(Path devices, Path classes, Timekeeper time) {
        this.devices = devices;
        this.classes = classes;
        patience = new Patience(time);
        thread = Thread.ofPlatform().name("headsets").daemon(true).unstarted(this::run);
    }

    /** Begins to look. */
    public HidrawButtons start() {
        thread.start();
        return this;
    }

    private void run() {
        while (!closed) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.error("looking for headsets failed", e);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Once: opens what is new, forgets what is gone. */
    void look() {
        Set<String> there = names();
        patience.only(there);
        for (String name : there) if (!open.containsKey(name) && patience.isLeftFor(name)) take(name);
    }

    private Set<String> names() {
        var names = new HashSet<String>();
        if (!Files.isDirectory(classes)) return names;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(classes, "hidraw*")) {
            found.forEach(path -> names.add(path.getFileName().toString()));
        } catch (IOException e) {
            LOG.debug("{} cannot be listed: {}", classes, e.toString());
        }
        return names;
    }

    private void take(String name) {
        try {
            ReportDescriptor descriptor = DescriptorParser.parse(
                    Files.readAllBytes(classes.resolve(name).resolve("device/report_descriptor")));
            if (!descriptor.isTelephone()) patience.never(name);
            else opened(name, HidrawHeadset.open(devices.resolve(name), descriptor));
        } catch (IOException | DescriptorParser.Broken | RuntimeException e) {
            // The right to read it may come a moment after the device.
            failed(name, PlainText.line(e.toString(), 200));
        }
    }

    private void opened(String name, HidrawHeadset headset) {
        open.put(name, headset);
        patience.opened(name);
        LOG.info("the buttons of the headset at {} are heeded", name);
        headset.start(presses::publish, () -> {
            if (!closed) LOG.warn("the headset at {} is gone", name);
            failed(name, "it was lost");
            open.remove(name, headset);
        });
        headset.show(lights);
    }

    private void failed(String name, String why) {
        if (patience.failed(name) && !closed)
            LOG.warn("the buttons of {} are not heeded until it is plugged in anew: {}", name, why);
    }

    @Override
    public Cancellable onPress(Consumer<Press> listener) {
        return presses.add(listener);
    }

    @Override
    public void show(Lights now) {
        lights = now;
        open.values().forEach(headset -> headset.show(now));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        open.values().forEach(HidrawHeadset::close);
    }
}
