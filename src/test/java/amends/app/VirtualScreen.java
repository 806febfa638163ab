package amends.app;

import java.io.IOException;
import java.nio.file.Path;

/** An Xvfb of the test's own; it chooses its number itself. */
record VirtualScreen(Program server, String display) implements AutoCloseable {
    static VirtualScreen open(Path folder) throws IOException {
        var server =
                Program.other(folder, "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp");
        return new VirtualScreen(
                server, ":" + server.awaitLine("^(\\d+)$").found().group(1));
    }

    @Override
    public void close() {
        server.close();
    }
}
