package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JitterBufferTest {
    private static final short[] SPEECH = Sounds.babble(7, 30);

    static Stream<Arguments> networks() {
        return Stream.of(
                network("steady", n -> n.losing(0)),
                network("1 % lost", n -> n.losing(0.01)),
                network("5 % lost", n -> n.losing(0.05)),
                network("10 % lost", n -> n.losing(0.10)),
                network(
                        "bursts of 200 ms lost",
                        n -> n.delaying(i -> i % 250 >= 200 && i % 250 < 210 ? Double.NaN : 0)),
                network("2 % out of order", n -> n.reordering(0.02)),
                network("jitter of 40 ms", n -> n.jittering(40)),
                network("jitter of 60 ms", n -> n.jittering(60)),
                network("jitter of a normal kind, 60 ms", SimulatedNetwork::scattering),
                network("200 ppm too fast", n -> n.drifting(200).losing(0)),
                network("200 ppm too slow", n -> n.drifting(-200).losing(0)),
                network(
                        "timestamps that wrap",
                        n -> n.startingAt(0xFFFFFFFFL - 80_000).losing(0)),
                network("everything twice", SimulatedNetwork::duplicating));
    }

    private static Arguments network(String name, UnaryOperator<SimulatedNetwork> manners) {
        return Arguments.of(name, manners);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void what_is_made_up_is_what_was_lost_and_hardly_anything_is_late(
            String name, UnaryOperator<SimulatedNetwork> manners) {
        var network = manners.apply(SimulatedNetwork.carrying(SPEECH));
        network.heard();
        double concealed = 100.0 * network.buffer.concealed() / (network.buffer.played() + network.buffer.concealed());
        assertThat(concealed).isCloseTo(network.lostPercent(), within(1.0));
        assertThat(network.buffer.late()).isLessThan(15);
        assertThat(network.depths.subList(50, 1500).stream()
                        .mapToInt(d -> d)
                        .average()
                        .orElseThrow())
                .isLessThan(150);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void speech_stays_speech(String name, UnaryOperator<SimulatedNetwork> manners) {
        var network = manners.apply(SimulatedNetwork.carrying(SPEECH));
        assertThat(Sounds.rms(network.heard())).isCloseTo(Sounds.rms(SPEECH), withinPercentage(15));
    }

    @Test
    void a_steady_stream_comes_through_to_the_sample() {
        var heard = SimulatedNetwork.carrying(SPEECH).losing(0).heard();
        int half = SPEECH.length / 2;
        int shift = shift(Arrays.copyOfRange(SPEECH, half, half + 4000), heard, half);
        assertThat(shift).isBetween(0, 2 * Pcm.FRAME);
        assertThat(Arrays.copyOfRange(heard, half + shift, SPEECH.length - Pcm.RATE + shift))
                .isEqualTo(Arrays.copyOfRange(SPEECH, half, SPEECH.length - Pcm.RATE));
    }

    private static int shift(short[] sought, short[] heard, int from) {
        for (int shift = 0; shift < Pcm.RATE; shift++)
            if (Arrays.equals(sought, Arrays.copyOfRange(heard, from + shift, from + shift + sought.length)))
                return shift;
        return -1;
    }

    @Test
    void a_steady_stream_is_neither_stretched_nor_made_up() {
        var network = SimulatedNetwork.carrying(SPEECH).losing(0);
        network.heard();
        assertThat(network.buffer.stretched() + network.buffer.late()).isZero();
        assertThat(network.buffer.skipped()).isLessThanOrEqualTo(1);
        assertThat(network.buffer.concealed()).isZero();
    }

    @Test
    void every_lost_packet_is_made_up_once_and_nothing_else() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i % 50 == 25 ? Double.NaN : 0);
        network.heard();
        assertThat(network.buffer.concealed()).isBetween(29L, 31L);
    }

    @Test
    void a_late_packet_is_dropped_and_counted() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i == 700 ? 150 : 0);
        network.heard();
        assertThat(network.buffer.late()).isEqualTo(1);
        assertThat(network.buffer.concealed()).isEqualTo(1);
    }

    @Test
    void what_was_held_up_once_does_not_make_the_delay_longer() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> burst(i, 500));
        network.heard();
        assertThat(network.depths.subList(600, 1400)).allMatch(d -> d <= 60);
    }

    @Test
    void after_hold_ups_that_repeat_the_delay_is_given_back_within_ten_seconds() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i < 700 ? burst(i % 100, 50) : 0);
        network.heard();
        assertThat(network.depths).allMatch(d -> d <= 400);
        assertThat(network.depths.subList(700 + 500, 1450)).allMatch(d -> d <= 60);
    }

    @Test
    void sound_is_back_at_once_after_a_burst_is_lost() {
        var heard = SimulatedNetwork.carrying(Sounds.tone(400, 8000, 10 * Pcm.RATE))
                .delaying(i -> i >= 200 && i < 210 ? Double.NaN : 0)
                .heard();
        int back = 210 * Pcm.FRAME + Pcm.RATE / 10;
        assertThat(Sounds.rms(heard, back, back + Pcm.FRAME)).isGreaterThan(5000);
    }

    /** Ten packets held up and let go together. */
    private static double burst(int packet, int at) {
        return packet >= at && packet < at + 10 ? (at + 10 - packet) * 20 : 0;
    }

    @ParameterizedTest(name = "{0} ppm")
    @ValueSource(ints = {-400, -200, 200, 400})
    void clocks_that_drift_apart_for_minutes_are_followed(int ppm) {
        var network =
                SimulatedNetwork.carrying(Sounds.babble(11, 300)).drifting(ppm).losing(0);
        network.heard();
        assertThat(network.buffer.late()).isLessThan(15);
        assertThat(network.buffer.concealed()).isLessThan(20);
        assertThat(network.depths.subList(500, 15_000)).allMatch(d -> d <= 80);
    }

    @Test
    void a_stream_that_moves_later_for_good_is_followed() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i < 500 ? 0 : 400);
        var heard = network.heard();
        var after = Arrays.copyOfRange(SPEECH, 600 * Pcm.FRAME, 1400 * Pcm.FRAME);
        assertThat(Sounds.likeness(after, heard)).isGreaterThan(0.99);
    }

    @Test
    void a_jump_of_the_timestamps_is_followed_from_its_second_packet() {
        var buffer = new JitterBuffer();
        var heard = twoStreams(buffer, 1, 5_000_000);
        assertThat(Sounds.strength(lastSecond(heard), 800)).isGreaterThan(7000);
    }

    @Test
    void another_source_is_followed_from_its_second_packet() {
        var buffer = new JitterBuffer();
        var heard = twoStreams(buffer, 2, 77);
        assertThat(Sounds.strength(lastSecond(heard), 800)).isGreaterThan(7000);
        assertThat(buffer.late()).isZero();
    }

    @Test
    void a_single_packet_of_another_source_changes_nothing() {
        var network = SimulatedNetwork.carrying(SPEECH).losing(0);
        network.buffer.push(Linear.arrival(99, 7, 4_000_000_000L, true, new short[Pcm.FRAME]), 0);
        var heard = network.heard();
        assertThat(Sounds.likeness(SPEECH, heard)).isGreaterThan(0.99);
    }

    @Test
    void a_pause_of_the_sender_is_nothing_lost() {
        var network = SimulatedNetwork.carrying(SPEECH).pausing(400, 900);
        network.heard();
        assertThat(network.buffer.concealed()).isZero();
    }

    @Test
    void packets_of_10_30_and_60_ms_are_as_good() {
        for (int length : new int[] {160, 480, 960}) {
            var buffer = new JitterBuffer();
            var heard = new short[4 * Pcm.RATE];
            var frame = new short[Pcm.FRAME];
            var tone = Sounds.tone(500, 8000, heard.length);
            int sent = 0;
            for (int at = 0; at < heard.length; at += Pcm.FRAME) {
                for (; sent + length <= at; sent += length)
                    buffer.push(
                            Linear.arrival(
                                    5, sent / length, sent, false, Arrays.copyOfRange(tone, sent, sent + length)),
                            0);
                buffer.pull(frame);
                System.arraycopy(frame, 0, heard, at, Pcm.FRAME);
            }
            assertThat(Sounds.strength(lastSecond(heard), 500)).isBetween(7900.0, 8100.0);
            assertThat(buffer.concealed()).isLessThan(3);
        }
    }

    @Test
    void any_sequence_of_packets_is_taken_without_an_exception() {
        var random = new Random(42);
        var frame = new short[Pcm.FRAME];
        for (int round = 0; round < 50; round++) {
            var buffer = new JitterBuffer();
            long near = random.nextInt();
            for (int i = 0; i < 2000; i++) {
                long timestamp = random.nextInt(10) > 0 ? near + i * 160L + random.nextInt(20_000) : random.nextLong();
                long ssrc = random.nextInt(20) == 0 ? random.nextInt(3) : 1;
                var pcm = new short[1 + random.nextInt(1600)];
                int sequence = random.nextInt(10) > 0 ? i : random.nextInt();
                buffer.push(
                        Linear.arrival(ssrc, sequence, timestamp, random.nextInt(30) == 0, pcm), random.nextInt(400));
                for (int pulls = random.nextInt(4); pulls > 0; pulls--) buffer.pull(frame);
            }
        }
    }

    /** Two seconds of 400 Hz, then two of 800 Hz from a source and time of their own. */
    private static short[] twoStreams(JitterBuffer buffer, long secondSsrc, long secondStart) {
        var first = Sounds.tone(400, 8000, 2 * Pcm.RATE);
        var second = Sounds.tone(800, 8000, 2 * Pcm.RATE);
        var heard = new short[4 * Pcm.RATE];
        var frame = new short[Pcm.FRAME];
        for (int at = 0; at < heard.length; at += Pcm.FRAME) {
            boolean old = at < first.length;
            int offset = old ? at : at - first.length;
            var pcm = Arrays.copyOfRange(old ? first : second, offset, offset + Pcm.FRAME);
            buffer.push(
                    Linear.arrival(
                            old ? 1 : secondSsrc,
                            at / Pcm.FRAME,
                            (old ? 1000 : secondStart) + offset,
                            offset == 0,
                            pcm),
                    0);
            buffer.pull(frame);
            System.arraycopy(frame, 0, heard, at, Pcm.FRAME);
        }
        return heard;
    }

    private static short[] lastSecond(short[] sound) {
        return Arrays.copyOfRange(sound, sound.length - Pcm.RATE, sound.length);
    }
}
