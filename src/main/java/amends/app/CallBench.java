package amends.app;

import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.CallTap;
import amends.media.Marker;
import amends.media.MediaWishes;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.media.device.MeasuredSound;
import amends.media.device.SilentDevices;
import amends.media.ffm.MeasuredDuplex;
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
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A call to itself in every coding: from mouth to ear through rings, RTP on the loopback, jitter buffer and concealment. */
@Command(
        name = "call",
        description = {
            "Calls itself in every coding and tells how long a sound is on its way, and what it costs.",
            "The network is the loopback. The devices keep time like sound cards: without the library of native/ they",
            "have the buffers that Java Sound's lines have here (40 ms each way), with it they move 5 ms at a time and",
            "hold 15, as is asked of PortAudio. cpu_core_share is that of one end."
        },
        mixinStandardHelpOptions = true)
final class CallBench implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    /** Longer than a jitter buffer remembers. */
    private static final int WARM_UP_SECONDS = 9;
    /** Until nothing is compiled any more that the first call would wait for. */
    private static final int REHEARSALS = 4;

    @Option(names = "--json", description = "Prints figures for programs.")
    boolean json;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "12", description = "How long each call is measured.")
    int seconds;

    private final Timekeeper time = Timekeeper.system();

    private record Ends(AudioDevices mouth, AudioDevices ear) {}

    /** How sound goes in and out. */
    private record Sounding(boolean library, VoiceCoders coders) {
        Ends ends(Timekeeper time, Marker marker) {
            if (library) {
                var sound = new MeasuredDuplex(time, marker, new Random());
                return new Ends(sound.mouth(), sound.ear());
            }
            var sound = new MeasuredSound(time, marker);
            return new Ends(sound.mouth(), sound.ear());
        }
    }

    private record Figures(
            VoiceCoding coding, boolean library, double p50, double p95, double coreShare, double heapMb) {
        /** {@code native} is whether sound and Opus go by the library of native/. */
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
        if (seconds < 2) throw new Trouble(Exit.USAGE, "--seconds: 2 at least, not " + seconds);
        List<Sounding> ways = new ArrayList<>(List.of(new Sounding(false, VoiceCoders.OWN)));
        NativeAudio.find().ifPresent(library -> ways.add(new Sounding(true, new NativeCoders(library))));
        for (Sounding way : ways) rehearse(way);
        var all = new ArrayList<Figures>();
        for (VoiceCoding coding : VoiceCoding.values()) for (Sounding way : ways) all.add(measured(coding, way));
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? all.stream().map(Figures::json).collect(Collectors.joining(",", "[", "]"))
                                : all.stream().map(Figures::line).collect(Collectors.joining(System.lineSeparator())));
        return Exit.OK;
    }

    /** So that the order in which codings are measured does not matter. */
    private void rehearse(Sounding way) {
        try (var plane = plane(List.of(VoiceCoding.values()), way.coders(), new SilentDevices())) {
            for (int i = 0; i < REHEARSALS; i++) plane.rehearse();
        }
    }

    private Figures measured(VoiceCoding coding, Sounding way) throws IOException, InterruptedException {
        var delays = new ConcurrentLinkedQueue<Long>();
        Ends ends = way.ends(time, new Marker(delays::add));
        var call = new CallId("bench-" + coding);
        try (var caller = plane(List.of(coding), way.coders(), ends.mouth());
                var callee = plane(List.of(coding), way.coders(), ends.ear())) {
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
            return new Figures(coding, way.library(), at(sorted, 0.5), at(sorted, 0.95), share, heap);
        }
    }

    private RtpMediaPlane plane(List<VoiceCoding> codings, VoiceCoders coders, AudioDevices devices) {
        return new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                new MediaWishes(codings, EncryptionWish.OFF, coders),
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
