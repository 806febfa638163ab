package amends.recording;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Where sealed files are kept. Names are relative to it and use {@code /}. Safe for use by any thread; blocks. */
public interface Vault {
    /** A new, empty file. @throws IOException also when there is one of that name */
    SeekableByteChannel create(String name) throws IOException;

    SeekableByteChannel read(String name) throws IOException;

    /** Opens an existing file for reading and changing. */
    SeekableByteChannel change(String name) throws IOException;

    /** Makes what was written last through a loss of power. */
    void settle(SeekableByteChannel file) throws IOException;

    boolean delete(String name) throws IOException;

    /** Every recording's file, oldest first. */
    List<String> files() throws IOException;

    /** The chain of this desk, the one that recordings made here are added to. */
    Chain chain();

    /** The chains of all desks that keep recordings here. */
    List<Chain> chains() throws IOException;
}
