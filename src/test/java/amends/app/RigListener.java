package amends.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Says a tone into one PulseAudio sink now and then and tells how long after it was there it was in another: both are
 * heard by their monitors in the same way, so what that takes falls out. For src/test/rig.
 */
final class RigListener {
    private static final int RATE = 48_000;
    private static final int LOUD = 2500;
    private static final int CHUNK = RATE / 200;
    /** Tones that are not counted: 30 s. */
    private static final int SETTLING = 20;

    private RigListener() {}

    /** @param arguments the sink that is spoken into, the one that is heard, how many tones, what is measured */
    public static void main(String[] arguments) throws Exception {
        int tones = Integer.parseInt(arguments[2]);
        BlockingQueue<Long> said = onsets(arguments[0]);
        BlockingQueue<Long> heard = onsets(arguments[1]);
        Process mouth = pulse("pacat", "--playback", arguments[0]);
        Thread.ofPlatform().daemon(true).start(() -> speak(mouth.getOutputStream()));
        List<Double> delays = new ArrayList<>();
        // The first few are for the ends to settle, and for what rings before the call is up.
        for (int i = 0; i < tones + SETTLING; i++) {
            Long from = said.poll(10, TimeUnit.SECONDS);
            if (from == null) throw new IllegalStateException("nothing is said into " + arguments[0]);
            heard.removeIf(at -> at < from);
            Long at = heard.poll(1200, TimeUnit.MILLISECONDS);
            if (at != null && i >= SETTLING) delays.add((at - from) / 1e6);
        }
        delays.sort(null);
        if (delays.isEmpty()) System.out.printf("%-28s nothing was heard%n", arguments[3]);
        else
            System.out.printf(
                    Locale.ROOT,
                    "%-28s p50 %4.0f ms, p95 %4.0f ms, %d of %d tones heard%n",
                    arguments[3],
                    delays.get(delays.size() / 2),
                    delays.get((int) Math.ceil(0.95 * delays.size()) - 1),
                    delays.size(),
                    tones);
        System.exit(0);
    }

    private static Process pulse(String program, String way, String device) throws IOException {
        Process process = new ProcessBuilder(
                        program,
                        way,
                        "--device=" + device,
                        "--raw",
                        "--format=s16le",
                        "--channels=1",
                        "--rate=" + RATE,
                        "--latency-msec=10")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return process;
    }

    /** 60 ms of 1 kHz every 1.5 s, after 1.44 s of silence. */
    private static void speak(OutputStream mouth) {
        var chunk = new byte[2 * CHUNK];
        try {
            for (long sample = 0; ; ) {
                for (int i = 0; i < CHUNK; i++, sample++) {
                    long into = sample % (RATE * 3 / 2) - RATE * 36 / 25;
                    int value = into < 0 ? 0 : (int) (16_000 * Math.sin(2 * Math.PI * 1000 * into / RATE));
                    chunk[2 * i] = (byte) value;
                    chunk[2 * i + 1] = (byte) (value >> 8);
                }
                mouth.write(chunk);
                mouth.flush();
            }
        } catch (IOException over) {
            // The measuring is over.
        }
    }

    /** When tones begin in a sink, by the monotonic clock. */
    private static BlockingQueue<Long> onsets(String sink) throws IOException {
        InputStream sound = pulse("parec", "--record", sink + ".monitor").getInputStream();
        BlockingQueue<Long> onsets = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon(true).priority(Thread.MAX_PRIORITY).start(() -> listen(sound, onsets));
        return onsets;
    }

    private static void listen(InputStream sound, BlockingQueue<Long> onsets) {
        var bytes = new byte[2 * CHUNK];
        long quiet = 0;
        try {
            while (true) {
                int got = sound.readNBytes(bytes, 0, bytes.length);
                long now = System.nanoTime();
                if (got < bytes.length) return;
                for (int i = 0; i < CHUNK; i++) {
                    int value = bytes[2 * i + 1] << 8 | bytes[2 * i] & 0xFF;
                    if (Math.abs(value) < LOUD) quiet++;
                    else {
                        if (quiet > RATE / 2) onsets.add(now - (CHUNK - i) * 1_000_000_000L / RATE);
                        quiet = 0;
                    }
                }
            }
        } catch (IOException over) {
            // The measuring is over.
        }
    }
}
