package amends.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process whose printed lines are waited for: one of our programs in a JVM of its own, or somebody else's. */
final class Program implements AutoCloseable {
    /** On a machine whose cores are all taken a JVM needs its time. */
    static final Duration SOON = Duration.ofSeconds(45);

    /** @param at of the monotonic clock, when it was read */
    record Line(String text, long at, Matcher found) {}

    private final Process process;
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Line> lines = new ArrayList<>();
    private int consumed;
    private boolean over;

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
        Thread.ofVirtual().name("reads-" + name).start(this::read);
    }

    /** {@code amends ARGS} without a display. */
    static Program amends(String... args) throws IOException {
        return amends(Map.of("DISPLAY", ""), args);
    }

    /** @param environment added; an empty value removes the variable */
    static Program amends(Map<String, String> environment, String... args) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                // It lives for seconds: the second compiler would take more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(List.of(args));
        return of("amends " + args[0], environment, null, command);
    }

    static Program other(Path folder, String... command) throws IOException {
        return of(command[0], Map.of(), folder, List.of(command));
    }

    private static Program of(String name, Map<String, String> environment, Path folder, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (folder != null) builder.directory(folder.toFile());
        environment.forEach((variable, value) -> {
            if (value.isEmpty()) builder.environment().remove(variable);
            else builder.environment().put(variable, value);
        });
        return new Program(name, builder.start());
    }

    /** What the program runs with, without what only the tests have. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) add(line);
        } catch (IOException e) {
            add("(its output ended: " + e.getMessage() + ")");
        } finally {
            lock.lock();
            over = true;
            changed.signalAll();
            lock.unlock();
        }
    }

    private void add(String text) {
        lock.lock();
        try {
            lines.add(new Line(text, System.nanoTime(), null));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next line, after the one that was found last, in which the pattern is found. */
    Line awaitLine(String pattern) {
        return awaitLine(pattern, SOON);
    }

    Line awaitLine(String pattern, Duration most) {
        return await(pattern, most, consumed, true);
    }

    /** That each pattern was or is found, in whatever order. What is awaited later still begins where it was. */
    void awaitAll(String... patterns) {
        for (String pattern : patterns) await(pattern, SOON, 0, false);
    }

    private Line await(String pattern, Duration most, int from, boolean consume) {
        var wanted = Pattern.compile(pattern);
        long left = most.toNanos();
        int at = from;
        lock.lock();
        try {
            while (true) {
                while (at < lines.size()) {
                    Line line = lines.get(at++);
                    Matcher found = wanted.matcher(line.text());
                    if (consume) consumed = at;
                    if (found.find()) return new Line(line.text(), line.at(), found);
                }
                if (over) throw new AssertionError(name + " ended without saying \"" + pattern + "\":\n" + output());
                if (left <= 0) throw new AssertionError(name + " did not say \"" + pattern + "\":\n" + output());
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(name + " was not waited for", e);
        } finally {
            lock.unlock();
        }
    }

    String output() {
        return String.join("\n", lines());
    }

    List<String> lines() {
        lock.lock();
        try {
            return lines.stream().map(Line::text).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for its end and for its last line. */
    int exitCode(Duration most) {
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS))
                throw new AssertionError(name + " did not end within " + most.toSeconds() + " s:\n" + output());
            awaitOver();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(name + " was not waited for", e);
        }
    }

    private void awaitOver() throws InterruptedException {
        lock.lock();
        try {
            long left = Duration.ofSeconds(5).toNanos();
            while (!over && left > 0) left = changed.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As Ctrl-C does. */
    int end() {
        process.destroy();
        return exitCode(Duration.ofSeconds(20));
    }

    /** {@code kill -9}. @return when, by the monotonic clock */
    long kill() {
        long at = System.nanoTime();
        process.toHandle().destroyForcibly();
        try {
            process.waitFor();
            awaitOver();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return at;
    }

    @Override
    public void close() {
        if (process.isAlive()) kill();
    }
}
