package amends.media.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The functions of {@code native/amends_audio.h}, in its order; what they mean stands there. The library calls nothing
 * back, so nothing can be thrown through it. Any thread; each handle one thread at a time.
 */
public final class AudioLibrary {
    /** The make this class was written for: AMENDS_ABI. */
    static final int ABI = 1;

    private static final Logger LOG = LoggerFactory.getLogger(AudioLibrary.class);
    private static final ValueLayout.OfInt INT = JAVA_INT;

    final MethodHandle encoderOpen;
    final MethodHandle encode;
    final MethodHandle encoderLoss;
    final MethodHandle encoderClose;
    final MethodHandle decoderOpen;
    final MethodHandle decode;
    final MethodHandle decoderClose;
    final MethodHandle devices;
    final MethodHandle device;
    final MethodHandle streamOpen;
    final MethodHandle streamRead;
    final MethodHandle streamWrite;
    final MethodHandle streamState;
    final MethodHandle streamClose;

    private AudioLibrary(SymbolLookup symbols) {
        var binding = new Binding(symbols);
        int abi = (int) called(() -> binding.function("amends_abi_version", INT).invoke());
        if (abi != ABI) throw new IllegalStateException("it speaks version " + abi + ", this program version " + ABI);
        encoderOpen = binding.function("amends_encoder_open", ADDRESS, INT, INT, INT, INT);
        encode = binding.function("amends_encode", INT, ADDRESS, ADDRESS, INT, ADDRESS, INT);
        encoderLoss = binding.function("amends_encoder_loss", INT, ADDRESS, INT);
        encoderClose = binding.procedure("amends_encoder_close", ADDRESS);
        decoderOpen = binding.function("amends_decoder_open", ADDRESS, INT);
        decode = binding.function("amends_decode", INT, ADDRESS, ADDRESS, INT, ADDRESS, INT, INT);
        decoderClose = binding.procedure("amends_decoder_close", ADDRESS);
        devices = binding.function("amends_devices", INT);
        device = binding.function("amends_device", INT, INT, ADDRESS, INT, ADDRESS);
        streamOpen = binding.function("amends_stream_open", ADDRESS, INT, INT, INT, INT, INT, ADDRESS);
        streamRead = binding.function("amends_stream_read", INT, ADDRESS, ADDRESS, INT);
        streamWrite = binding.function("amends_stream_write", INT, ADDRESS, ADDRESS, INT);
        streamState = binding.function("amends_stream_state", INT, ADDRESS, ADDRESS);
        streamClose = binding.procedure("amends_stream_close", ADDRESS);
    }

    /** Finds functions by name. */
    private record Binding(SymbolLookup symbols) {
        MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
            return handle(name, FunctionDescriptor.of(result, parameters));
        }

        MethodHandle procedure(String name, MemoryLayout... parameters) {
            return handle(name, FunctionDescriptor.ofVoid(parameters));
        }

        private MethodHandle handle(String name, FunctionDescriptor shape) {
            MemorySegment address =
                    symbols.find(name).orElseThrow(() -> new IllegalStateException("it has no " + name));
            return Linker.nativeLinker().downcallHandle(address, shape);
        }
    }

    /** A call into the library. */
    interface Calling {
        Object call() throws Throwable;
    }

    /** Handles declare Throwable, though functions of C throw nothing. */
    static Object called(Calling calling) {
        try {
            return calling.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The library from the first of these folders that holds it. Absence and mismatch are told in one line of the log,
     * never thrown. It stays loaded while the program runs.
     */
    public static Optional<AudioLibrary> in(List<Path> folders) {
        String name = System.mapLibraryName("amends_audio");
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) return load(file.toAbsolutePath());
        }
        LOG.info("no {}: sound goes by Java Sound, Opus by Concentus", name);
        return Optional.empty();
    }

    private static Optional<AudioLibrary> load(Path file) {
        try {
            var library = new AudioLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
            LOG.info("sound and Opus by {}", file);
            return Optional.of(library);
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("{} is not used, Java Sound and Concentus are: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
