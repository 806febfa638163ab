package amends.media.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process without the last words of C++ libraries: at its end, when there is no virtual machine any more, they
 * clear up what they kept, call back into it, and print to the console that this failed (WebRTC's bindings do, and may
 * crash). There is nothing left that they could clear up for: the system takes it all back.
 *
 * <p>By {@code on_exit} of the GNU C library; where there is none nothing is done.
 */
public final class QuickExit {
    private static final Logger LOG = LoggerFactory.getLogger(QuickExit.class);

    private QuickExit() {}

    /**
     * To be called once such a library was used: the C library asks whoever came last first. The virtual machine has
     * done everything of its own by then, hooks and files; the exit code stays as it is. Any thread.
     */
    public static void arm() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> register = linker.defaultLookup().find("on_exit");
        Optional<MemorySegment> end = linker.defaultLookup().find("_exit");
        if (register.isEmpty() || end.isEmpty()) return;
        var shape = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        int failed = (int) AudioLibrary.called(
                () -> linker.downcallHandle(register.get(), shape).invoke(end.get(), MemorySegment.NULL));
        if (failed != 0) LOG.debug("libraries will have their last words: on_exit says {}", failed);
    }
}
