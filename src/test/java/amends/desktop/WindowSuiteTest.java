package amends.desktop;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import amends.law.Needs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every test tagged {@code window} in JVMs of their own on X servers of their own, because a JVM takes its
 * display once, when it starts. Each comes back as a test here. That JVM compiles quickly rather than well: each window
 * is opened once, and the work of compiling is half of it.
 */
@Order(1) // It is long, and begins with the first.
class WindowSuiteTest {
    /** They wait more than they work, each part for a display of its own. */
    private static final int PARTS = 3;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> in_the_window() throws Exception {
        Needs.program("Xvfb", "xvfb");
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> parts = IntStream.range(0, PARTS)
                    .mapToObj(part -> each.submit(() -> lines(part)))
                    .toList();
            List<String> lines = new ArrayList<>();
            for (Future<List<String>> part : parts) lines.addAll(part.get());
            return lines.stream().map(WindowSuiteTest::told);
        }
    }

    private List<String> lines(int part) throws Exception {
        Path own = Files.createDirectory(folder.resolve("part" + part));
        try (var display = VirtualDisplay.start(own)) {
            Path report = own.resolve("report");
            Path output = own.resolve("output");
            Process suite = jvm(display.name(), report, part)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!suite.waitFor(9, TimeUnit.MINUTES)) suite.destroyForcibly().waitFor();
            List<String> lines = Files.exists(report) ? Files.readAllLines(report) : List.of();
            if (lines.isEmpty() || suite.exitValue() != 0)
                fail("the window's tests did not run to their end:\n" + Files.readString(output));
            return lines;
        }
    }

    private static DynamicTest told(String line) {
        String[] parts = line.split("\t", 2);
        return dynamicTest(parts[0], () -> {
            if (parts.length > 1) fail(parts[1].replace('\u001e', '\n'));
        });
    }

    private static ProcessBuilder jvm(String display, Path report, int part) {
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
                report.toString(),
                String.valueOf(part),
                String.valueOf(PARTS));
        builder.environment().put("DISPLAY", display);
        return builder;
    }
}
