package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A PBX and desks as people start them, each a process of its own, with homes in a folder of the test's. */
final class Office implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private final Path folder;
    private final List<Program> programs = new ArrayList<>();
    private Program pbx;
    private int sipPort;
    private int managerPort;

    Office(Path folder) {
        this.folder = folder;
    }

    /** @param settings of {@code pbx.yaml}; empty: the built-in ones */
    Office withPbx(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("pbx.yaml"), settings);
        startPbx(file, 0, 0);
        return this;
    }

    /** On the ports that it had. @param settings of {@code pbx.yaml} */
    void restartPbx(String settings) throws IOException {
        pbx.close();
        startPbx(Files.writeString(folder.resolve("pbx.yaml"), settings), sipPort, managerPort);
    }

    private void startPbx(Path file, int sip, int manager) throws IOException {
        pbx = started(
                "pbx",
                "--config",
                file.toString(),
                "--home",
                folder.resolve("pbx").toString(),
                "--sip-port",
                "" + sip,
                "--manager-port",
                "" + manager);
        var listens = pbx.awaitLine("SIP (\\d+) \\(UDP, TCP\\), manager protocol (\\d+)")
                .found();
        sipPort = Integer.parseInt(listens.group(1));
        managerPort = Integer.parseInt(listens.group(2));
    }

    Program pbx() {
        return pbx;
    }

    int sipPort() {
        return sipPort;
    }

    int managerPort() {
        return managerPort;
    }

    Program started(String... args) throws IOException {
        var program = Program.amends(args);
        programs.add(program);
        return program;
    }

    /** The settings of an extension's desk at this office's PBX, as YAML. */
    String settings(String extension, String queue) {
        return """
                language: en
                sip: {server: %s, port: %d, user: "%s", password: amends-%s, expires-seconds: 30}
                acd: {port: %d, user: cti, secret: amends-cti, queues: [%s], after-call-seconds: 2}
                sign-in: {login: "%s"}
                """.formatted(HOST, sipPort, extension, extension, managerPort, queue, extension);
    }

    /** A desk without a window that answers by itself. */
    Program desk(String extension, String settings, String... more) throws IOException {
        Path home = Files.createDirectories(home(extension));
        Files.writeString(home.resolve("amends.yaml"), settings);
        var args = new ArrayList<>(List.of("desk", "--no-window", "--auto-answer", "--home", home.toString()));
        args.addAll(Arrays.asList(more));
        return started(args.toArray(String[]::new));
    }

    /** Such a desk, when its phone is registered and the distributor knows that it is ready. */
    Program readyDesk(String extension, String settings, String... more) throws IOException {
        Program desk = desk(extension, settings, more);
        desk.awaitAll("^registered at the PBX", "^the distributor is linked", "^ready");
        return desk;
    }

    Path home(String extension) {
        return folder.resolve("desk-" + extension);
    }

    Path folder() {
        return folder;
    }

    /** The recordings of a desk, oldest first. */
    List<Path> recordings(String extension) throws IOException {
        Path vault = home(extension).resolve("recordings");
        if (!Files.exists(vault)) return List.of();
        try (Stream<Path> files = Files.walk(vault)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".ogg.sealed"))
                    .sorted()
                    .toList();
        }
    }

    /** Runs a command to its end in the home of a desk. */
    Program ran(String extension, String... args) throws IOException {
        var all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--home", home(extension).toString()));
        return started(all.toArray(String[]::new));
    }

    /** Reads a closed desk's database. */
    <T> T stored(String extension, Function<Database, T> read) {
        var address = new DatabaseAddress(new Home(home(extension).toAbsolutePath()).databaseUrl(), "amends", "");
        try (var database = Database.open(address, Timekeeper.system())) {
            if (!database.awaitAvailable(Duration.ofSeconds(60)))
                throw new AssertionError("the database: " + database.availability());
            return read.apply(database);
        }
    }

    @Override
    public void close() {
        programs.reversed().forEach(Program::close);
    }
}
