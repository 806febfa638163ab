package amends.media.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.kernel.SettableTime;
import amends.kernel.Timekeeper;
import amends.media.Pcm;
import amends.media.Sounds;
import amends.media.VoiceCleaner;
import amends.media.VoiceTreatment;
import amends.rtp.G711;
import amends.rtp.Halving;
import dev.onvoid.webrtc.media.audio.AudioProcessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the treatment does to synthetic echo and noise, in dB. The figures stand in src/docs/measurements.md; the limits
 * here are below them.
 */
class WebrtcCleanersTest {
    private static final Logger LOG = LoggerFactory.getLogger(WebrtcCleanersTest.class);
    private static final VoiceTreatment ECHO = new VoiceTreatment(true, false, false);
    private static final VoiceTreatment NOISE = new VoiceTreatment(false, true, false);
    private static final VoiceTreatment GAIN = new VoiceTreatment(false, false, true);
    /** Samples after which the treatment has found its way. */
    private static final int SETTLED = 4 * Pcm.RATE;

    private final Timekeeper time = new SettableTime();

    private VoiceCleaner cleaner(VoiceTreatment treatment) {
        VoiceCleaner cleaner = new WebrtcCleaners(time, () -> {}).make(treatment);
        assumeThat(cleaner).as("the native library is there").isNotSameAs(VoiceCleaner.NONE);
        return cleaner;
    }

    /** Synthetic speech that ships with the program, over and over. */
    private static short[] speech(String clip, int seconds) {
        try (var in = WebrtcCleanersTest.class.getResourceAsStream("/amends/simulation/clips/" + clip + ".ul")) {
            short[] once = Halving.wide(G711.MU_LAW.decode(in.readAllBytes()));
            var all = new short[seconds * Pcm.RATE];
            for (int i = 0; i < all.length; i++) all[i] = once[i % once.length];
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a microphone hears of a loudspeaker in a room: later, softer, and dying away over 100 ms. */
    private static short[] echo(short[] played, int delayMs, double strength) {
        var random = new Random(7);
        var room = new double[Pcm.RATE / 10];
        for (int i = 0; i < room.length; i++) room[i] = random.nextGaussian() * Math.exp(-6.0 * i / room.length) * 0.12;
        room[0] = 1;
        int delay = delayMs * Pcm.RATE / 1000;
        var echo = new short[played.length];
        for (int i = delay; i < echo.length; i++) {
            double sum = 0;
            for (int k = 0; k < room.length && i - delay - k >= 0; k++) sum += room[k] * played[i - delay - k];
            echo[i] = clipped(sum * strength);
        }
        return echo;
    }

    private static short[] noise(int samples, double rms) {
        var random = new Random(3);
        var noise = new short[samples];
        for (int i = 0; i < samples; i++) noise[i] = clipped(random.nextGaussian() * rms);
        return noise;
    }

    private static short[] sum(short[] one, short[] other) {
        var sum = new short[one.length];
        for (int i = 0; i < sum.length; i++) sum[i] = clipped(one[i] + other[i]);
        return sum;
    }

    private static short clipped(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static short[] quieter(short[] sound, double factor) {
        var quiet = new short[sound.length];
        for (int i = 0; i < quiet.length; i++) quiet[i] = clipped(sound[i] * factor);
        return quiet;
    }

    private static short[] treated(VoiceCleaner cleaner, short[] played, short[] spoken) {
        var out = new short[spoken.length];
        for (int at = 0; at + Pcm.FRAME <= spoken.length; at += Pcm.FRAME) {
            cleaner.plays(Arrays.copyOfRange(played, at, at + Pcm.FRAME));
            short[] frame = Arrays.copyOfRange(spoken, at, at + Pcm.FRAME);
            cleaner.clean(frame);
            System.arraycopy(frame, 0, out, at, Pcm.FRAME);
        }
        cleaner.close();
        return out;
    }

    private static double db(double ratio) {
        return 20 * Math.log10(ratio);
    }

    private static double level(short[] sound, int from) {
        return Sounds.rms(sound, from, sound.length);
    }

    @Test
    void an_echo_is_taken_out_wherever_it_comes_between_40_and_240_ms() {
        short[] played = speech("wang-opening", 12);
        for (int delay : new int[] {40, 120, 240}) {
            short[] heard = sum(echo(played, delay, 0.3), noise(played.length, 6));
            short[] sent = treated(cleaner(ECHO), played, heard);
            double erle = db(level(heard, SETTLED) / Math.max(1, level(sent, SETTLED)));
            figure("ms of delay and dB of echo taken out", delay, erle);
            assertThat(erle).as("dB at " + delay + " ms").isGreaterThan(25);
        }
    }

    @Test
    void who_speaks_into_the_echo_is_still_heard() {
        short[] played = speech("wang-opening", 12);
        short[] said = speech("agent-answer-zh", 12);
        Arrays.fill(said, 0, SETTLED, (short) 0);
        short[] heard = sum(sum(echo(played, 120, 0.15), said), noise(played.length, 6));
        short[] sent = treated(cleaner(ECHO), played, heard);
        double kept = db(level(sent, SETTLED) / level(said, SETTLED));
        double likeness = Sounds.likeness(
                Arrays.copyOfRange(said, SETTLED, 11 * Pcm.RATE), Arrays.copyOfRange(sent, SETTLED, 12 * Pcm.RATE));
        figure("double talk: dB and likeness kept", kept, likeness);
        assertThat(kept).isBetween(-6.0, 3.0);
        assertThat(likeness).isGreaterThan(0.7);
    }

    @Test
    void noise_is_made_quieter_and_speech_is_left() {
        short[] said = speech("agent-answer-zh", 12);
        Arrays.fill(said, 8 * Pcm.RATE, 12 * Pcm.RATE, (short) 0);
        short[] noise = noise(said.length, Sounds.rms(said, 0, 8 * Pcm.RATE) / Math.pow(10, 10 / 20.0));
        short[] heard = sum(said, noise);
        short[] sent = treated(cleaner(NOISE), new short[said.length], heard);
        double before = db(Sounds.rms(heard, SETTLED, 8 * Pcm.RATE) / Sounds.rms(heard, 9 * Pcm.RATE, heard.length));
        double after =
                db(Sounds.rms(sent, SETTLED, 8 * Pcm.RATE) / Math.max(1, Sounds.rms(sent, 9 * Pcm.RATE, sent.length)));
        double speech = db(Sounds.rms(sent, SETTLED, 8 * Pcm.RATE) / Sounds.rms(said, SETTLED, 8 * Pcm.RATE));
        figure("dB of speech over noise before and after, of speech kept", before, after, speech);
        assertThat(after - before).isGreaterThan(8);
        assertThat(speech).isBetween(-4.0, 2.0);
    }

    @Test
    void a_soft_voice_and_a_loud_one_come_nearer_to_each_other() {
        short[] said = speech("agent-answer-zh", 12);
        short[] soft = treated(cleaner(GAIN), new short[said.length], quieter(said, 0.05));
        short[] loud = treated(cleaner(GAIN), new short[said.length], quieter(said, 1));
        double before = db(20);
        double after = db(level(loud, SETTLED) / level(soft, SETTLED));
        figure("dB between loud and soft, before and after", before, after);
        assertThat(after).isLessThan(before - 8);
        assertThat(level(loud, SETTLED)).isLessThan(level(said, SETTLED) * 1.6);
    }

    @Test
    void it_costs_little_and_delays_little() {
        short[] played = speech("wang-opening", 20);
        short[] said = speech("agent-answer-zh", 20);
        VoiceCleaner warm = cleaner(VoiceTreatment.ALL);
        long begun = System.nanoTime();
        short[] sent = treated(warm, played, said);
        double share = (System.nanoTime() - begun) / 1e9 / 20;
        double delay = 1000.0 * lag(said, sent) / Pcm.RATE;
        figure("core share and delay in ms", share, delay);
        assertThat(share).isLessThan(0.2);
        assertThat(delay).isLessThan(20);
    }

    /** By how many samples the second sound is later than the first. */
    private static int lag(short[] first, short[] second) {
        int best = 0;
        double most = 0;
        for (int lag = 0; lag < Pcm.RATE / 20; lag++) {
            double alike = 0;
            for (int i = SETTLED; i < SETTLED + 2 * Pcm.RATE; i++) alike += (double) first[i] * second[i + lag];
            if (alike > most) best = lag;
            most = Math.max(most, alike);
        }
        return best;
    }

    /** Told for src/docs/measurements.md. */
    private static void figure(String what, double... values) {
        LOG.info("{}: {}", what, Arrays.toString(values));
    }

    @Test
    void nothing_wished_is_nothing_done() {
        assertThat(new WebrtcCleaners(time, () -> {}).make(VoiceTreatment.NONE)).isSameAs(VoiceCleaner.NONE);
    }

    @Test
    void a_missing_library_is_told_once_and_the_voice_goes_out_as_it_is() {
        var tried = new AtomicInteger();
        Supplier<AudioProcessing> missing = () -> {
            tried.incrementAndGet();
            throw new UnsatisfiedLinkError("libpulse.so.0: cannot open shared object file");
        };
        var used = new AtomicInteger();
        var cleaners = new WebrtcCleaners(time, missing, used::incrementAndGet);
        assertThat(cleaners.make(VoiceTreatment.ALL)).isSameAs(VoiceCleaner.NONE);
        assertThat(cleaners.make(VoiceTreatment.ALL)).isSameAs(VoiceCleaner.NONE);
        assertThat(tried).hasValue(1);
        assertThat(used).hasValue(0);
    }

    @Test
    void that_the_library_was_used_is_told_once() {
        var used = new AtomicInteger();
        var cleaners = new WebrtcCleaners(time, used::incrementAndGet);
        VoiceCleaner first = cleaners.make(NOISE);
        assumeThat(first).isNotSameAs(VoiceCleaner.NONE);
        first.close();
        cleaners.make(NOISE).close();
        assertThat(used).hasValue(1);
    }

    @Test
    void what_earlier_starts_left_behind_is_removed_but_nothing_young(@TempDir Path folder) throws IOException {
        Path old = Files.createFile(folder.resolve("webrtc-java-windows-x86_64123.dll"));
        Path young = Files.createFile(folder.resolve("libwebrtc-java-linux-x86_64456.so"));
        Path other = Files.createFile(folder.resolve("other.dll"));
        Files.setLastModifiedTime(old, FileTime.from(time.now().minus(Duration.ofHours(2))));
        Files.setLastModifiedTime(young, FileTime.from(time.now()));
        Files.setLastModifiedTime(other, FileTime.from(time.now().minus(Duration.ofDays(9))));
        LeftLibraries.tidy(folder, time.now());
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }
}
