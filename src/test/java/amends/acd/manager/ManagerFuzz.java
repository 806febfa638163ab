package amends.acd.manager;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** What a distributor says, for a fuzzer. How to run it for ten minutes: interop.md. */
public final class ManagerFuzz {
    private ManagerFuzz() {}

    /** Called by the fuzzer, by name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        var reader = new ManagerFrameReader(new ByteArrayInputStream(bytes));
        try {
            reader.banner();
            while (true) reader.next().number("Position");
        } catch (IOException e) {
            // The end, or a message without one.
        }
    }
}
