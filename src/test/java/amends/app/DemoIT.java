package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code amends demo} as a newcomer starts it. */
class DemoIT {
    private static final Logger LOG = LoggerFactory.getLogger(DemoIT.class);
    private static final Duration MOST = Duration.ofSeconds(180);

    @TempDir
    Path folder;

    private Path report() {
        return folder.resolve("r.json");
    }

    private String home() {
        return folder.resolve("home").toString();
    }

    private JsonNode reported() throws IOException {
        return new ObjectMapper().readTree(report().toFile());
    }

    private static List<String> steps(JsonNode report) {
        var names = new ArrayList<String>();
        for (JsonNode step : report.get("steps")) names.add(step.get("name").asText());
        return names;
    }

    private void assertWhole(JsonNode report) {
        assertThat(report.get("ok").asBoolean()).isTrue();
        for (JsonNode step : report.get("steps")) {
            assertThat(step.get("ok").asBoolean()).isTrue();
            assertThat(step.get("ms").isIntegralNumber()).isTrue();
        }
        double ring = report.get("invite_to_ring_ms").asDouble();
        double pop = report.get("invite_to_pop_ms").asDouble();
        LOG.info("INVITE to ring {} ms, to the profile {} ms", ring, pop);
        assertThat(ring).isPositive();
        assertThat(pop).isPositive();
        Path recording = Path.of(report.get("recording").asText());
        assertThat(recording).exists();
        assertThat(Main.run("recording", "verify", recording.toString(), "--home", home()))
                .isZero();
    }

    @Test
    void without_a_display_the_whole_story_plays_by_itself() throws Exception {
        try (var demo = Program.amends("demo", "--report", report().toString(), "--home", home())) {
            assertThat(demo.exitCode(MOST)).as(demo::output).isZero();
            assertThat(demo.output()).contains("The story is told.", home());
        }
        JsonNode report = reported();
        assertWhole(report);
        assertThat(steps(report))
                .containsSubsequence(
                        "pbx",
                        "database",
                        "sign-in",
                        "register",
                        "ready",
                        "call",
                        "ring",
                        "screen-pop",
                        "owed",
                        "type",
                        "suggestions",
                        "answer",
                        "customer-hears-agent",
                        "agent-hears-customer",
                        "answer-found",
                        "hold-and-retrieve",
                        "behaviours",
                        "complaint",
                        "compensation",
                        "promise",
                        "promise-receipt",
                        "hang-up",
                        "wrap-up",
                        "recording",
                        "satisfaction-sms",
                        "score",
                        "promise-kept",
                        "apology-callback",
                        "apology",
                        "callback-settled",
                        "score-after-amends",
                        "quiet-customer",
                        "score-of-the-quiet",
                        "complaint-by-score",
                        "callback-to-the-quiet",
                        "compensation-for-the-quiet",
                        "quiet-settled",
                        "score-of-the-quiet-after-amends",
                        "unknown-caller",
                        "profile-filled-in",
                        "ring-no-answer",
                        "ready-again",
                        "inspector",
                        "inspector-listens",
                        "evaluation",
                        "number-revealed",
                        "lead-sees-queue",
                        "lead-sees-overdue");
    }

    @Test
    void a_step_that_cannot_be_is_named_and_the_exit_code_says_so() throws Exception {
        Path home = Files.createDirectories(Path.of(home()));
        Files.writeString(home.resolve("database"), "a file where the database's folder has to be");
        try (var demo = Program.amends("demo", "--report", report().toString(), "--home", home())) {
            assertThat(demo.exitCode(MOST)).as(demo::output).isEqualTo(1);
            assertThat(demo.output()).contains("FAIL database", "The demo failed at: database");
        }
        JsonNode report = reported();
        assertThat(report.get("ok").asBoolean()).isFalse();
        assertThat(steps(report)).endsWith("database");
    }

    @Test
    void a_home_that_cannot_be_is_said_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (var demo = Program.amends("demo", "--home", file.resolve("home").toString())) {
            assertThat(demo.exitCode(MOST)).as(demo::output).isEqualTo(Exit.CANNOT_CREATE);
            assertThat(demo.output()).contains(file.toString()).doesNotContain("\tat ");
        }
    }

    @Test
    void with_a_display_and_the_agents_part_played_the_profile_is_painted() throws Exception {
        Needs.program("Xvfb", "xvfb");
        try (var screen = VirtualScreen.open(folder);
                var demo = Program.amends(
                        Map.of("DISPLAY", screen.display()),
                        "demo",
                        "--window",
                        "--play-agent",
                        "--calls",
                        "1",
                        "--report",
                        report().toString(),
                        "--home",
                        home())) {
            assertThat(demo.exitCode(MOST)).as(demo::output).isZero();
        }
        JsonNode report = reported();
        assertWhole(report);
        assertThat(steps(report)).contains("window", "screen-pop", "recording");
    }

    @Test
    void with_a_display_the_first_call_comes_soon_after_the_window_and_the_report_outlives_the_demo() throws Exception {
        Needs.program("Xvfb", "xvfb");
        try (var screen = VirtualScreen.open(folder);
                var demo = Program.amends(
                        Map.of("DISPLAY", screen.display()),
                        "demo",
                        "--lang",
                        "en",
                        "--report",
                        report().toString(),
                        "--home",
                        home())) {
            long window = demo.awaitLine("ok +window ").at();
            long rings = demo.awaitLine("ok +ring ").at();
            assertThat(Duration.ofNanos(rings - window)).isLessThan(Duration.ofSeconds(15));
            demo.awaitLine("ok +screen-pop ");
            demo.end();
        }
        assertThat(steps(reported())).contains("window", "call", "ring");
        assertThat(reported().get("invite_to_ring_ms").asDouble()).isPositive();
    }
}
