package amends.desktop;

import amends.knowledge.AttachmentBox;
import java.io.IOException;

/**
 * Pictures and files of articles; everything blocks and is asked in the background.
 *
 * @param outside how a file is given to the system's own programs
 */
public record AttachmentPorts(AttachmentBox box, Outside outside) {
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
