package amends.app;

import amends.kernel.LiveHeap;
import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Thousands of calls in one process, and what they leave behind. */
@Command(
        name = "endurance",
        description = {
            "Makes calls between telephones at an embedded PBX, all in this process, and tells what they leave behind:",
            "threads, open files and sockets, and the heap after collection, a tenth into the calls and at their end."
        },
        mixinStandardHelpOptions = true)
final class EnduranceBench implements Callable<Integer> {
    /** Ended transactions and dialogs are remembered for 32 s (64 T1, RFC 3261 §17). */
    private static final Duration FORGOTTEN = Duration.ofSeconds(40);

    @Option(names = "--calls", paramLabel = "N", defaultValue = "10000", description = "How many; 1000 at least.")
    int calls;

    @Option(names = "--pairs", paramLabel = "N", defaultValue = "4", description = "How many call at once.")
    int pairs;

    @Option(names = "--json", description = "Prints figures for programs.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final Timekeeper time = Timekeeper.system();

    private record Left(int calls, int threads, long files, double heapMb) {}

    @Override
    public Integer call() throws Exception {
        if (calls < 1000) throw new Trouble(Exit.USAGE, "--calls: 1000 at least, not " + calls);
        if (pairs < 1 || pairs > 50) throw new Trouble(Exit.USAGE, "--pairs: 1 to 50, not " + pairs);
        Logs.to(java.nio.file.Files.createTempDirectory("amends-bench"), false);
        List<Left> seen = new ArrayList<>();
        long began = time.nanos();
        try (var closing = new Closing()) {
            EmbeddedPbx pbx = closing.with(EmbeddedPbx.start(config(), time));
            List<CallingPair> all = new ArrayList<>();
            for (int i = 0; i < pairs; i++)
                all.add(closing.with(CallingPair.at(pbx.sipPort(), name(2 * i), name(2 * i + 1), time)));
            run(all, calls / 100);
            seen.add(left(0));
            run(all, calls / 10);
            seen.add(left(calls / 10));
            run(all, calls - calls / 10);
            seen.add(left(calls));
        }
        print(seen, (time.nanos() - began) / 1e9);
        return Exit.OK;
    }

    private PbxConfig config() {
        List<Extension> extensions = new ArrayList<>();
        for (int i = 0; i < 2 * pairs; i++) extensions.add(new Extension(name(i), "pw-" + name(i), name(i)));
        return PbxConfig.onLoopback(
                extensions, List.of(CallQueue.of("support")), List.of(new ManagerUser("cti", "secret")));
    }

    private static String name(int number) {
        return String.valueOf(2001 + number);
    }

    private static void run(List<CallingPair> pairs, int calls) throws Exception {
        var left = new AtomicInteger(calls);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (CallingPair pair : pairs)
                running.add(each.submit(() -> {
                    while (left.getAndDecrement() > 0) pair.call();
                    return null;
                }));
            for (Future<?> one : running) one.get();
        }
    }

    private static Left left(int calls) throws InterruptedException {
        Thread.sleep(FORGOTTEN);
        return new Left(calls, ManagementFactory.getThreadMXBean().getThreadCount(), files(), LiveHeap.bytes() / 1e6);
    }

    /** Open files and sockets; -1 where the system does not tell. */
    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }

    private void print(List<Left> seen, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        Supplier<String> rows = () -> {
            var text = new StringBuilder();
            for (Left row : seen)
                text.append(String.format(
                        Locale.ROOT,
                        json
                                ? "%s{\"calls\":%d,\"threads\":%d,\"files\":%d,\"heap_mb\":%.1f}"
                                : "%s%6d calls: %d threads, %d files and sockets, heap %.1f MB",
                        text.isEmpty() ? "" : json ? "," : System.lineSeparator(),
                        row.calls,
                        row.threads,
                        row.files,
                        row.heapMb));
            return text.toString();
        };
        out.println(json ? "[" + rows.get() + "]" : rows.get());
        if (!json) out.printf(Locale.ROOT, "%.1f calls a second, with the waiting%n", calls / seconds);
        out.flush();
    }
}
