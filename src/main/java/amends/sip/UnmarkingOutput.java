package amends.sip;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sends what the stack writes without its {@link BranchMark}s. The stack writes a head in one piece. */
final class UnmarkingOutput extends FilterOutputStream {
    UnmarkingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(BranchMark.taken(bytes, offset, length));
    }
}
