package amends.report;

import java.io.IOException;
import java.io.OutputStream;

/** Makes a file of a report. Blocks. */
public interface PaperWriter {
    /** How its files end, without a dot. */
    String ending();

    /**
     * @param progress told after each part; ends the work by throwing
     * @throws Stopped when it was not wanted any more
     */
    void write(Paper paper, OutputStream to, Progress progress) throws IOException;

    /** Whoever waits for the file. */
    interface Progress {
        /** @throws Stopped when the file is not wanted any more */
        void done(int parts, int of) throws Stopped;
    }

    /** The file was not wanted any more. */
    final class Stopped extends IOException {
        private static final long serialVersionUID = 1;
    }
}
