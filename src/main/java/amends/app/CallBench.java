package amends.app;

import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.media.MediaWishes;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.media.device.MeasuredSound;
import amends.media.ffm.NativeCoders;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.telephony.CallId;
import amends.telephony.EncryptionWish;
import amends.telephony.MediaLeg;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A call to itself in every coding: from mouth to ear through rings, RTP on the loopback, jitter buffer and concealment. */
@Command(
        name = "call",
        description = {
            "Calls itself in every coding and tells how long a sound is on its way, and what it costs.",
            "The devices keep time like sound cards and have the buffers that Java Sound's lines have here (40 ms each",
            "way); the network is the loopback. cpu_core_share is that of one end."
        },
        mixinStandardHelpOptions = true)
final class CallBench implements Callable<Integer> {
    private static final int WARM_UP_SECONDS = 5;

    @Option(names = "--json", description = "Prints figures for programs.")
    boolean json;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20", description = "How long each call is measured.")
    int seconds;

    private final Timekeeper time = Timekeeper.system();

    private record Figures(
            VoiceCoding coding, boolean library, double p50, double p95, double coreShare, double heapMb) {
        /** {@code native} is whether the coding is done by the library of native/; the devices are the same. */
        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"codec\":\"%s\",\"native\":%b,\"mouth_to_ear_p50_ms\":%.1f,\"mouth_to_ear_p95_ms\":%.1f,"
                            + "\"cpu_core_share\":%.4f,\"heap_mb\":%.1f}",
                    coding.encodingName(),
                    library,
                    p50,
                    p95,
                    coreShare,
                    heapMb);
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-13s mouth to ear p50 %6.1f ms, p95 %6.1f ms; %4.1f %% of a core; heap %.0f MB",
                    coding.encodingName() + (library ? " (native)" : ""),
                    p50,
                    p95,
                    100 * coreShare,
                    heapMb);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var all = new ArrayList<Figures>();
        for (VoiceCoding coding : VoiceCoding.values()) all.add(measured(coding, VoiceCoders.OWN));
        var library = NativeAudio.find();
        if (library.isPresent()) all.add(measured(VoiceCoding.OPUS, new NativeCoders(library.get())));
        System.out.println(
                json
                        ? all.stream().map(Figures::json).collect(Collectors.joining(",", "[", "]"))
                        : all.stream().map(Figures::line).collect(Collectors.joining(System.lineSeparator())));
        return Exit.OK;
    }

    private Figures measured(VoiceCoding coding, VoiceCoders coders) throws IOException, InterruptedException {
        var delays = new ConcurrentLinkedQueue<Long>();
        var sound = new MeasuredSound(time, delays::add);
        var call = new CallId("bench-" + coding);
        try (var caller = plane(coding, coders, sound.mouth());
                var callee = plane(coding, coders, sound.ear())) {
            MediaLeg here = caller.open(call);
            MediaLeg there = callee.open(call);
            here.connect(there.local());
            there.connect(here.local());
            Thread.sleep(Duration.ofSeconds(WARM_UP_SECONDS));
            delays.clear();
            long cpu = cpuNanos();
            long began = time.nanos();
            Thread.sleep(Duration.ofSeconds(seconds));
            double share = (double) (cpuNanos() - cpu) / (time.nanos() - began) / 2;
            System.gc();
            var runtime = Runtime.getRuntime();
            double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
            List<Long> sorted = delays.stream().sorted().toList();
            if (sorted.isEmpty()) throw new Trouble(Exit.UNAVAILABLE, "nothing was heard in " + coding.encodingName());
            return new Figures(coding, coders != VoiceCoders.OWN, at(sorted, 0.5), at(sorted, 0.95), share, heap);
        }
    }

    private RtpMediaPlane plane(VoiceCoding coding, VoiceCoders coders, amends.media.AudioDevices devices) {
        return new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                new MediaWishes(List.of(coding), EncryptionWish.OFF, coders),
                devices,
                call -> CallTap.NONE,
                time);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
