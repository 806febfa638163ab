package amends.recording;

import amends.media.Pcm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A desk in a process of its own that records speech in real time and says which frame it handed over, until killed. */
final class DyingDesk {
    private DyingDesk() {}

    public static void main(String[] args) {
        var bench = new Bench(Path.of(args[0]));
        short[] customer = Voices.clip("chen-opening");
        short[] agent = Voices.clip("agent-answer-zh");
        var tap = bench.recorder().tap(Bench.CALL);
        long due = bench.time.nanos();
        for (int i = 0; ; i++) {
            int place = i % (customer.length / Pcm.FRAME);
            tap.frame(Voices.frame(customer, place), Voices.frame(agent, place));
            System.out.println(i + 1);
            due += Duration.ofMillis(Pcm.FRAME_MS).toNanos();
            for (long left = due - bench.time.nanos(); left > 0; left = due - bench.time.nanos())
                LockSupport.parkNanos(left);
        }
    }
}
