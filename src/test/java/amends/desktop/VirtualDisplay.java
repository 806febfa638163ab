package amends.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An X server without a screen, on whatever display number is free. */
final class VirtualDisplay implements AutoCloseable {
    private final Process server;
    private final String name;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** @throws IOException when it does not come up within ten seconds; its own words are the message */
    static VirtualDisplay start(Path folder) throws IOException, InterruptedException {
        Path number = folder.resolve("display");
        Path words = folder.resolve("xvfb");
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
                .redirectOutput(number.toFile())
                .redirectError(words.toFile())
                .start();
        for (int tries = 0; tries < 100; tries++) {
            String told = Files.readString(number).strip();
            if (!told.isEmpty()) return new VirtualDisplay(server, ":" + told);
            if (server.waitFor(100, TimeUnit.MILLISECONDS)) break;
        }
        server.destroyForcibly();
        throw new IOException("Xvfb did not start: " + Files.readString(words));
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
