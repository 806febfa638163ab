package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

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
                network("steady", 0.999, n -> n.losing(0)),
                network("1 % lost", 0.99, n -> n.losing(0.01)),
                network("5 % lost", 0.97, n -> n.losing(0.05)),
                network("10 % lost", 0.95, n -> n.losing(0.10)),
                network("2 % out of order", 0.999, n -> n.reordering(0.02)),
                network("jitter of 40 ms", 0.999, n -> n.jittering(40)),
                network("jitter of 60 ms", 0.99, n -> n.jittering(60)),
                network("a burst of 200 ms", 0.97, n -> n.delaying(i -> burst(i, 500))),
                network("200 ppm too fast", 0.99, n -> n.drifting(200).losing(0)),
                network("200 ppm too slow", 0.99, n -> n.drifting(-200).losing(0)),
                network(
                        "timestamps that wrap",
                        0.999,
                        n -> n.startingAt(0xFFFFFFFFL - 80_000).losing(0)),
                network("everything twice", 0.999, SimulatedNetwork::duplicating));
    }

    private static Arguments network(String name, double likeness, UnaryOperator<SimulatedNetwork> manners) {
        return Arguments.of(name, likeness, manners);
    }

    /** Ten packets held up and let go together. */
    private static double burst(int packet, int at) {
        return packet >= at && packet < at + 10 ? (at + 10 - packet) * 20 : 0;
    }

    @ParameterizedTest(name = "{0}: at least {1}")
    @MethodSource("networks")
    void what_is_heard_keeps_the_time_of_what_was_said(
            String name, double likeness, UnaryOperator<SimulatedNetwork> manners) {
        var heard = manners.apply(SimulatedNetwork.carrying(SPEECH)).heard();
        assertThat(Sounds.likeness(SPEECH, heard)).isGreaterThan(likeness);
    }

    @Test
    void a_steady_stream_comes_through_to_the_sample_after_60_ms() {
        var heard = SimulatedNetwork.carrying(SPEECH).losing(0).heard();
        int start = firstSound(heard) - firstSound(SPEECH);
        assertThat(start).isBetween(PlayoutDelay.START - 8, PlayoutDelay.START + Pcm.FRAME + 8);
        int from = firstSound(SPEECH) + 200;
        int shift = PlayoutDelay.START + Pcm.FRAME;
        assertThat(Arrays.copyOfRange(heard, from + shift, SPEECH.length + shift))
                .isEqualTo(Arrays.copyOfRange(SPEECH, from, SPEECH.length));
    }

    @Test
    void a_steady_stream_is_neither_stretched_nor_shortened_nor_made_up() {
        var network = SimulatedNetwork.carrying(SPEECH).losing(0);
        network.heard();
        assertThat(network.buffer.stretched() + network.buffer.skipped() + network.buffer.late())
                .isZero();
        assertThat(network.buffer.concealed()).isLessThanOrEqualTo(3);
    }

    @Test
    void every_lost_packet_is_made_up_once_and_nothing_else() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i % 50 == 25 ? Double.NaN : 0);
        network.heard();
        assertThat(network.buffer.played()).isEqualTo(1470);
        assertThat(network.buffer.concealed()).isBetween(30L, 33L);
    }

    @Test
    void a_late_packet_is_dropped_and_counted() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i == 700 ? 150 : 0);
        network.heard();
        assertThat(network.buffer.late()).isEqualTo(1);
        assertThat(network.buffer.stretched()).isZero();
    }

    @Test
    void repeated_lateness_makes_the_delay_longer() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i > 300 && i % 10 == 0 ? 110 : 0);
        network.heard();
        assertThat(network.buffer.stretched()).isBetween(2L, 7L);
        assertThat(network.buffer.late()).isLessThan(60);
    }

    @Test
    void a_delay_no_longer_needed_is_given_back_in_pauses() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i > 100 && i < 700 && i % 8 == 0 ? 190 : 0);
        network.heard();
        assertThat(network.buffer.stretched()).isPositive();
        assertThat(network.buffer.skipped()).isPositive();
        assertThat(network.buffer.depthMs()).isLessThan(200);
    }

    @ParameterizedTest(name = "{0} ppm")
    @ValueSource(ints = {-400, 400})
    void clocks_that_drift_apart_for_minutes_are_followed_in_pauses(int ppm) {
        var network =
                SimulatedNetwork.carrying(Sounds.babble(11, 300)).drifting(ppm).losing(0);
        network.heard();
        assertThat(network.buffer.late()).isLessThan(15);
        assertThat(network.buffer.concealed()).isLessThan(20);
        assertThat(network.buffer.stretched() + network.buffer.skipped()).isLessThan(10);
        assertThat(network.buffer.depthMs()).isLessThan(200);
    }

    @Test
    void a_stream_that_moves_later_for_good_is_followed() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i < 500 ? 0 : 400);
        var heard = network.heard();
        var after = Arrays.copyOfRange(SPEECH, 600 * Pcm.FRAME, 1400 * Pcm.FRAME);
        assertThat(Sounds.likeness(after, heard)).isGreaterThan(0.999);
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
        network.buffer.push(99, 4_000_000_000L, true, new short[Pcm.FRAME]);
        var heard = network.heard();
        assertThat(Sounds.likeness(SPEECH, heard)).isGreaterThan(0.999);
    }

    @Test
    void a_pause_of_the_sender_is_nothing_lost() {
        var network = SimulatedNetwork.carrying(SPEECH).delaying(i -> i > 400 && i < 900 ? Double.NaN : 0);
        network.heard();
        assertThat(network.buffer.concealed()).isLessThan(10);
    }

    @Test
    void packets_of_10_30_and_60_ms_are_as_good() {
        for (int length : new int[] {80, 240, 480}) {
            var buffer = new JitterBuffer();
            var heard = new short[4 * Pcm.RATE];
            var frame = new short[Pcm.FRAME];
            var tone = Sounds.tone(500, 8000, heard.length);
            int sent = 0;
            for (int at = 0; at < heard.length; at += Pcm.FRAME) {
                for (; sent + length <= at; sent += length)
                    buffer.push(5, sent, false, Arrays.copyOfRange(tone, sent, sent + length));
                buffer.pull(frame);
                System.arraycopy(frame, 0, heard, at, Pcm.FRAME);
            }
            assertThat(Sounds.strength(lastSecond(heard), 500)).isBetween(7900.0, 8100.0);
            assertThat(buffer.concealed()).isZero();
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
                buffer.push(ssrc, timestamp & 0xFFFF_FFFFL, random.nextInt(30) == 0, pcm);
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
            buffer.push(old ? 1 : secondSsrc, (old ? 1000 : secondStart) + offset, offset == 0, pcm);
            buffer.pull(frame);
            System.arraycopy(frame, 0, heard, at, Pcm.FRAME);
        }
        return heard;
    }

    private static short[] lastSecond(short[] sound) {
        return Arrays.copyOfRange(sound, sound.length - Pcm.RATE, sound.length);
    }

    private static int firstSound(short[] sound) {
        int at = 0;
        while (Math.abs(sound[at]) < 100) at++;
        return at;
    }
}
