package amends.desktop;

import amends.knowledge.AttachmentBox;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * Pictures and files of articles; everything blocks and is asked in the background.
 *
 * @param outside how a file is given to the system's own programs
 * @param pictures decodes them, one at a time: a thread of its own that gives way to the call, since the threads that
 *     wait for the database are few where they have to reckon
 * @param printing draws pages and waits for printers: a thread for each print, since a printer may never answer
 */
public record AttachmentPorts(AttachmentBox box, Outside outside, Executor pictures, Executor printing) {
    /** Programs that are not ours. Blocks. */
    public interface Outside {
        /**
         * Writes it where only who sits here reads it and has the system show it. Nothing is ever run.
         *
         * @param name safe, with the ending of what it is
         * @throws IOException when it cannot be written, or nobody here shows such files
         */
        void open(String name, byte[] bytes) throws IOException;
    }
}
