package amends.media.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A sound device of this machine.
 *
 * @param index what the library knows it by, until it looks anew
 * @param name as the system calls it
 * @param chosenToListen whether the system's own choice for microphones; {@code chosenToSpeak} for loudspeakers
 */
record NativeDevice(
        int index, String name, boolean listens, boolean speaks, boolean chosenToListen, boolean chosenToSpeak) {
    private static final int LONGEST_NAME = 256;

    /** Looks for devices anew; no stream may be open. Blocks. */
    static List<NativeDevice> all(AudioLibrary library) {
        int count = (int) AudioLibrary.called(() -> library.devices.invoke());
        var found = new ArrayList<NativeDevice>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(LONGEST_NAME);
            MemorySegment traits = arena.allocate(JAVA_INT, 6);
            for (int i = 0; i < count; i++) {
                int index = i;
                int failed = (int) AudioLibrary.called(() -> library.device.invoke(index, name, LONGEST_NAME, traits));
                if (failed == 0) found.add(of(index, NativeStream.text(name), traits));
            }
        }
        return found;
    }

    private static NativeDevice of(int index, String name, MemorySegment traits) {
        return new NativeDevice(index, name, has(traits, 0), has(traits, 1), has(traits, 2), has(traits, 3));
    }

    private static boolean has(MemorySegment traits, int at) {
        return traits.getAtIndex(JAVA_INT, at) > 0;
    }

    /** The microphone of that name, or the system's choice for an empty one. */
    static OptionalInt microphone(List<NativeDevice> devices, String part) {
        return first(devices, NativeDevice::listens, NativeDevice::chosenToListen, part);
    }

    static OptionalInt speaker(List<NativeDevice> devices, String part) {
        return first(devices, NativeDevice::speaks, NativeDevice::chosenToSpeak, part);
    }

    private static OptionalInt first(
            List<NativeDevice> devices, Predicate<NativeDevice> can, Predicate<NativeDevice> chosen, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return devices.stream()
                .filter(can)
                .filter(
                        wanted.isEmpty()
                                ? chosen
                                : device ->
                                        device.name().toLowerCase(Locale.ROOT).contains(wanted))
                .mapToInt(NativeDevice::index)
                .findFirst();
    }
}
