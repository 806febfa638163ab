package amends.desktop;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import amends.law.Needs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every test tagged {@code window} in a JVM of its own on an X server of its own, because a JVM takes its
 * display once, when it starts. Each comes back as a test here. That JVM compiles quickly rather than well: each window
 * is opened once, and the work of compiling is half of it.
 */
class WindowSuiteTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> in_the_window() throws Exception {
        Needs.program("Xvfb", "xvfb");
        try (var display = VirtualDisplay.start(folder)) {
            Path report = folder.resolve("report");
            Path output = folder.resolve("output");
            Process suite = jvm(display.name(), report)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!suite.waitFor(9, TimeUnit.MINUTES)) suite.destroyForcibly().waitFor();
            List<String> lines = Files.exists(report) ? Files.readAllLines(report) : List.of();
            if (lines.isEmpty() || suite.exitValue() != 0)
                fail("the window's tests did not run to their end:\n" + Files.readString(output));
            return lines.stream().map(WindowSuiteTest::told);
        }
    }

    private static DynamicTest told(String line) {
        String[] parts = line.split("\t", 2);
        return dynamicTest(parts[0], () -> {
            if (parts.length > 1) fail(parts[1].replace('\u001e', '\n'));
        });
    }

    private static ProcessBuilder jvm(String display, Path report) {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=false",
                "-Duser.language=en",
                "-cp",
                classes.replace("\n", File.pathSeparator),
                WindowSuite.class.getName(),
                report.toString());
        builder.environment().put("DISPLAY", display);
        return builder;
    }
}
