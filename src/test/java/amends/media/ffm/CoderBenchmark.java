package amends.media.ffm;

import amends.rtp.Halving;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.rtp.VoiceDecoder;
import amends.rtp.VoiceEncoder;
import amends.simulation.Clip;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What 20 ms of speech cost to code and to decode, in Java and by the library of {@code native/}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CoderBenchmark {
    private static final int FRAME = VoiceCoding.RATE / 50;

    @Param({"OPUS", "G722", "PCMA", "OPUS-native"})
    String coding;

    private short[][] frames;
    private byte[][] packets;
    private VoiceEncoder encoder;
    private VoiceDecoder decoder;
    private int at;

    @Setup
    public void speech() {
        short[] speech = Halving.wide(Clip.load(Clip.AGENT_ANSWER_ZH));
        frames = new short[speech.length / FRAME][];
        for (int i = 0; i < frames.length; i++) frames[i] = Arrays.copyOfRange(speech, i * FRAME, (i + 1) * FRAME);
        VoiceCoders coders = coding.endsWith("native")
                ? new NativeCoders(
                        AudioLibrary.in(List.of(Path.of("target", "native"))).orElseThrow())
                : VoiceCoders.OWN;
        VoiceCoding which = VoiceCoding.valueOf(coding.replace("-native", ""));
        encoder = coders.encoder(which);
        decoder = coders.decoder(which);
        packets = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) packets[i] = encoder.encode(frames[i]);
    }

    @Benchmark
    public byte[] encode() {
        return encoder.encode(frames[at++ % frames.length]);
    }

    @Benchmark
    public short[] decode() {
        return decoder.decode(packets[at++ % packets.length]);
    }
}
