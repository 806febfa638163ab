package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a native library says when the program that used it is over. */
@Execution(ExecutionMode.CONCURRENT)
class LastWordsIT {
    @Test
    void a_program_that_treated_a_microphone_ends_with_its_own_words_and_code_and_nobody_elses() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        try (var program = Program.other(
                Path.of("").toAbsolutePath(),
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                TreatedOnce.class.getName())) {
            assertThat(program.exitCode(Program.SOON)).as(program::output).isEqualTo(TreatedOnce.CODE);
            assertThat(program.output()).contains(TreatedOnce.HOOK).doesNotContain("attach");
        }
    }
}
