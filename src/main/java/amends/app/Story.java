package amends.app;

import amends.kernel.Timekeeper;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The demo's steps as they are played: one printed line each, and the report of them all. */
final class Story {
    record Step(String name, boolean ok, long ms) {}

    /** A step did not come out as it should. @see #getMessage what was expected and what came */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String step, String why, Throwable cause) {
            super(step + ": " + why, cause);
        }
    }

    private final Timekeeper time;
    private final PrintStream out;
    private final long began;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Object> measures = new LinkedHashMap<>();

    Story(Timekeeper time, PrintStream out) {
        this.time = time;
        this.out = out;
        this.began = time.nanos();
    }

    /** Plays one step: what it answers is printed behind its name. */
    void step(String name, Callable<String> play) throws Failed {
        long start = time.nanos();
        try {
            String told = play.call();
            note(name, true, start, told);
        } catch (Exception e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            note(name, false, start, why);
            throw new Failed(name, why, e);
        }
    }

    private void note(String name, boolean ok, long start, String told) {
        long ms = Duration.ofNanos(time.nanos() - start).toMillis();
        steps.add(new Step(name, ok, ms));
        double at = (time.nanos() - began) / 1e9;
        out.printf("%6.2f s  %s %-22s %5d ms  %s%n", at, ok ? "ok  " : "FAIL", name, ms, told);
        out.flush();
    }

    void measure(String name, Object value) {
        measures.put(name, value);
    }

    boolean ok() {
        return !steps.isEmpty() && steps.stream().allMatch(Step::ok);
    }

    String json() {
        var report = new LinkedHashMap<String, Object>();
        report.put("ok", ok());
        report.put("steps", steps);
        report.putAll(measures);
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A demo that is ended while it writes leaves the report of the step before. */
    void write(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        if (Files.exists(whole) && !Files.isRegularFile(whole)) {
            Files.writeString(whole, json() + System.lineSeparator());
            return;
        }
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        if (whole.getParent() != null) Files.createDirectories(whole.getParent());
        Files.writeString(unfinished, json() + System.lineSeparator());
        Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    }
}
