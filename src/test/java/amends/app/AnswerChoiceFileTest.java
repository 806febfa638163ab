package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AnswerRules;
import amends.acd.AnswerRules.Asked;
import amends.acd.AnswerRules.Calls;
import amends.law.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class AnswerChoiceFileTest {
    private static final AnswerRules SETTINGS = new AnswerRules(Calls.QUEUE, Duration.ofSeconds(2), Asked.NEVER);

    @TempDir
    Path home;

    private AnswerRules read(AnswerRules settings) {
        return new AnswerChoiceFile(home, "1001").read(settings, AnsweringRoom.offered(settings));
    }

    private static AnswerRules rules(Calls calls, Asked asked) {
        return new AnswerRules(calls, Duration.ofSeconds(2), asked);
    }

    @Test
    void without_a_file_the_settings_hold() {
        assertThat(read(SETTINGS)).isEqualTo(SETTINGS);
    }

    /** @param chosen in a run with other settings, perhaps */
    @ParameterizedTest
    @CsvSource({
        "ALL,   ALWAYS, NONE,  NEVER,  QUEUE, INSIDE",
        "ALL,   ALWAYS, QUEUE, NEVER,  QUEUE, INSIDE",
        "QUEUE, INSIDE, NONE,  ALWAYS, QUEUE, ALWAYS",
        "NONE,  INSIDE, QUEUE, NEVER,  NONE,  INSIDE",
        "QUEUE, NEVER,  NONE,  ALWAYS, QUEUE, NEVER",
    })
    void what_was_switched_is_kept_and_what_it_means_is_the_settings(
            Calls chosen, Asked heeded, Calls now, Asked asked, Calls calls, Asked wished) {
        assertThat(new AnswerChoiceFile(home, "1001").write(new AnswerRules(chosen, Duration.ZERO, heeded)))
                .isTrue();
        assertThat(read(rules(now, asked))).isEqualTo(rules(calls, wished));
    }

    @Test
    void who_sits_here_next_starts_from_the_settings_and_keeps_nobodys_choice_but_their_own() {
        new AnswerChoiceFile(home, "1002").write(rules(Calls.NONE, Asked.INSIDE));
        assertThat(read(SETTINGS)).isEqualTo(SETTINGS);
        new AnswerChoiceFile(home, "1001").write(rules(Calls.QUEUE, Asked.NEVER));
        assertThat(new AnswerChoiceFile(home, "1002").read(SETTINGS, AnsweringRoom.offered(SETTINGS)))
                .isEqualTo(rules(Calls.NONE, Asked.INSIDE));
    }

    @Test
    void what_makes_no_sense_is_as_in_the_settings() throws IOException {
        Files.writeString(home.resolve(AnswerChoiceFile.NAME), "1001.queue=everything\n1001.asked=\n");
        assertThat(read(SETTINGS)).isEqualTo(SETTINGS);
    }
}
