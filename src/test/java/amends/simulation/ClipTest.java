package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTest {
    static Stream<String> clips() {
        return Stream.concat(
                Persona.all().stream().flatMap(p -> p.clips().stream()),
                Stream.of(Clip.AGENT_GREETING_ZH, Clip.AGENT_ANSWER_ZH, Clip.AGENT_GREETING_EN, Clip.AGENT_ANSWER_EN));
    }

    @ParameterizedTest
    @MethodSource("clips")
    void every_clip_is_a_few_seconds_of_speech(String name) {
        short[] clip = Clip.load(name);
        assertThat(clip.length / 8_000.0).isBetween(1.0, 7.0);
        double energy = 0;
        for (short s : clip) energy += (double) s * s;
        assertThat(Math.sqrt(energy / clip.length)).isGreaterThan(1_000);
    }

    @Test
    void the_announcements_are_there_in_both_languages() {
        for (String language : List.of("zh", "en"))
            assertThat(Clip.class.getResource("/amends/media/announcement-" + language + ".ul"))
                    .isNotNull();
    }

    @Test
    void a_name_without_a_clip_is_told() {
        assertThatThrownBy(() -> Clip.load("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void clips_are_told_apart_by_their_envelopes() {
        short[] wang = Clip.load("wang-opening");
        assertThat(SpeechMatch.best(wang, wang)).isGreaterThan(0.999);
        assertThat(SpeechMatch.best(wang, Clip.load("chen-reply"))).isLessThan(0.7);
    }

    @Test
    void every_persona_has_a_number_that_could_be_one() {
        assertThat(Persona.all())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(p -> assertThat(PhoneNumber.parse(p.number(), "CN")).contains(new PhoneNumber(p.number())));
    }
}
