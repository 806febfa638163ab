package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AnswerRules;
import amends.acd.AnswerRules.Asked;
import amends.acd.AnswerRules.Calls;
import amends.telephony.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerChoiceFileTest {
    private static final AnswerRules SETTINGS = new AnswerRules(Calls.QUEUE, Duration.ofSeconds(2), Asked.NEVER);

    @TempDir
    Path home;

    @Test
    void without_a_file_the_settings_hold() {
        assertThat(new AnswerChoiceFile(home).read(SETTINGS)).isEqualTo(SETTINGS);
    }

    @Test
    void what_was_chosen_holds_for_the_next_run_and_how_long_it_rings_is_the_houses() {
        var chosen = new AnswerRules(Calls.NONE, Duration.ZERO, Asked.INSIDE);
        assertThat(new AnswerChoiceFile(home).write(chosen)).isTrue();
        assertThat(new AnswerChoiceFile(home).read(SETTINGS))
                .isEqualTo(new AnswerRules(Calls.NONE, Duration.ofSeconds(2), Asked.INSIDE));
    }

    @Test
    void what_makes_no_sense_is_as_in_the_settings() throws IOException {
        Files.writeString(home.resolve(AnswerChoiceFile.NAME), "calls=everything\nwhen-asked=\n");
        assertThat(new AnswerChoiceFile(home).read(SETTINGS)).isEqualTo(SETTINGS);
    }

    @Test
    void a_colleague_is_whose_extension_is_as_long_as_ours() {
        assertThat(AnsweringRoom.isColleague(new Party("1002", ""), "1001")).isTrue();
        for (String other : new String[] {"13800138000", "+8610", "95533", "anonymous", "", "bob1", "100"})
            assertThat(AnsweringRoom.isColleague(new Party(other, ""), "1001"))
                    .as(other)
                    .isFalse();
    }
}
