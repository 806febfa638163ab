package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.law.BesideOthers;
import amends.rtp.VoiceCoding;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad networks, each coding with what it does about them itself. The losses are seeded. */
@BesideOthers
class CodedImpairmentTest {
    private static final short[] SPEECH = Sounds.babble(7, 20);

    static Stream<Arguments> networks() {
        return Stream.of(VoiceCoding.OPUS, VoiceCoding.G722, VoiceCoding.PCMA)
                .flatMap(coding -> Stream.of(
                        network(coding, "1 % lost", n -> n.losing(0.01)),
                        network(coding, "5 % lost", n -> n.losing(0.05)),
                        network(coding, "10 % lost", n -> n.losing(0.10)),
                        network(
                                coding,
                                "bursts of 200 ms lost",
                                n -> n.delaying(i -> i % 250 >= 200 && i % 250 < 210 ? Double.NaN : 0)),
                        network(coding, "2 % out of order", n -> n.reordering(0.02)),
                        network(coding, "jitter of 60 ms", n -> n.jittering(60)),
                        network(coding, "200 ppm too fast", n -> n.drifting(200).losing(0)),
                        network(
                                coding,
                                "200 ppm too slow",
                                n -> n.drifting(-200).losing(0))));
    }

    private static Arguments network(VoiceCoding coding, String name, UnaryOperator<SimulatedNetwork> manners) {
        return Arguments.of(coding, name, manners);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void what_is_made_up_is_what_was_lost_and_hardly_anything_is_late(
            VoiceCoding coding, String name, UnaryOperator<SimulatedNetwork> manners) {
        var network = manners.apply(SimulatedNetwork.carrying(SPEECH).codedAs(coding));
        network.heard();
        JitterBuffer buffer = network.buffer;
        double concealed = 100.0 * buffer.concealed() / (buffer.played() + buffer.concealed());
        assertThat(concealed).isCloseTo(network.lostPercent(), within(1.0));
        assertThat(buffer.late()).isLessThan(10);
        assertThat(network.depths.subList(50, 1000).stream()
                        .mapToInt(d -> d)
                        .average()
                        .orElseThrow())
                .isLessThan(150);
    }

    @Test
    void where_single_packets_are_lost_most_are_told_by_the_one_after_them() {
        var network =
                SimulatedNetwork.carrying(SPEECH).codedAs(VoiceCoding.OPUS).delaying(i -> i % 20 == 7 ? Double.NaN : 0);
        network.heard();
        assertThat(network.buffer.recovered()).isGreaterThan(network.buffer.concealed() * 3 / 4);
        assertThat(network.depths.subList(200, 1000)).allMatch(d -> d <= 60);
    }

    @Test
    void the_packet_waited_for_copies_is_given_back_when_nothing_is_lost_any_more() {
        var network = SimulatedNetwork.carrying(Sounds.babble(7, 40))
                .codedAs(VoiceCoding.OPUS)
                .delaying(i -> i < 500 && i % 20 == 7 ? Double.NaN : 0);
        network.heard();
        assertThat(network.depths.subList(400, 480).stream()
                        .mapToInt(d -> d)
                        .average()
                        .orElseThrow())
                .isGreaterThan(15);
        assertThat(network.depths.subList(500 + 900, 1900)).allMatch(d -> d <= 5);
    }

    @ParameterizedTest
    @EnumSource(VoiceCoding.class)
    void sound_is_back_within_a_tenth_of_a_second_after_a_burst(VoiceCoding coding) {
        var heard = SimulatedNetwork.carrying(Sounds.tone(400, 8000, 6 * Pcm.RATE))
                .codedAs(coding)
                .delaying(i -> i >= 150 && i < 160 ? Double.NaN : 0)
                .heard();
        int back = 160 * Pcm.FRAME + Pcm.RATE / 10;
        assertThat(Sounds.rms(heard, back, back + Pcm.FRAME)).isGreaterThan(4000);
    }

    @ParameterizedTest
    @EnumSource(VoiceCoding.class)
    void after_hold_ups_that_repeat_the_delay_is_given_back_within_ten_seconds(VoiceCoding coding) {
        var network = SimulatedNetwork.carrying(SPEECH).codedAs(coding).delaying(i -> i < 400 ? heldUp(i % 100) : 0);
        network.heard();
        assertThat(network.depths.subList(400 + 500, 980)).allMatch(d -> d <= 60);
    }

    private static double heldUp(int packet) {
        return packet >= 50 && packet < 60 ? (60 - packet) * 20 : 0;
    }
}
